package io.understudy.eval.diversity;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Self-BLEU: the mean over lines of BLEU with the line as hypothesis and all others as references. From 0 to 1, lower
 * is more varied, grows with a corpus. Zhu et al., "Texygen", 2018; BLEU of Papineni et al., 2002, with uniform
 * weights, the closest reference length, and smoothing method 1 of Chen and Cherry, 2014 (ε = 0.1 in place of a
 * numerator of zero; 0 where no word matches).
 *
 * <p>Exact in time linear in the n-grams: a clipped count needs the most that any <em>other</em> line has of an n-gram,
 * and for that the two highest counts of each n-gram are enough.
 */
final class SelfBleu {

    private static final double EPSILON = 0.1;

    private final Grams grams;
    private final int order;
    private final boolean capped;

    /**
     * @param order the longest n-grams, 4 as a rule
     * @param capped whether a line shorter than {@code order} is judged by n-grams as long as itself. As published it
     *     is not, and two equal lines of one word then score 0.18 in place of 1
     */
    SelfBleu(Grams grams, int order, boolean capped) {
        this.grams = grams;
        this.order = order;
        this.capped = capped;
    }

    /** NaN with fewer than two lines. */
    double mean() {
        return grams.lines() < 2 ? Double.NaN : Arrays.stream(each()).sum() / grams.lines();
    }

    /** Of each line, two or more. */
    double[] each() {
        int lines = grams.lines();
        int[][] clipped = new int[order][];
        for (int n = 1; n <= order; n++) {
            clipped[n - 1] = clipped(n);
        }
        TreeMap<Integer, Integer> lengths = new TreeMap<>();
        for (int line = 0; line < lines; line++) {
            lengths.merge(grams.of(1, line).length, 1, Integer::sum);
        }
        double[] scores = new double[lines];
        for (int line = 0; line < lines; line++) {
            scores[line] = score(line, clipped, lengths);
        }
        return scores;
    }

    private double score(int line, int[][] clipped, NavigableMap<Integer, Integer> lengths) {
        int length = grams.of(1, line).length;
        if (length == 0 || clipped[0][line] == 0) {
            return 0;
        }
        int orders = capped ? Math.min(order, length) : order;
        double log = 0;
        for (int n = 1; n <= orders; n++) {
            double matched = clipped[n - 1][line];
            int total = Math.max(1, grams.of(n, line).length);
            log += StrictMath.log((matched == 0 ? EPSILON : matched) / total) / orders;
        }
        int reference = closest(length, lengths);
        double brevity = length > reference ? 0 : 1 - (double) reference / length;
        return StrictMath.exp(log + brevity);
    }

    /** The length nearest to {@code length} among the other lines, the shorter of two. */
    private static int closest(int length, NavigableMap<Integer, Integer> lengths) {
        if (lengths.get(length) > 1) {
            return length;
        }
        Map.Entry<Integer, Integer> lower = lengths.lowerEntry(length);
        Map.Entry<Integer, Integer> higher = lengths.higherEntry(length);
        if (lower == null || higher == null) {
            return (lower == null ? higher : lower).getKey();
        }
        return length - lower.getKey() <= higher.getKey() - length ? lower.getKey() : higher.getKey();
    }

    /** For each line how many of its n-grams another line has too, each as often as the line that has it most. */
    private int[] clipped(int n) {
        int[] most = new int[grams.distinctCount(n)];
        int[] owner = new int[most.length];
        int[] second = new int[most.length];
        for (int line = 0; line < grams.lines(); line++) {
            int holder = line;
            runs(grams.of(n, line), (gram, count) -> {
                if (count > most[gram]) {
                    second[gram] = most[gram];
                    most[gram] = count;
                    owner[gram] = holder;
                } else if (count > second[gram]) {
                    second[gram] = count;
                }
            });
        }
        int[] clipped = new int[grams.lines()];
        for (int line = 0; line < grams.lines(); line++) {
            int reader = line;
            runs(
                    grams.of(n, line),
                    (gram, count) ->
                            clipped[reader] += Math.min(count, owner[gram] == reader ? second[gram] : most[gram]));
        }
        return clipped;
    }

    @FunctionalInterface
    private interface Run {
        void of(int gram, int count);
    }

    private static void runs(int[] grams, Run run) {
        int[] sorted = grams.clone();
        Arrays.sort(sorted);
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            run.of(sorted[from], to - from);
            from = to;
        }
    }
}
