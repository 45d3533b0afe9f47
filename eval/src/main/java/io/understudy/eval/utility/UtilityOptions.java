package io.understudy.eval.utility;

/**
 * How much to train.
 *
 * @param seed of the draws
 * @param seconds that training may take for each task on one core, by a model of its cost; 0: not at all
 */
public record UtilityOptions(long seed, int seconds) {

    /** Seconds where nobody says otherwise. */
    public static final int SECONDS = 20;

    /** Seed 1. */
    public static final UtilityOptions STANDARD = new UtilityOptions(1, SECONDS);

    /** @throws IllegalArgumentException if seconds are negative */
    public UtilityOptions {
        if (seconds < 0) {
            throw new IllegalArgumentException(seconds + " seconds; expected 0 or more");
        }
    }
}
