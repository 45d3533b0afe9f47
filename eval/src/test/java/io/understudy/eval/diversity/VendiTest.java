package io.understudy.eval.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.view.TokenLines;
import io.understudy.eval.view.Tokens;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden D4. */
class VendiTest {

    private static final double[][] THREE = {{1, .9, 0}, {.9, 1, 0}, {0, 0, 1}};

    /** Eigenvalues of K/3: .0333333, .3333333, .6333333. */
    @ParameterizedTest
    @CsvSource({"1, 2.157300", "2, 1.948052", "Infinity, 1.578947", ".5, 2.420348"})
    void givesTheGoldenScoreOfEachOrder(double q, double expected) {
        assertThat(Vendi.ofSimilarities(THREE, q)).isCloseTo(expected, within(1e-6));
    }

    /** Eigenvalues .25 and .75: exp(.25 ln 4 + .75 ln 4/3). */
    @Test
    void givesTheScoreOfTwoHalvesAlike() {
        assertThat(Vendi.ofSimilarities(new double[][] {{1, .5}, {.5, 1}}, 1)).isCloseTo(1.754765, within(1e-6));
    }

    @Test
    void countsThreePairsAsThree() {
        double[] samples = {0, 0, 10, 10, 20, 20};
        double[][] similarities = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                similarities[i][j] = Math.exp(-Math.abs(samples[i] - samples[j]));
            }
        }
        assertThat(Vendi.ofSimilarities(similarities, 1)).isCloseTo(2.9999999959, within(1e-9));
    }

    /** More rows than columns: by columns. The same padded with zeros, fewer rows than columns: by rows. */
    @Test
    void givesOneScoreByRowsAndByColumns() {
        double[][] rows = {{1, 0}, {1, 0}, {0, 1}, {1, 1}};
        double[][] wide = {{1, 0, 0, 0, 0}, {1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {1, 1, 0, 0, 0}};
        assertThat(Vendi.ofRows(rows, 1)).isCloseTo(1.876250, within(1e-6));
        assertThat(Vendi.ofRows(wide, 1)).isCloseTo(1.876250, within(1e-6));
        assertThat(Vendi.ofRows(rows, 2)).isCloseTo(1.777778, within(1e-6));
    }

    /** The five sentences of the package's documentation, cut as the Penn Treebank cuts them: 3.91 there. */
    @Test
    void givesThePublishedScoreOfFiveSentences() {
        assertThat(ofLines(
                        "Look , Jane .", "See Spot .", "See Spot run .", "Run , Spot , run .", "Jane sees Spot run ."))
                .isCloseTo(3.906574, within(1e-6));
    }

    @Test
    void countsEqualLinesOnceAndLinesWithNothingInCommonOnceEach() {
        assertThat(ofLines("a b", "a b", "a b")).isCloseTo(1, within(1e-9));
        assertThat(ofLines(Collections.nCopies(300, "a b").toArray(String[]::new)))
                .isCloseTo(1, within(1e-9));
        assertThat(ofLines("a", "b", "c d")).isCloseTo(3, within(1e-9));
        assertThat(ofLines("", "")).isCloseTo(2, within(1e-9));
        assertThat(ofLines()).isNaN();
    }

    private static double ofLines(String... lines) {
        List<AnnotatedText> texts = Stream.of(lines).map(AnnotatedText::plain).toList();
        return Vendi.ofLines(Grams.of(TokenLines.of(texts, Tokens.WHITESPACE), 2), 1);
    }
}
