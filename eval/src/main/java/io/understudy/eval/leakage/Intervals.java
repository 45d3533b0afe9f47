package io.understudy.eval.leakage;

/** How sure a proportion is: intervals of 95 %. */
public final class Intervals {

    /** The normal distribution's 97.5 % point. */
    private static final double Z = 1.959963984540054;

    private static final double TAIL = 0.025;
    private static final int HALVINGS = 60;

    private Intervals() {}

    /** A value with how far it may be off to either side. */
    public record Estimate(double value, double error) {}

    /**
     * Wilson's score interval: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). E. B. Wilson, JASA 1927.
     *
     * @throws IllegalArgumentException if {@code of} is below 1 or {@code came} is not within 0 and {@code of}
     */
    public static Estimate wilson(long came, long of) {
        check(came, of);
        double n = (double) of;
        double p = came / n;
        double square = Z * Z / n;
        double error = Z * Math.sqrt(p * (1 - p) / n + square / (4 * n)) / (1 + square);
        return new Estimate((p + square / 2) / (1 + square), error);
    }

    /**
     * The exact interval: the proportions at which so many hits or more, and so many or fewer, have a probability of
     * 2.5 %. C. J. Clopper and E. S. Pearson, Biometrika 1934.
     *
     * @return lower and upper bound
     * @throws IllegalArgumentException as {@link #wilson}
     */
    public static double[] exact(long came, long of) {
        check(came, of);
        double low = came == 0 ? 0 : solve(p -> atLeast(came, of, p) < TAIL);
        double high = came == of ? 1 : solve(p -> atLeast(came + 1, of, p) < 1 - TAIL);
        return new double[] {low, high};
    }

    /**
     * What remains of a risk when what strikes a control too is taken away: (r - c) / (1 - c) of Wilson's centres, with
     * the error propagated; 0 to 1, lower is better.
     *
     * @throws IllegalArgumentException as {@link #wilson}
     */
    public static Estimate residual(long came, long of, long controlCame, long controlOf) {
        Estimate risk = wilson(came, of);
        Estimate control = wilson(controlCame, controlOf);
        double rest = 1 - control.value;
        double own = risk.error / rest;
        double other = (1 - risk.value) / (rest * rest) * control.error;
        return new Estimate((risk.value - control.value) / rest, Math.sqrt(own * own + other * other));
    }

    private interface Below {
        boolean test(double p);
    }

    /** The proportion at which a rising function crosses; {@code below} says whether it lies above p. */
    private static double solve(Below below) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** P(X >= k) for a binomial X. */
    private static double atLeast(long k, long n, double p) {
        double below = 0;
        double log = n * StrictMath.log1p(-p);
        for (long i = 0; i < k; i++) {
            below += StrictMath.exp(log);
            log += StrictMath.log((n - i) * p) - StrictMath.log((i + 1) * (1 - p));
        }
        return 1 - below;
    }

    private static void check(long came, long of) {
        if (of < 1 || came < 0 || came > of) {
            throw new IllegalArgumentException("%d of %d is not a proportion".formatted(came, of));
        }
    }
}
