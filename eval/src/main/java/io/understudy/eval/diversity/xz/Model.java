package io.understudy.eval.diversity.xz;

import static org.tukaani.xz.rangecoder.RangeEncoder.getBitPrice;

import org.tukaani.xz.rangecoder.RangeCoder;

/**
 * What a coder with liblzma's preset 6 knows: probabilities, the last four distances and its state; what a symbol would
 * cost by them, in sixteenths of a bit, and the writing of one.
 *
 * <p>A symbol is a number and a length: {@link #LITERAL} with 1; 0 to 3, a match at one of the last distances, with 2
 * to 273, and 0 with 1; {@link #REPEATS} plus a distance from 0 on, with 2 to 273.
 */
final class Model {

    static final int LITERAL = -1;
    static final int REPEATS = 4;

    private final short[][] literals = new short[8][0x300];
    private final short[][] isMatch = new short[States.COUNT][States.POSITIONS];
    private final short[] isRepeat = new short[States.COUNT];
    private final short[] isRepeat0 = new short[States.COUNT];
    private final short[] isRepeat1 = new short[States.COUNT];
    private final short[] isRepeat2 = new short[States.COUNT];
    private final short[][] isRepeat0Long = new short[States.COUNT][States.POSITIONS];
    private final Distances distances;
    private final Lengths ofMatches = new Lengths();
    private final Lengths ofRepeats = new Lengths();
    private final int[] repeats = new int[REPEATS];
    private int state;

    Model(int window) {
        distances = new Distances(window);
        reset();
    }

    void reset() {
        for (short[][] table :
                new short[][][] {literals, isMatch, isRepeat0Long, {isRepeat, isRepeat0, isRepeat1, isRepeat2}}) {
            for (short[] each : table) {
                RangeCoder.initProbs(each);
            }
        }
        distances.reset();
        ofMatches.reset();
        ofRepeats.reset();
        java.util.Arrays.fill(repeats, 0);
        state = 0;
    }

    int state() {
        return state;
    }

    /** The last distances, the newest first; to be read only. */
    int[] repeats() {
        return repeats;
    }

    void renewPrices() {
        distances.renew();
    }

    /** @param matched whether {@code match}, the byte at the last distance, is known not to be what follows */
    int literalPrice(int in, int position, int symbol, int before, int match) {
        short[] bits = literals[before >>> 5];
        int price = getBitPrice(isMatch[in][position], 0);
        boolean matched = !States.afterLiteral(in);
        int offset = matched ? 0x100 : 0;
        int expected = match;
        for (int node = symbol | 0x100; node < 0x10000; node <<= 1) {
            expected <<= 1;
            int index = offset + (expected & offset) + (node >>> 8);
            price += getBitPrice(bits[index], (node >>> 7) & 1);
            offset &= ~(expected ^ (node << 1));
        }
        return price;
    }

    int anyMatchPrice(int in, int position) {
        return getBitPrice(isMatch[in][position], 1);
    }

    /** What comes to {@link #anyMatchPrice} where the distance is a new one. */
    int newPrice(int in) {
        return getBitPrice(isRepeat[in], 0);
    }

    /** What comes to {@link #anyMatchPrice} where the distance is one of the last. */
    int anyRepeatPrice(int in) {
        return getBitPrice(isRepeat[in], 1);
    }

    /** What comes to {@link #anyRepeatPrice} for one byte at the last distance. */
    int shortRepeatPrice(int in, int position) {
        return getBitPrice(isRepeat0[in], 0) + getBitPrice(isRepeat0Long[in][position], 0);
    }

    /** What comes to {@link #anyRepeatPrice} for two bytes or more, their number left out. */
    int repeatPrice(int which, int in, int position) {
        if (which == 0) {
            return getBitPrice(isRepeat0[in], 0) + getBitPrice(isRepeat0Long[in][position], 1);
        }
        int price = getBitPrice(isRepeat0[in], 1);
        return which == 1
                ? price + getBitPrice(isRepeat1[in], 0)
                : price + getBitPrice(isRepeat1[in], 1) + getBitPrice(isRepeat2[in], which - 2);
    }

    int repeatLengthPrice(int length, int position) {
        return ofRepeats.price(length, position);
    }

    int matchPrice(int distance, int length, int position) {
        return distances.price(distance, length) + ofMatches.price(length, position);
    }

    /** @param match the byte at the last distance */
    void writeLiteral(RangeCounter coder, int position, int symbol, int before, int match) {
        coder.bit(isMatch[state], position, 0);
        short[] bits = literals[before >>> 5];
        int offset = States.afterLiteral(state) ? 0 : 0x100;
        int expected = match;
        for (int node = symbol | 0x100; node < 0x10000; node <<= 1) {
            expected <<= 1;
            int index = offset + (expected & offset) + (node >>> 8);
            coder.bit(bits, index, (node >>> 7) & 1);
            offset &= ~(expected ^ (node << 1));
        }
        state = States.literal(state);
    }

    /** @param symbol another than a literal */
    void writeMatch(RangeCounter coder, int position, int symbol, int length) {
        coder.bit(isMatch[state], position, 1);
        if (symbol >= REPEATS) {
            coder.bit(isRepeat, state, 0);
            ofMatches.write(coder, length, position);
            distances.write(coder, symbol - REPEATS, length);
            state = States.match(state);
        } else {
            coder.bit(isRepeat, state, 1);
            writeWhich(coder, position, symbol, length);
            if (length > 1) {
                ofRepeats.write(coder, length, position);
                state = States.repeat(state);
            } else {
                state = States.shortRepeat(state);
            }
        }
        turn(repeats, repeats, symbol);
    }

    private void writeWhich(RangeCounter coder, int position, int which, int length) {
        coder.bit(isRepeat0, state, which == 0 ? 0 : 1);
        if (which == 0) {
            coder.bit(isRepeat0Long[state], position, length == 1 ? 0 : 1);
            return;
        }
        coder.bit(isRepeat1, state, which == 1 ? 0 : 1);
        if (which > 1) {
            coder.bit(isRepeat2, state, which - 2);
        }
    }

    /** The last distances after a symbol that is no literal; {@code from} and {@code to} may be the same. */
    static void turn(int[] from, int[] to, int symbol) {
        int first = symbol >= REPEATS ? symbol - REPEATS : from[symbol];
        int moved = Math.min(symbol, REPEATS - 1);
        for (int i = REPEATS - 1; i > 0; i--) {
            to[i] = from[i <= moved ? i - 1 : i];
        }
        to[0] = first;
    }
}
