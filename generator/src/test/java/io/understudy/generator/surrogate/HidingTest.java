package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HidingTest {

    private static final int DOCUMENTS = 8_000;

    /** The published percentages. Their last digit is rounded, and 8,000 documents have a standard error of .5 %. */
    @ParameterizedTest
    @CsvSource({"0.001, .271, .001", "0.05, .942, .577"})
    void documentsGiveAwayAsMuchAsPublished(double missRate, double consistent, double markov) {
        Hiding.Leak leak = Hiding.of(missRate, DOCUMENTS, 1);
        assertThat(leak.consistent()).isCloseTo(consistent, offset(3 * error(consistent) + .0005));
        assertThat(leak.markov()).isCloseTo(markov, offset(3 * error(markov) + .0005));
    }

    private static double error(double share) {
        return Math.sqrt(share * (1 - share) / DOCUMENTS);
    }
}
