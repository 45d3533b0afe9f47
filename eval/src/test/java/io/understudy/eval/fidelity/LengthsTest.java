package io.understudy.eval.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LengthsTest {

    private static final double[] LOW = {1, 2, 3};
    private static final double[] HIGH = {4, 2, 3};

    @Test
    void givesTheGoldenDistances() {
        assertThat(Lengths.moved(LOW, HIGH)).isCloseTo(1.0, within(1e-12));
        assertThat(Lengths.greatestGap(LOW, HIGH)).isCloseTo(.333333, within(1e-6));
    }

    @Test
    void movesEachNumberOfSetsOfUnequalSize() {
        // Half of the mass goes from 0 to 10: 5.
        assertThat(Lengths.moved(new double[] {0}, new double[] {0, 10})).isCloseTo(5, within(1e-12));
        assertThat(Lengths.moved(LOW, LOW)).isZero();
        assertThat(Lengths.moved(new double[0], LOW)).isNaN();
        assertThat(Lengths.greatestGap(new double[0], LOW)).isNaN();
    }

    @Test
    void saysHowLikelyAGapIs() {
        assertThat(Lengths.chance(LOW, LOW)).isCloseTo(1, within(1e-9));
        double[] ones = new double[100];
        double[] twos = new double[100];
        Arrays.setAll(ones, i -> i);
        Arrays.setAll(twos, i -> i + 50);
        assertThat(Lengths.chance(ones, twos)).isLessThan(1e-9);
    }
}
