package io.understudy.eval.diversity;

import io.understudy.core.AnnotatedText;
import io.understudy.core.text.LongHashSet;
import java.util.List;

/**
 * Distinct-n for n = 1, 2, 3: distinct n-grams over all n-grams, {@code |∪ G_n(d)| / Σ |G_n(d)|}. In (0, 1], higher is
 * more varied, falls as a corpus grows. n-grams do not cross lines. Li et al., "A Diversity-Promoting Objective
 * Function for Neural Conversation Models", 2016. Counted by 64-bit hashes.
 */
final class Grams {

    private static final int ORDERS = 3;
    private static final int CHUNK = 4096;

    private final LongHashSet[] distinct = {new LongHashSet(), new LongHashSet(), new LongHashSet()};
    private final long[] total = new long[ORDERS];
    private long lines;

    private Grams() {}

    static Grams of(List<AnnotatedText> lines, Tokens tokens) {
        Grams grams = new Grams();
        // Cutting is the slow part and each line stands alone; counting is a union, so order does not matter.
        for (int from = 0; from < lines.size(); from += CHUNK) {
            lines.subList(from, Math.min(lines.size(), from + CHUNK)).parallelStream()
                    .map(tokens::of)
                    .toList()
                    .forEach(grams::add);
        }
        return grams;
    }

    private void add(long[] tokens) {
        lines++;
        for (int from = 0; from < tokens.length; from++) {
            long gram = 0;
            for (int n = 0; n < ORDERS && from + n < tokens.length; n++) {
                gram = (Long.rotateLeft(gram, 21) ^ tokens[from + n]) * 0x9e3779b97f4a7c15L;
                distinct[n].add(gram ^ (gram >>> 31));
                total[n]++;
            }
        }
    }

    /** NaN where no line has {@code n} tokens. */
    double distinct(int n) {
        return total[n - 1] == 0 ? Double.NaN : (double) distinct[n - 1].size() / total[n - 1];
    }

    /** Tokens for each line; NaN without lines. */
    double meanLength() {
        return lines == 0 ? Double.NaN : (double) total[0] / lines;
    }
}
