package io.understudy.eval.utility;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What F1 is made of.
 *
 * @param right predicted and so
 * @param predicted right or wrong
 * @param gold all there are
 */
record Counts(long right, long predicted, long gold) {

    static final Counts NONE = new Counts(0, 0, 0);

    /** Exact runs with the exact label. */
    static Counts of(List<Chunk> gold, List<Chunk> predicted) {
        Set<Chunk> known = new HashSet<>(gold);
        return new Counts(predicted.stream().filter(known::contains).count(), predicted.size(), gold.size());
    }

    Counts plus(Counts other) {
        return new Counts(right + other.right, predicted + other.predicted, gold + other.gold);
    }

    /** {@code 2 · right / (predicted + gold)}, in [0, 1], higher is better; NaN where there is nothing to find. */
    double f1() {
        return predicted + gold == 0 ? Double.NaN : 2.0 * right / (predicted + gold);
    }
}
