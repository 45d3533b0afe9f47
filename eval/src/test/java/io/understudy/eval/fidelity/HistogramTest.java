package io.understudy.eval.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistogramTest {

    private static Histogram of(String... names) {
        Histogram histogram = new Histogram();
        for (String name : names) {
            histogram.add(name);
        }
        return histogram;
    }

    /** Golden: p = (.5, .5, 0), q = (.25, .25, .5): .311278 bits, not its root .557923. */
    @Test
    void givesTheGoldenDivergence() {
        Histogram p = of("a", "b");
        Histogram q = of("a", "b", "c", "c");
        assertThat(p.divergence(q)).isCloseTo(.311278, within(1e-6));
        assertThat(q.divergence(p)).isCloseTo(.311278, within(1e-6));
    }

    @Test
    void runsFromEqualToNothingInCommon() {
        assertThat(of("a", "b").divergence(of("b", "a", "a", "b"))).isZero();
        assertThat(of("a").divergence(of("b"))).isCloseTo(1, within(1e-12));
        assertThat(of("a").divergence(of())).isNaN();
    }
}
