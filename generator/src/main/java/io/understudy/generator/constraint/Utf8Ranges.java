package io.understudy.generator.constraint;

import io.understudy.generator.constraint.Pattern.Range;
import java.util.function.Consumer;

/** A range of characters as ranges of bytes, one for each byte of UTF-8. */
final class Utf8Ranges {

    /** The last character of one, two, three and four bytes. */
    private static final int[] LAST = {0x7f, 0x7ff, 0xffff, 0x10ffff};

    private Utf8Ranges() {}

    /** @param bytes is given low and high of each byte, one behind the other; surrogates are left out */
    static void of(Range range, Consumer<int[]> bytes) {
        if (range.from() <= Character.MAX_SURROGATE && range.to() >= Character.MIN_SURROGATE) {
            if (range.from() < Character.MIN_SURROGATE) {
                of(new Range(range.from(), Character.MIN_SURROGATE - 1), bytes);
            }
            if (range.to() > Character.MAX_SURROGATE) {
                of(new Range(Character.MAX_SURROGATE + 1, range.to()), bytes);
            }
            return;
        }
        int from = range.from();
        for (int last : LAST) {
            if (from > range.to()) {
                return;
            }
            if (from <= last) {
                split(from, Math.min(last, range.to()), bytes);
                from = last + 1;
            }
        }
    }

    /** Both ends have as many bytes. Cut until all but the first differing byte run over all they can. */
    private static void split(int from, int to, Consumer<int[]> bytes) {
        for (int i = 1; i < 4; i++) {
            int mask = (1 << (6 * i)) - 1;
            if ((from & ~mask) != (to & ~mask)) {
                if ((from & mask) != 0) {
                    split(from, from | mask, bytes);
                    split((from | mask) + 1, to, bytes);
                    return;
                }
                if ((to & mask) != mask) {
                    split(from, (to & ~mask) - 1, bytes);
                    split(to & ~mask, to, bytes);
                    return;
                }
            }
        }
        byte[] low = Character.toString(from).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] high = Character.toString(to).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int[] pairs = new int[2 * low.length];
        for (int i = 0; i < low.length; i++) {
            pairs[2 * i] = low[i] & 0xff;
            pairs[2 * i + 1] = high[i] & 0xff;
        }
        bytes.accept(pairs);
    }
}
