package io.understudy.generator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Answer.Failure;
import io.understudy.generator.model.Answer.Finish;
import io.understudy.generator.model.Answer.Reply;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.Identity;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.Sampling;
import io.understudy.generator.model.TextModel;
import io.understudy.prompts.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    private static final Failure BUSY = new Failure("overloaded", "busy", true);
    private static final Failure NEVER = new Failure("refused_400", "no", false);

    /** Says what it was asked, backwards; dies after some answers; some requests it never answers. */
    private static final class Echo implements TextModel {
        private final List<String> asked = new ArrayList<>();
        private final int lives;

        Echo(int lives) {
            this.lives = lives;
        }

        @Override
        public Identity identity() {
            return new Identity("echo", "1", "MIT");
        }

        @Override
        public void answer(Iterator<Request> requests, Answers answers) {
            for (long number = 0; requests.hasNext(); number++) {
                String text = requests.next().prompt().text();
                if (asked.size() == lives) {
                    throw new IllegalStateException("killed");
                }
                asked.add(text);
                answers.accept(number, answerTo(text));
            }
        }

        @Override
        public void close() {
            asked.clear();
        }
    }

    private static Answer answerTo(String text) {
        if (text.endsWith("7")) {
            return NEVER;
        }
        return new Reply(
                new StringBuilder(text).reverse() + "\n\u2028\ud83d\ude00",
                new Usage(2, 3),
                Finish.LENGTH,
                Optional.of("m"));
    }

    private static List<Request> requests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Request(new Prompt("p", 1, "say " + i), Sampling.of(9), i))
                .toList();
    }

    private static List<Answer> all(int count) {
        return requests(count).stream()
                .map(request -> answerTo(request.prompt().text()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 19, 20})
    void whatWasAnsweredIsNotAskedAgain(int lives, @TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("journal");
        Echo dying = new Echo(lives);
        try (Journal journal = Journal.open(dying, file, "run")) {
            if (lives < 20) {
                assertThatThrownBy(() -> journal.answer(requests(20))).hasMessage("killed");
            } else {
                assertThat(journal.answer(requests(20))).isEqualTo(all(20));
            }
        }
        Echo next = new Echo(Integer.MAX_VALUE);
        try (Journal journal = Journal.open(next, file, "run")) {
            assertThat(journal.answeredBefore()).isEqualTo(lives);
            assertThat(journal.answer(requests(20))).isEqualTo(all(20));
            assertThat(next.asked).hasSize(20 - lives).noneMatch(dying.asked::contains);
        }
    }

    /** Killed at any byte: the file is cut there, and the rest is asked again. */
    @Test
    void aJournalThatWasCutAnywhereGoesOn(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(new Echo(Integer.MAX_VALUE), file, "run")) {
            journal.answer(requests(12));
        }
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            int length = i == 0 ? 0 : random.nextInt(whole.length + 1);
            Path cut = folder.resolve("cut" + i);
            Files.write(cut, Arrays.copyOf(whole, length));
            Echo next = new Echo(Integer.MAX_VALUE);
            try (Journal journal = Journal.open(next, cut, "run")) {
                assertThat(next.asked.size() + journal.answeredBefore()).isLessThanOrEqualTo(12);
                assertThat(journal.answer(requests(12))).as("cut at " + length).isEqualTo(all(12));
                assertThat(next.asked).hasSize(12 - journal.answeredBefore());
            }
            assertThat(Files.readAllLines(cut))
                    .filteredOn(line -> line.contains("\"key\""))
                    .hasSize(12);
        }
    }

    @Test
    void whatARetryMayMendIsAskedAgain(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("journal");
        TextModel busy = new TextModel() {
            @Override
            public Identity identity() {
                return new Identity("busy", "1", "MIT");
            }

            @Override
            public void answer(Iterator<Request> requests, Answers answers) {
                requests.next();
                answers.accept(0, BUSY);
            }

            @Override
            public void close() {}
        };
        try (Journal journal = Journal.open(busy, file, "run")) {
            assertThat(journal.answer(requests(1))).containsExactly(BUSY);
        }
        try (Journal journal = Journal.open(new Echo(9), file, "run")) {
            // That it failed is known: it was not under way.
            journal.onAskedAgain(request -> {
                throw new IllegalStateException("told");
            });
            assertThat(journal.answer(requests(1))).isEqualTo(all(1));
        }
    }

    @Test
    void whatWasUnderWayAtTheEndIsToldOnceBeforeItIsAskedAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(new Echo(3), file, "run")) {
            assertThatThrownBy(() -> journal.answer(requests(6))).hasMessage("killed");
        }
        for (int open : new int[] {1, 0}) {
            List<Request> told = new ArrayList<>();
            try (Journal journal = Journal.open(new Echo(9), file, "run")) {
                journal.onAskedAgain(told::add);
                assertThat(journal.answer(requests(6))).isEqualTo(all(6));
            }
            assertThat(told).isEqualTo(requests(6).subList(3, 3 + open));
        }
    }

    @Test
    void tokensAreCountedOverAllParts(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(new Echo(9), file, "run")) {
            journal.lost(new Usage(5, 1));
            journal.answer(requests(4));
        }
        try (Journal journal = Journal.open(new Echo(9), file, "run")) {
            assertThat(journal.usedBefore()).isEqualTo(new Usage(8, 12));
            assertThat(journal.lostBefore()).isEqualTo(new Usage(5, 1));
        }
    }

    @Test
    void anotherRunsJournalAndOneThatIsBeingWrittenAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("journal");
        try (Journal first = Journal.open(new Echo(9), file, "run")) {
            assertThat(first.answeredBefore()).isZero();
            assertThatThrownBy(() -> Journal.open(new Echo(9), file, "run"))
                    .isInstanceOf(IOException.class)
                    .hasMessage(file + ": another run writes this journal");
        }
        assertThatThrownBy(() -> Journal.open(new Echo(9), file, "other"))
                .isInstanceOf(BadDataException.class)
                .hasMessage(file + ":1: is the journal of another run (other inputs, settings, prompt or model); repeat"
                        + " that run's options, or give --overwrite to begin anew");
        Files.writeString(file, "{\"run\":\"run\"}\n{\"key\":1}\n");
        assertThatThrownBy(() -> Journal.open(new Echo(9), file, "run"))
                .hasMessage(file + ":2: is not a line of a journal");
    }
}
