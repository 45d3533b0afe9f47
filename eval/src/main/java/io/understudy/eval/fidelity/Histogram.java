package io.understudy.eval.fidelity;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Counts of things by name. Not thread-safe. */
public final class Histogram {

    private final Map<String, long[]> counts = new HashMap<>();
    private long total;

    public void add(String name) {
        long[] count = counts.get(name);
        if (count == null) {
            count = new long[1];
            counts.put(name, count);
        }
        count[0]++;
        total++;
    }

    public long total() {
        return total;
    }

    public long count(String name) {
        long[] count = counts.get(name);
        return count == null ? 0 : count[0];
    }

    /** Share of a name among all; 0 where nothing was counted. */
    public double share(String name) {
        return total == 0 ? 0 : (double) count(name) / total;
    }

    /** Names counted, in alphabetical order. */
    public Iterable<String> names() {
        return new TreeSet<>(counts.keySet());
    }

    /**
     * Jensen–Shannon divergence in bits: {@code ½ KL(p‖m) + ½ KL(q‖m)}, m the mean of both. From 0 (equal) to 1
     * (nothing in common), lower is more alike; no smoothing. Not its square root, which some libraries return. Lin,
     * "Divergence Measures Based on the Shannon Entropy", 1991. NaN where either side is empty.
     */
    public double divergence(Histogram other) {
        if (total == 0 || other.total == 0) {
            return Double.NaN;
        }
        TreeSet<String> names = new TreeSet<>(counts.keySet());
        names.addAll(other.counts.keySet());
        double sum = 0;
        for (String name : names) {
            double p = share(name);
            double q = other.share(name);
            double mean = (p + q) / 2;
            sum += part(p, mean) + part(q, mean);
        }
        return Math.max(0, sum / 2);
    }

    private static double part(double p, double mean) {
        return p == 0 ? 0 : p * StrictMath.log(p / mean) / StrictMath.log(2);
    }
}
