package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of Wilson's and Clopper and Pearson's formulas, computed elsewhere. */
class IntervalsTest {

    @ParameterizedTest
    @CsvSource({"850, 1000, .848661, .022129", "23, 100, .239988, .081556", "0, 10, .138766, .138766"})
    void givesWilsonsCentreAndError(long came, long of, double centre, double error) {
        Intervals.Estimate wilson = Intervals.wilson(came, of);
        assertThat(wilson.value()).isCloseTo(centre, within(1e-6));
        assertThat(wilson.error()).isCloseTo(error, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 0, .036217", "3, 1000, .000619, .008742", "100, 100, .963783, 1"})
    void givesTheExactInterval(long came, long of, double low, double high) {
        double[] exact = Intervals.exact(came, of);
        assertThat(exact[0]).isCloseTo(low, within(1e-6));
        assertThat(exact[1]).isCloseTo(high, within(1e-6));
    }

    @Test
    void takesTheControlsRiskAway() {
        Intervals.Estimate residual = Intervals.residual(23, 100, 15, 100);
        assertThat(residual.value()).isCloseTo(.092038, within(1e-6));
        assertThat(residual.value() + residual.error()).isCloseTo(.215488, within(1e-6));
    }

    @Test
    void refusesMoreHitsThanThings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Intervals.wilson(2, 1))
                .withMessage("2 of 1 is not a proportion");
    }
}
