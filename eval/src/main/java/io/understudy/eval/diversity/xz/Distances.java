package io.understudy.eval.diversity.xz;

import static org.tukaani.xz.rangecoder.RangeEncoder.getBitTreePrice;
import static org.tukaani.xz.rangecoder.RangeEncoder.getDirectBitsPrice;
import static org.tukaani.xz.rangecoder.RangeEncoder.getReverseBitTreePrice;

import org.tukaani.xz.rangecoder.RangeCoder;

/** Distances of matches, from 0 on: a slot that says how many bits follow, and these. */
final class Distances {

    /** Slots that are the distance itself. */
    private static final int PLAIN = 4;
    /** The first slot whose bits but the last four are as likely 0 as 1. */
    private static final int DIRECT = 14;
    /** Distances below it have prices of their own. */
    private static final int NEAR = 128;

    private static final int ALIGNED = 16;
    private static final int ALIGNED_BITS = 4;
    /** Lengths 2, 3, 4, and all above. */
    private static final int LENGTHS = 4;

    private static final int RENEWED = 128;

    private final short[][] slots = new short[LENGTHS][64];
    private final short[][] near = new short[DIRECT][];
    private final short[] aligned = new short[ALIGNED];
    private final int[][] slotPrices;
    private final int[][] nearPrices = new int[LENGTHS][NEAR];
    private final int[] alignedPrices = new int[ALIGNED];
    private int written;
    private int alignedWritten;

    /** @param window the farthest distance and one */
    Distances(int window) {
        this.slotPrices = new int[LENGTHS][slot(window - 1) + 1];
        for (int slot = PLAIN; slot < DIRECT; slot++) {
            near[slot] = new short[1 << bits(slot)];
        }
    }

    void reset() {
        for (short[] each : slots) {
            RangeCoder.initProbs(each);
        }
        for (int slot = PLAIN; slot < DIRECT; slot++) {
            RangeCoder.initProbs(near[slot]);
        }
        RangeCoder.initProbs(aligned);
        written = RENEWED;
        alignedWritten = ALIGNED;
    }

    /** Takes prices anew where enough was written since. */
    void renew() {
        if (written >= RENEWED) {
            written = 0;
            for (int length = 0; length < LENGTHS; length++) {
                renew(slots[length], slotPrices[length], nearPrices[length]);
            }
        }
        if (alignedWritten >= ALIGNED) {
            alignedWritten = 0;
            for (int i = 0; i < ALIGNED; i++) {
                alignedPrices[i] = getReverseBitTreePrice(aligned, i);
            }
        }
    }

    private void renew(short[] slotBits, int[] ofSlots, int[] ofNear) {
        for (int slot = 0; slot < ofSlots.length; slot++) {
            ofSlots[slot] = getBitTreePrice(slotBits, slot)
                    + (slot < DIRECT ? 0 : getDirectBitsPrice(bits(slot) - ALIGNED_BITS));
        }
        for (int distance = 0; distance < NEAR; distance++) {
            int slot = slot(distance);
            ofNear[distance] =
                    ofSlots[slot] + (slot < PLAIN ? 0 : getReverseBitTreePrice(near[slot], distance - base(slot)));
        }
    }

    int price(int distance, int length) {
        int row = row(length);
        return distance < NEAR
                ? nearPrices[row][distance]
                : slotPrices[row][slot(distance)] + alignedPrices[distance & (ALIGNED - 1)];
    }

    void write(RangeCounter coder, int distance, int length) {
        int slot = slot(distance);
        coder.tree(slots[row(length)], slot);
        if (slot >= DIRECT) {
            int rest = distance - base(slot);
            coder.plain(bits(slot) - ALIGNED_BITS);
            coder.reverseTree(aligned, rest & (ALIGNED - 1));
            alignedWritten++;
        } else if (slot >= PLAIN) {
            coder.reverseTree(near[slot], distance - base(slot));
        }
        written++;
    }

    private static int row(int length) {
        return Math.min(length - 2, LENGTHS - 1);
    }

    private static int slot(int distance) {
        if (distance < PLAIN) {
            return distance;
        }
        int highest = 31 - Integer.numberOfLeadingZeros(distance);
        return 2 * highest + ((distance >>> (highest - 1)) & 1);
    }

    private static int bits(int slot) {
        return slot / 2 - 1;
    }

    private static int base(int slot) {
        return (2 | (slot & 1)) << bits(slot);
    }
}
