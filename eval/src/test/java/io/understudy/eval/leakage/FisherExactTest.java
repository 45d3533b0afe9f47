package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherExactTest {

    /** Golden values computed with scipy's fisher_exact(alternative="greater"). */
    @ParameterizedTest
    @CsvSource({
        "12, 400, 3, 400, .016750",
        "12, 400, 8, 400, .248976",
        "7, 500, 1, 500, .034610",
        "5, 100, 0, 100, .029692",
        "3, 400, 0, 400, .124531",
        "0, 10, 0, 10, 1"
    })
    void givesTheGoldenProbabilities(long a, long n1, long b, long n2, double p) {
        assertThat(FisherExact.greater(a, n1, b, n2)).isCloseTo(p, within(1e-6));
    }

    @Test
    void staysAProbabilityWhenEverythingCameThrough() {
        // C(5,5) C(5,0) / C(10,5) = 1/252.
        assertThat(FisherExact.greater(5, 5, 0, 5)).isCloseTo(1.0 / 252, within(1e-12));
        assertThat(FisherExact.greater(0, 0, 0, 5)).isEqualTo(1.0);
        assertThat(FisherExact.greater(3, 3, 5, 5)).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void refusesMoreHitsThanThings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FisherExact.greater(5, 4, 0, 5))
                .withMessage("5 of 4 and 0 of 5 are not proportions");
    }
}
