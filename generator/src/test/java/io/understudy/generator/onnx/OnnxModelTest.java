package io.understudy.generator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.Label;
import io.understudy.core.Segment;
import io.understudy.core.Template;
import io.understudy.core.testing.SharedData;
import io.understudy.generator.constraint.Constraint;
import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.Sampling;
import io.understudy.prompts.Message;
import io.understudy.prompts.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {

    @TempDir
    Path folder;

    private static final Template FLIGHT = new Template(List.of(
            new Segment.Literal("Book a flight for "),
            new Segment.Slot(Label.PERSON, 1),
            new Segment.Literal(" from "),
            new Segment.Slot(Label.CITY, 1),
            new Segment.Literal(" to "),
            new Segment.Slot(Label.CITY, 2),
            new Segment.Literal(".")));

    private static Request paraphrase(Template template, long seed) {
        Prompt prompt = new Prompt(
                "paraphrase",
                1,
                List.of(new Message(
                        Message.Role.USER, "Say this in other words and keep the words in braces: " + template)));
        return new Request(prompt, template, Sampling.of(48).withTemperature(0.8), seed);
    }

    private static List<Request> paraphrases(int count) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(paraphrase(FLIGHT, i));
        }
        return requests;
    }

    private static Path instruct() {
        return SharedData.path("models/smollm2-135m-instruct-onnx");
    }

    @Test
    void paraphrasesHoldTheirSlotsAndDoNotDependOnTheirNeighbours() throws Exception {
        List<Request> requests = paraphrases(12);
        List<Answer> answers;
        try (OnnxModel model = OnnxModel.builder(instruct())
                .rows(6)
                .threads(2)
                .forbidden(List.of("flight"))
                .open()) {
            assertThat(model.identity().name()).isEqualTo("smollm2-135m-instruct-onnx");
            assertThat(model.identity().licence()).isEqualTo("Apache-2.0");
            assertThat(model.identity().version()).matches("[0-9a-f]{64}");
            answers = model.answer(requests);
        }
        Constraint slots = Constraint.slots(FLIGHT);
        for (Answer answer : answers) {
            assertThat(answer).isInstanceOf(Answer.Reply.class);
            Answer.Reply reply = (Answer.Reply) answer;
            assertThat(slots.accepts(reply.text())).as(reply.text()).isTrue();
            assertThat(reply.text().toLowerCase(java.util.Locale.ROOT)).doesNotContainPattern("\\bflight\\b");
            assertThat(reply.finish()).isEqualTo(Answer.Finish.STOP);
            assertThat(reply.usage().input()).isGreaterThan(40);
            assertThat(reply.usage().output()).isBetween(10L, 60L);
        }
        try (OnnxModel model = OnnxModel.builder(instruct())
                .rows(1)
                .threads(1)
                .forbidden(List.of("flight"))
                .open()) {
            assertThat(model.answer(requests.subList(3, 6))).isEqualTo(answers.subList(3, 6));
        }
    }

    /** The stories have no chat template: messages are joined. */
    private OnnxModel stories(Duration timeout) throws IOException {
        OnnxModel.Builder builder =
                OnnxModel.builder(Stories.write(folder, true)).rows(4).threads(2);
        return timeout.isZero() ? builder.open() : builder.timeout(timeout).open();
    }

    private static Request story(String begin, int tokens, long seed) {
        return new Request(new Prompt("story", 1, begin), Sampling.of(tokens).withTemperature(1), seed);
    }

    @Test
    void saysWhyThereIsNoAnswer() throws Exception {
        try (OnnxModel model = stories(Duration.ZERO)) {
            Answer tooLong = model.answer(story("dog ".repeat(600), 5, 1));
            assertThat(tooLong).isInstanceOf(Answer.Failure.class);
            assertThat(((Answer.Failure) tooLong).message())
                    .matches("the prompt has \\d+ tokens; the model reads 1 to 511");
            assertThat(((Answer.Reply) model.answer(story("Once", 7, 1))).finish())
                    .isEqualTo(Answer.Finish.LENGTH);
        }
        try (OnnxModel model = stories(Duration.ofMillis(1))) {
            Answer late = model.answer(List.of(story("Once", 400, 1), story("Tom", 400, 2)))
                    .get(1);
            assertThat(late).isEqualTo(new Answer.Failure("timeout", "the answer took longer than it may", true));
        }
    }

    @Test
    void stopsBeforeAStopString() throws Exception {
        try (OnnxModel model = stories(Duration.ZERO)) {
            Request request = new Request(
                    new Prompt("story", 1, "Once upon a time"), Sampling.of(60).withStop(List.of("park", ".")), 1);
            Answer.Reply reply = (Answer.Reply) model.answer(request);
            assertThat(reply.finish()).isEqualTo(Answer.Finish.STOP);
            assertThat(reply.text()).isNotBlank().doesNotContain(".", "park");
        }
    }

    @Test
    void givesUpWhenInterruptedOrWhenWhoeverTakesTheAnswersFails() throws Exception {
        try (OnnxModel model = stories(Duration.ZERO)) {
            List<Request> many = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                many.add(story("Once", 300, i));
            }
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread asks = new Thread(() -> {
                try {
                    model.answer(many);
                } catch (Throwable e) {
                    thrown.set(e);
                }
            });
            asks.start();
            Thread.sleep(100);
            asks.interrupt();
            asks.join(20_000);
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
            assertThatThrownBy(() -> model.answer(many.iterator(), (number, answer) -> {
                        throw new IllegalStateException("full");
                    }))
                    .hasMessage("full");
            assertThat(model.answer(story("Once", 5, 1))).isInstanceOf(Answer.Reply.class);
        }
    }

    /** {@code -Dunderstudy.calls=10000} makes it the long check of benchmarks/onnx-leak.sh. */
    @Test
    void nothingNativeIsLeftBehind() throws Exception {
        Path status = Path.of("/proc/self/status");
        Assumptions.assumeTrue(Files.exists(status), "no /proc/self/status to read the resident memory from");
        int calls = Integer.getInteger("understudy.calls", 400);
        Stories.write(folder, true);
        Path fed = Stories.write(folder.resolve("fed"), false);
        use(calls / 8, folder, fed);
        long before = resident(status);
        use(calls, folder, fed);
        // A leaked state is 64 KB or more; what comes and goes is the heap.
        assertThat(resident(status) - before)
                .as("MB more after %d calls", calls)
                .isLessThan(calls / 200 + 80);
    }

    private static long resident(Path status) throws IOException {
        System.gc();
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private static void use(int calls, Path... folders) throws Exception {
        for (Path each : folders) {
            int left = calls / folders.length;
            while (left > 0) {
                try (OnnxModel model =
                        OnnxModel.builder(each).rows(8).threads(2).open()) {
                    List<Request> some = new ArrayList<>();
                    for (int i = 0; i < 50; i++) {
                        some.add(story("Once upon a time there was " + i, 12, i));
                    }
                    model.answer(some);
                    left -= some.size();
                }
            }
        }
    }
}
