package io.understudy.generator;

/**
 * How much to generate.
 *
 * @param count lines asked for, 0 or more
 * @param seed the only chance
 * @param threads how many make candidates, 1 or more; changes no byte of the output
 * @param maxCandidatesPerLine gives up after this many candidates per line asked for, 1 or more
 */
public record Plan(long count, long seed, int threads, int maxCandidatesPerLine) {

    public static final int DEFAULT_MAX_CANDIDATES_PER_LINE = 100;

    /** A run of a few thousand candidates costs nothing; a small count must not end a search early. */
    private static final long MIN_CANDIDATES = 10_000;

    private static final long MAX_DRY = 1_000_000;

    /** @throws IllegalArgumentException if a number is out of its range */
    public Plan {
        atLeast("count", count, 0);
        atLeast("threads", threads, 1);
        atLeast("candidates per line", maxCandidatesPerLine, 1);
    }

    public Plan(long count, long seed, int threads) {
        this(count, seed, threads, DEFAULT_MAX_CANDIDATES_PER_LINE);
    }

    /**
     * Whether to stop short of the count: the last {@code 10 * produced} candidates (at least 10,000, at most a
     * million) gave nothing new, or {@code maxCandidatesPerLine * count} (at least 10,000) were made in all. Lines that
     * only a rare carrier can make may be missed.
     *
     * @param produced lines so far
     * @param candidates candidates so far
     * @param dry candidates since the last new line
     */
    boolean exhausted(long produced, long candidates, long dry) {
        long most = count > Long.MAX_VALUE / maxCandidatesPerLine ? Long.MAX_VALUE : count * maxCandidatesPerLine;
        return dry >= Math.min(Math.max(MIN_CANDIDATES, 10 * produced), MAX_DRY)
                || candidates >= Math.max(MIN_CANDIDATES, most);
    }

    private static void atLeast(String what, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " is " + value + "; expected " + least + " or more");
        }
    }
}
