package io.understudy.core;

import java.util.SplittableRandom;

/**
 * Chance as an argument. A line's random numbers depend on the run's seed and the line's index alone, so that order,
 * threads and shards do not change a byte.
 */
public final class Seeds {

    private Seeds() {}

    /** A seed for the {@code index}-th child of {@code seed}; well mixed, so that neighbours are unrelated. */
    public static long derive(long seed, long index) {
        return mix(mix(seed + 0x9e3779b97f4a7c15L) ^ mix(index + 0x2545f4914f6cdd1dL));
    }

    /** A generator for the {@code index}-th child of {@code seed}. */
    public static SplittableRandom random(long seed, long index) {
        return new SplittableRandom(derive(seed, index));
    }

    /** 64-bit hash of characters for seeds and sets of hashes; the same on every machine. */
    public static long hash(CharSequence characters) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < characters.length(); i++) {
            hash = (hash ^ characters.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return mix(hash);
    }

    /**
     * Finalizer of SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
     */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
