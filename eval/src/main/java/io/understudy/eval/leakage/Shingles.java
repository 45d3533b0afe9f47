package io.understudy.eval.leakage;

import java.util.Arrays;

/** Sets of runs of n words, as sorted hashes. */
final class Shingles {

    private Shingles() {}

    /** The distinct runs of n words, sorted; a number below 0 is a word like no other. */
    static long[] of(int[] words, int n) {
        long[] hashes = new long[Math.max(0, words.length - n + 1)];
        for (int i = 0; i < hashes.length; i++) {
            long hash = WordRuns.none();
            for (int j = i; j < i + n; j++) {
                hash = WordRuns.extend(hash, words[j] < 0 ? -1L - j : words[j]);
            }
            hashes[i] = hash;
        }
        Arrays.sort(hashes);
        int distinct = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, distinct);
    }

    /** |A ∩ B| / |A ∪ B|, 0 to 1; 0 where both are empty. P. Jaccard, 1901. */
    static double jaccard(long[] a, long[] b) {
        int both = shared(a, b);
        int any = a.length + b.length - both;
        return any == 0 ? 0 : (double) both / any;
    }

    /** |A ∩ B| / |A|: how much of a is in b; 0 where a is empty. A. Broder, 1997. */
    static double containment(long[] a, long[] b) {
        return a.length == 0 ? 0 : (double) shared(a, b) / a.length;
    }

    private static int shared(long[] a, long[] b) {
        int shared = 0;
        int j = 0;
        for (long hash : a) {
            while (j < b.length && b[j] < hash) {
                j++;
            }
            shared += j < b.length && b[j] == hash ? 1 : 0;
        }
        return shared;
    }
}
