package io.understudy.templates.grammar.language;

import java.util.function.IntToLongFunction;

/**
 * How one whole is divided: for each part where it begins, between 0 and 1. Thread-safe.
 *
 * <p>To divide {@code n} lines, part j gets those whose numbers lie between its ends when they are laid side by side on
 * the whole: systematic sampling. Each part so gets its share, rounded up or down, and which of the two is up to where
 * the first line is laid.
 */
final class Shares {

    private final double[] from;
    private double room = -1;

    private Shares(double[] from) {
        this.from = from;
    }

    /** @param weights none below 0; where all are 0 they count as equal */
    static Shares of(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] from = new double[weights.length + 1];
        double before = 0;
        for (int i = 0; i < weights.length; i++) {
            from[i] = sum > 0 ? Math.min(1, before / sum) : (double) i / weights.length;
            before += weights[i];
        }
        from[weights.length] = 1;
        return new Shares(from);
    }

    int size() {
        return from.length - 1;
    }

    double of(int part) {
        return from[part + 1] - from[part];
    }

    /** How many of {@code n} lines go to the parts before this one. */
    long before(int part, long n, double laid) {
        return part == 0 ? 0 : part == size() ? n : Math.min(n, (long) (from[part] * n + laid));
    }

    /** The part to which line {@code i} of {@code n} goes. */
    int find(long i, long n, double laid) {
        int low = 0;
        int high = size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before(middle, n, laid) <= i) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * The number of lines from which on some part's share may be more than it has. Computed once: the counts are always
     * the same.
     *
     * @param counts derivations of each part
     */
    double room(IntToLongFunction counts) {
        // Threads that meet here compute the same.
        if (room >= 0) {
            return room;
        }
        double least = Double.MAX_VALUE;
        for (int part = 0; part < size(); part++) {
            least = Math.min(least, counts.applyAsLong(part) / of(part));
        }
        room = least;
        return least;
    }
}
