package io.understudy.eval.report;

/**
 * One number, with what is needed to read it.
 *
 * @param name its key in report.json
 * @param value NaN where it cannot be computed; then {@code reason} says why
 * @param reason empty where there is a value
 * @param direction which way is better
 * @param n how many lines (or other things, as {@code what} says) it was computed on
 * @param original the ruler: the same metric on the original at the same size, NaN where there is none
 * @param what one sentence
 */
public record Score(
        String name, double value, String reason, Direction direction, long n, double original, String what) {

    /** Which way is better. */
    public enum Direction {
        HIGHER,
        LOWER,
        /** Neither: near the original is good. */
        NEAR_ORIGINAL
    }

    /** @throws IllegalArgumentException if a value is missing without a reason, or is infinite */
    public Score {
        if (Double.isNaN(value) == reason.isEmpty() || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "score " + name + " is " + value + " with reason '" + reason + "'; expected a number or a reason");
        }
    }

    public static Score of(String name, double value, Direction direction, long n, String what) {
        return new Score(
                name,
                value,
                Double.isNaN(value) ? "nothing to measure: no line is long enough" : "",
                direction,
                n,
                Double.NaN,
                what);
    }

    /** A value that cannot be computed. */
    public static Score missing(String name, Direction direction, String what, String reason) {
        return new Score(name, Double.NaN, reason, direction, 0, Double.NaN, what);
    }

    public Score against(double ruler) {
        return new Score(name, value, reason, direction, n, ruler, what);
    }
}
