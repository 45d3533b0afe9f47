package io.understudy.templates.grammar.language;

/**
 * The numbers below a size in an order that a key decides: a Feistel network over the smallest even number of bits that
 * holds them, gone through again until the number is below the size (Black and Rogaway, "Ciphers with Arbitrary Finite
 * Domains", CT-RSA 2002). Needs no memory. Immutable.
 */
final class Permutation {

    private static final int ROUNDS = 4;

    private final long size;
    private final long key;
    private final int half;
    private final long mask;

    private Permutation(long size, long key) {
        this.size = size;
        this.key = key;
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, size - 1));
        this.half = Math.max(1, (bits + 1) / 2);
        this.mask = (1L << half) - 1;
    }

    /** @param size at least 1 */
    static Permutation of(long size, long key) {
        return new Permutation(size, key);
    }

    /** The number at a place; both from 0, below the size. */
    long at(long place) {
        if (size == 1) {
            return 0;
        }
        // Going through again favours some numbers where there are few; the two turns make them all alike.
        long number = turned(place, ROUNDS);
        do {
            number = through(number);
        } while (number >= size || number < 0);
        return turned(number, ROUNDS + 1);
    }

    private long turned(long number, int round) {
        long by = Math.floorMod(mixed(size, round), size);
        return number < size - by ? number + by : number - (size - by);
    }

    private long through(long number) {
        long left = number >>> half;
        long right = number & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (mixed(right, round) & mask);
            left = right;
            right = next;
        }
        return (left << half) | right;
    }

    /** Finalizer of MurmurHash3, which is in the public domain. */
    private long mixed(long value, int round) {
        long z = (value + 1) * 0x9e3779b97f4a7c15L + key + round * 0xd1342543de82ef95L;
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
