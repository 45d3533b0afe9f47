package io.understudy.eval.diversity;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How varied the words of one running text are. All depend on the order of the words or on their number; of joined
 * lines the mean over several orders is taken.
 */
final class WordVariety {

    private final int[] words;
    private final int[] counts;

    /** @param words numbers of words, 0 and up */
    WordVariety(int[] words) {
        this.words = words.clone();
        this.counts = new int[Arrays.stream(words).max().orElse(-1) + 1];
        for (int word : words) {
            counts[word]++;
        }
    }

    /** Distinct words over words; falls with length. */
    double typeTokenRatio() {
        return words.length == 0 ? Double.NaN : (double) types() / words.length;
    }

    private long types() {
        return Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /**
     * MATTR: the mean type-token ratio of all windows of so many words. In (0, 1], higher is more varied. Covington and
     * McFall, "Cutting the Gordian Knot", 2010. NaN where the text is shorter than a window.
     */
    double movingAverage(int window) {
        if (words.length < window) {
            return Double.NaN;
        }
        int[] inside = new int[counts.length];
        int types = 0;
        long sum = 0;
        for (int i = 0; i < words.length; i++) {
            types += inside[words[i]]++ == 0 ? 1 : 0;
            if (i >= window) {
                types -= --inside[words[i - window]] == 0 ? 1 : 0;
            }
            sum += i >= window - 1 ? types : 0;
        }
        return (double) sum / window / (words.length - window + 1);
    }

    /**
     * MTLD: how many words it takes, on average, until the type-token ratio has fallen to {@code threshold} (0.72),
     * forwards and backwards. 1 and up, higher is more varied. McCarthy and Jarvis, "MTLD, vocd-D, and HD-D", 2010. NaN
     * without words.
     */
    double untilRepetition(double threshold) {
        int[] backwards = new int[words.length];
        Arrays.setAll(backwards, i -> words[words.length - 1 - i]);
        return words.length == 0 ? Double.NaN : (stretch(words, threshold) + stretch(backwards, threshold)) / 2;
    }

    private double stretch(int[] text, double threshold) {
        double factors = 0;
        BitSet seen = new BitSet();
        int length = 0;
        int types = 0;
        for (int word : text) {
            length++;
            types += seen.get(word) ? 0 : 1;
            seen.set(word);
            if ((double) types / length <= threshold) {
                factors++;
                length = 0;
                types = 0;
                seen.clear();
            }
        }
        factors += length > 0 ? (1 - (double) types / length) / (1 - threshold) : 0;
        // No factor closed and none begun to: every word is distinct, and the text is one factor.
        return text.length / (factors == 0 ? 1 : factors);
    }

    /**
     * HD-D: the expected type-token ratio of a draw of so many words without replacement. In (0, 1], higher is more
     * varied. McCarthy and Jarvis, 2010. NaN where there are fewer words.
     */
    double drawn(int draws) {
        if (words.length < draws) {
            return Double.NaN;
        }
        double sum = 0;
        for (int count : counts) {
            double absent = 1;
            for (int i = 0; i < draws && absent > 0; i++) {
                absent *= Math.max(0, (double) words.length - count - i) / (words.length - i);
            }
            sum += count == 0 ? 0 : 1 - absent;
        }
        return sum / draws;
    }

    /** Yule's K: {@code 10⁴ (Σ c² − N) / N²}. 0 and up, lower is more varied. NaN without words. */
    double yuleK() {
        double n = words.length;
        return words.length == 0 ? Double.NaN : 1e4 * (squares() - n) / (n * n);
    }

    /** Simpson's D: chance that two words drawn are equal. In [0, 1], lower is more varied. NaN below two words. */
    double simpson() {
        double n = words.length;
        return words.length < 2 ? Double.NaN : (squares() - n) / (n * (n - 1));
    }

    private double squares() {
        return Arrays.stream(counts)
                .mapToDouble(count -> (double) count * count)
                .sum();
    }
}
