package io.understudy.eval.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance.Original;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

    private static Example example(String text) {
        return new Example("x", Optional.empty(), AnnotatedText.plain(text), new Original("", 1));
    }

    private static List<AnnotatedText> sample(long seed, int limit, int lines) {
        Sample sample = new Sample(seed, limit);
        for (int i = 0; i < lines; i++) {
            sample.add(example(Integer.toString(i)));
        }
        assertThat(sample.seen()).isEqualTo(lines);
        return sample.lines();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 199, 200, 1_000, 10_000})
    void keepsAsManyLinesAsItMay(int lines) {
        List<AnnotatedText> kept = sample(1, 100, lines);
        assertThat(kept).hasSize(Math.min(100, lines));
        assertThat(new HashSet<>(kept)).hasSameSizeAs(kept);
    }

    /** Mean place of 1,000 of 10,000 uniform places: 5,000 with a standard deviation of 2,887/sqrt(1,000) = 91. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void drawsFromTheWholeStream(long seed) {
        double mean = sample(seed, 1_000, 10_000).stream()
                .mapToInt(line -> Integer.parseInt(line.text()))
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(5_000 - 4 * 91.0, 5_000 + 4 * 91.0);
    }

    @Test
    void beginsASmallerSampleLikeALargerOne() {
        assertThat(sample(7, 100, 5_000).subList(0, 50)).isEqualTo(sample(7, 50, 5_000));
    }

    /** 12,000,000 characters hold 11 lines of 1,048,576. */
    @Test
    void isBoundedInCharactersToo() {
        Sample sample = new Sample(1, 1_000);
        String megabyte = "x".repeat(1 << 20);
        for (int i = 0; i < 40; i++) {
            sample.add(example(megabyte));
        }
        assertThat(sample.lines().size()).isEqualTo(11);
    }
}
