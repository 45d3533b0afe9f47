package io.understudy.eval.diversity.xz;

/**
 * Counts the bytes that a range coder writes, and keeps its probabilities. Like liblzma's it makes room for a bit
 * before it is coded and not afterwards, on which depends where a chunk ends.
 */
final class RangeCounter {

    /** Bytes that close a chunk, the first one's zero among them. */
    private static final int CLOSING = 5;

    private static final int PROBABILITY_BITS = 11;
    private static final int ONE = 1 << PROBABILITY_BITS;
    private static final int SLOWNESS = 5;

    private int range;
    private int bytes;

    RangeCounter() {
        reset();
    }

    private void reset() {
        range = -1;
        bytes = 0;
    }

    /** Bytes written and waiting, where as much as closes a chunk is waiting. */
    int pending() {
        return bytes + CLOSING;
    }

    /** Ends the chunk. @return its bytes */
    int close() {
        makeRoom();
        int all = pending();
        reset();
        return all;
    }

    /** @param probabilities that a bit is 0, each times 2048, by node of a tree */
    void bit(short[] probabilities, int node, int bit) {
        makeRoom();
        int zero = probabilities[node];
        int bound = (range >>> PROBABILITY_BITS) * zero;
        if (bit == 0) {
            range = bound;
            probabilities[node] = (short) (zero + ((ONE - zero) >>> SLOWNESS));
        } else {
            range -= bound;
            probabilities[node] = (short) (zero - (zero >>> SLOWNESS));
        }
    }

    /** As many bits as the tree has levels, the highest first. */
    void tree(short[] probabilities, int value) {
        int node = 1;
        for (int mask = probabilities.length >>> 1; mask > 0; mask >>>= 1) {
            int bit = (value & mask) == 0 ? 0 : 1;
            bit(probabilities, node, bit);
            node = 2 * node + bit;
        }
    }

    /** As many bits as the tree has levels, the lowest first. */
    void reverseTree(short[] probabilities, int value) {
        int node = 1;
        for (int rest = value; node < probabilities.length; rest >>>= 1) {
            bit(probabilities, node, rest & 1);
            node = 2 * node + (rest & 1);
        }
    }

    /** Bits that are as likely 0 as 1. */
    void plain(int count) {
        for (int i = 0; i < count; i++) {
            makeRoom();
            range >>>= 1;
        }
    }

    private void makeRoom() {
        if (range >>> 24 == 0) {
            range <<= 8;
            bytes++;
        }
    }
}
