package io.understudy.eval.diversity;

import io.understudy.eval.view.Numbering;
import io.understudy.eval.view.TokenLines;
import java.util.Arrays;

/**
 * The n-grams of lines, n = 1 to an order: numbered, counted, and kept line by line. n-grams do not cross lines. Exact:
 * an n-gram's key is the number of its first n - 1 tokens and its last token. Memory: 4 bytes for each n-gram and about
 * 30 for each distinct one.
 */
final class Grams {

    private final int lines;
    private final int[][][] ids;
    private final int[] distinct;

    private Grams(int lines, int[][][] ids, int[] distinct) {
        this.lines = lines;
        this.ids = ids;
        this.distinct = distinct;
    }

    /** @param orders 1 and up */
    static Grams of(TokenLines lines, int orders) {
        int[][][] ids = new int[orders][lines.size()][];
        int[] distinct = new int[orders];
        for (int n = 1; n <= orders; n++) {
            Numbering numbers = new Numbering();
            for (int line = 0; line < lines.size(); line++) {
                int[] tokens = lines.lines().get(line);
                int[] grams = new int[Math.max(0, tokens.length - n + 1)];
                for (int at = 0; at < grams.length; at++) {
                    long prefix = n == 1 ? 0 : ids[n - 2][line][at] + 1L;
                    grams[at] = numbers.number(prefix << 32 | tokens[at + n - 1]);
                }
                ids[n - 1][line] = grams;
            }
            distinct[n - 1] = numbers.size();
        }
        return new Grams(lines.size(), ids, distinct);
    }

    int lines() {
        return lines;
    }

    /** The numbers of the n-grams of a line, by place; numbers of each order begin at 0. */
    int[] of(int n, int line) {
        return ids[n - 1][line];
    }

    /** How many distinct n-grams there are. */
    int distinctCount(int n) {
        return distinct[n - 1];
    }

    /** How many n-grams there are. */
    long total(int n) {
        return Arrays.stream(ids[n - 1]).mapToLong(line -> line.length).sum();
    }

    /**
     * Distinct-n: distinct n-grams over all n-grams, {@code |∪ G_n(d)| / Σ |G_n(d)|}. In (0, 1], higher is more varied,
     * falls as a corpus grows. Li et al., "A Diversity-Promoting Objective Function for Neural Conversation Models",
     * 2016. NaN where no line has {@code n} tokens.
     */
    double distinct(int n) {
        long total = total(n);
        return total == 0 ? Double.NaN : (double) distinctCount(n) / total;
    }

    /**
     * Entropy of n-grams in bits, {@code −Σ p log₂ p}. 0 and up, higher is more varied, grows with a corpus; NaN where
     * no line has {@code n} tokens.
     */
    double entropy(int n) {
        int[] counts = counts(n);
        double total = total(n);
        double sum = 0;
        for (int count : counts) {
            double p = count / total;
            sum -= p * StrictMath.log(p);
        }
        return total == 0 ? Double.NaN : sum / StrictMath.log(2);
    }

    private int[] counts(int n) {
        int[] counts = new int[distinctCount(n)];
        for (int[] line : ids[n - 1]) {
            for (int id : line) {
                counts[id]++;
            }
        }
        return counts;
    }

    /**
     * Self-repetition: {@code (1/|D|) Σ_d ln(1 + Σ_{g ∈ G_n(d)} (df(g) − 1))}, G the distinct n-grams of a line and df
     * the number of lines that have one. 0 and up, lower is more varied, grows with a corpus. Salkar et al.,
     * "Self-Repetition in Abstractive Neural Summarizers", 2022. NaN without lines.
     */
    double selfRepetition(int n) {
        int[] lineCounts = new int[distinctCount(n)];
        for (int line = 0; line < lines; line++) {
            for (int id : distinctOf(n, line)) {
                lineCounts[id]++;
            }
        }
        double sum = 0;
        for (int line = 0; line < lines; line++) {
            long others = 0;
            for (int id : distinctOf(n, line)) {
                others += lineCounts[id] - 1;
            }
            sum += StrictMath.log1p((double) others);
        }
        return lines == 0 ? Double.NaN : sum / lines;
    }

    /**
     * Share of lines that hold one of the {@code most} most frequent n-grams that occur more than once: the template
     * rate of Shaib et al., "Detection and Measurement of Syntactic Templates in Generated Text", 2024, with words
     * where they have parts of speech. In [0, 1], lower is more varied; some n-gram is always the most frequent, so it
     * is to be read beside another corpus. NaN where no line has {@code n} tokens.
     */
    double shareWithFrequent(int n, int most) {
        int[] counts = counts(n);
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        int fewest = sorted.length == 0 ? 0 : Math.max(2, sorted[Math.max(0, sorted.length - most)]);
        long holding = Arrays.stream(ids[n - 1])
                .filter(line -> Arrays.stream(line).anyMatch(id -> counts[id] >= fewest))
                .count();
        return sorted.length == 0 ? Double.NaN : (double) holding / lines;
    }

    private int[] distinctOf(int n, int line) {
        return Arrays.stream(of(n, line)).distinct().toArray();
    }

    /** Tokens for each line; NaN without lines. */
    double meanLength() {
        return lines == 0 ? Double.NaN : (double) total(1) / lines;
    }
}
