package io.understudy.eval.diversity.xz;

import static org.tukaani.xz.rangecoder.RangeEncoder.getBitPrice;
import static org.tukaani.xz.rangecoder.RangeEncoder.getBitTreePrice;

import org.tukaani.xz.rangecoder.RangeCoder;

/** Lengths of matches, or of repeated matches: 2 to 273. */
final class Lengths {

    /** A match of this length is taken without a look at others. */
    static final int NICE = 64;

    private static final int LOW = 8;
    private static final int MIDDLE = 8;

    private final short[] choice = new short[2];
    private final short[][] low = new short[States.POSITIONS][LOW];
    private final short[][] middle = new short[States.POSITIONS][MIDDLE];
    private final short[] high = new short[256];
    private final int[][] prices = new int[States.POSITIONS][NICE - 1];
    /** Lengths to be written until prices are taken anew. */
    private final int[] left = new int[States.POSITIONS];

    void reset() {
        RangeCoder.initProbs(choice);
        RangeCoder.initProbs(high);
        for (int position = 0; position < States.POSITIONS; position++) {
            RangeCoder.initProbs(low[position]);
            RangeCoder.initProbs(middle[position]);
            renew(position);
        }
    }

    /** @param length 2 to {@link Model#NICE} */
    int price(int length, int position) {
        return prices[position][length - 2];
    }

    void write(RangeCounter coder, int length, int position) {
        // Before its bits are written: liblzma's bits wait for the next symbol, and its prices do not know of them yet.
        if (--left[position] == 0) {
            renew(position);
        }
        int rest = length - 2;
        if (rest < LOW) {
            coder.bit(choice, 0, 0);
            coder.tree(low[position], rest);
        } else if (rest < LOW + MIDDLE) {
            coder.bit(choice, 0, 1);
            coder.bit(choice, 1, 0);
            coder.tree(middle[position], rest - LOW);
        } else {
            coder.bit(choice, 0, 1);
            coder.bit(choice, 1, 1);
            coder.tree(high, rest - LOW - MIDDLE);
        }
    }

    private void renew(int position) {
        int[] table = prices[position];
        left[position] = table.length;
        int isLow = getBitPrice(choice[0], 0);
        int isMiddle = getBitPrice(choice[0], 1) + getBitPrice(choice[1], 0);
        int isHigh = getBitPrice(choice[0], 1) + getBitPrice(choice[1], 1);
        for (int i = 0; i < table.length; i++) {
            table[i] = i < LOW
                    ? isLow + getBitTreePrice(low[position], i)
                    : i < LOW + MIDDLE
                            ? isMiddle + getBitTreePrice(middle[position], i - LOW)
                            : isHigh + getBitTreePrice(high, i - LOW - MIDDLE);
        }
    }
}
