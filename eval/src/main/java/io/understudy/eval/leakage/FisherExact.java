package io.understudy.eval.leakage;

/** Fisher's exact test on two proportions, one-sided. R. A. Fisher, "The Design of Experiments", 1935. */
public final class FisherExact {

    private FisherExact() {}

    /**
     * The probability of {@code a} or more hits among {@code n1}, given that {@code a + b} of all {@code n1 + n2} are
     * hits and chance alone deals them out. In (0, 1]; small means that the first proportion is greater than chance
     * allows.
     *
     * @throws IllegalArgumentException if a count is negative or above its total
     */
    public static double greater(long a, long n1, long b, long n2) {
        if (a < 0 || b < 0 || a > n1 || b > n2) {
            throw new IllegalArgumentException("%d of %d and %d of %d are not proportions".formatted(a, n1, b, n2));
        }
        long hits = a + b;
        long most = Math.min(n1, hits);
        double sum = 0;
        double term = 1;
        // Terms relative to the first, P(X = a); hypergeometric ratios P(x + 1) / P(x).
        for (long x = a; x <= most; x++) {
            sum += term;
            term *= ((double) (n1 - x) / (x + 1)) * ((double) (hits - x) / (n2 - hits + x + 1));
        }
        double first = logChoose(n1, a) + logChoose(n2, b) - logChoose(n1 + n2, hits);
        return Math.min(1, StrictMath.exp(first + StrictMath.log(sum)));
    }

    private static double logChoose(long n, long k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    /** Exact sums for small n, Stirling's series (error below 1e-12) above. */
    private static double logFactorial(long n) {
        if (n < 64) {
            double sum = 0;
            for (long i = 2; i <= n; i++) {
                sum += StrictMath.log((double) i);
            }
            return sum;
        }
        double x = (double) n;
        double inverse = 1 / x;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
        return x * StrictMath.log(x) - x + 0.5 * StrictMath.log(2 * StrictMath.PI * x) + series;
    }
}
