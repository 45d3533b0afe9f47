package io.understudy.ner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.testing.Hostile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every recognizer keeps; a test of one implements {@link #recognizer()}. */
public interface RecognizerContract {

    EntityRecognizer recognizer();

    /** Length of the hostile lines that must still be done in seconds. */
    default int hostileLength() {
        return 200_000;
    }

    static List<String> hostileTexts() {
        return List.of(
                " ",
                "\u00a0\u2003\t",
                "\r\n\r\n",
                "Ada Lovelace\r\nmet Charles Babbage\nin London\r\n",
                "\ud83d\ude00 Ada \ud83d\ude00\ud83d\ude00 lives in \ud83c\uddf3\ud83c\uddf4 Oslo\ud83d\ude00",
                "Ada\ud83d\ude00@example.org 12\ud83d\ude00:30 $5\ud83d\ude00 https://example.org/\ud83d\ude00",
                "https://example.org/" + "a".repeat(1_980) + "\ud83d\ude00".repeat(200),
                "Jose\u0301 Garci\u0301a of Sa\u0303o Paulo pays 5\u0301 euros",
                "\u05d3\u05d5\u05d3 \u05d2\u05e8 \u05d1\u05ea\u05dc \u05d0\u05d1\u05d9\u05d1 5 \u200f12:30",
                "Ada\u00a0Lovelace\u00a0lives\u00a0in\u00a0New\u00a0York",
                "lone \ud83d high and \ude00 low, Ada \ud83d",
                "\ude00Ada\ud83d Lovelace of Lon\ud83ddon",
                "\u0000Ada\u0000 \u0007Lovelace\u001b[31m in \ufeffParis\ufffd",
                "zero\u200bwidth\u200dAda\u2060Lovelace",
                "\u5f35\u5049 lives in \u5317\u4eac since \uff11\uff19\uff18\uff14",
                "\u0665\u0666 and \u0967\u0968:\u0969\u0966 and \u00b2\u00bd\u2460",
                "((((((((((((((+1+1+1+1((((555))))",
                "5,5,5,5.5.5.5:5:5:5-5-5-5/5/5/5%$5%5$@5@5.5@5.com");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    default void keepsHostileTextAndCutsNoSpaceIntoItsMentions(String text) {
        AnnotatedText recognized = recognizer().recognize(text);
        assertThat(recognized.text()).isEqualTo(text);
        for (Mention mention : recognized.mentions()) {
            String surface = recognized.surface(mention);
            assertThat(surface).isEqualTo(surface.strip()).isNotBlank();
            if (!mention.label().equals(Label.ADDRESS)) {
                assertThat(surface).doesNotContain("\n", "\r");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    default void keepsTextMadeOfHostilePieces(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 25; i++) {
            keepsHostileTextAndCutsNoSpaceIntoItsMentions(Hostile.text(random) + "Ada \ud83d" + Hostile.text(random));
        }
    }

    @Test
    default void findsNothingInEmptyText() {
        assertThat(recognizer().recognize("").mentions()).isEmpty();
    }

    @Test
    default void givesTheSameAnswersOnFourThreadsAndInAnyOrder() throws Exception {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            texts.add("Ada Byrne " + i + " flew from Oslo to Paris on " + (i % 28 + 1) + " May, paid $" + i
                    + " to Acme Corp. and wrote to ada" + i + "@example.org.");
            texts.add("can jo smith" + i + " meet me in london at " + i % 24 + ":30 for the quarterly review");
            texts.add("The Review was Quarterly and London Bridge number " + i + " fell");
        }
        EntityRecognizer recognizer = recognizer();
        List<AnnotatedText> expected = texts.stream().map(recognizer::recognize).toList();
        List<String> backwards = new ArrayList<>(texts);
        Collections.reverse(backwards);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<AnnotatedText>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(
                        () -> backwards.stream().map(recognizer::recognize).toList()));
            }
            for (Future<List<AnnotatedText>> answer : answers) {
                List<AnnotatedText> found = new ArrayList<>(answer.get());
                Collections.reverse(found);
                assertThat(found).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    static List<String> hostileLines() {
        return List.of(
                "a",
                "1",
                "1 ",
                "a@",
                "@",
                "1:",
                ":",
                "(",
                "+1",
                "1-1",
                "1,111,",
                "http://",
                "www.",
                "a.",
                "a-",
                "DE89 ",
                "one ",
                "a hundred and ",
                "twenty-",
                "12 Elm ",
                "may 5 ",
                "$1",
                "1/",
                "5 p",
                "half past ",
                "the ",
                "0",
                "00 ",
                ".",
                "'s ",
                "\ud83d\ude00",
                "next ",
                "1 a ",
                "Ada ",
                "\n",
                "(1) ");
    }

    @ParameterizedTest
    @MethodSource("hostileLines")
    default void takesLinearTimeForAVeryLongLine(String unit) {
        String line = unit.repeat(hostileLength() / unit.length());
        AnnotatedText found = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> recognizer().recognize(line));
        assertThat(found.text()).isSameAs(line);
    }
}
