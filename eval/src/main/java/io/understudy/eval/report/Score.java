package io.understudy.eval.report;

/**
 * One number, with what is needed to read it.
 *
 * @param name its key in report.json
 * @param value NaN where it cannot be computed; then {@code reason} says why
 * @param reason empty where there is a value
 * @param direction which way is better
 * @param n how many lines (or other things, as {@code what} says) it was computed on
 * @param ruler the same metric on the original
 * @param what one sentence
 */
public record Score(String name, double value, String reason, Direction direction, long n, Ruler ruler, String what) {

    /**
     * What a value is compared with. Many metrics depend on the size of the sample, so the two sides are measured once
     * more at equal size.
     *
     * @param n size of both sides, 0 where the value itself is compared
     * @param here the metric on {@code n} lines of this corpus, NaN where the value itself is compared
     * @param original the metric on the original, NaN where there is none
     */
    public record Ruler(long n, double here, double original) {
        /** Nothing to compare with. */
        public static final Ruler NONE = new Ruler(0, Double.NaN, Double.NaN);
    }

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
                Ruler.NONE,
                what);
    }

    /** A value that cannot be computed. */
    public static Score missing(String name, Direction direction, String what, String reason) {
        return new Score(name, Double.NaN, reason, direction, 0, Ruler.NONE, what);
    }

    /** Beside the original's value, of a metric that does not depend on size. */
    public Score against(double original) {
        return against(new Ruler(0, Double.NaN, original));
    }

    public Score against(Ruler other) {
        return new Score(name, value, reason, direction, n, other, what);
    }
}
