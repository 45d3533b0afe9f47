package io.understudy.generator.constraint;

/** Some tokens of a vocabulary, in an order of their own. Not changed once it is handed out. */
public final class TokenSet {

    private final long[] bits;
    /** Token by place. */
    private final int[] tokens;

    TokenSet(long[] bits, int[] tokens) {
        this.bits = bits;
        this.tokens = tokens;
    }

    /** The first place of a member at or behind a place; -1 if there is none. */
    public int next(int from) {
        int word = from >> 6;
        if (word >= bits.length) {
            return -1;
        }
        long rest = bits[word] & (-1L << from);
        while (rest == 0) {
            if (++word == bits.length) {
                return -1;
            }
            rest = bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }

    public int token(int place) {
        return tokens[place];
    }

    public boolean isEmpty() {
        return next(0) < 0;
    }
}
