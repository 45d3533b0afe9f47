package io.understudy.generator.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A vocabulary in the order of its tokens' bytes: tokens that begin alike stand side by side, so that an automaton
 * reads each beginning once. Behind them stand the tokens that end an answer.
 */
public final class Tokens {

    /** Token by place. */
    private final int[] tokens;

    /** Bytes by place, the ends apart. */
    private final byte[][] bytes;

    private Tokens(int[] tokens, byte[][] bytes) {
        this.tokens = tokens;
        this.bytes = bytes;
    }

    /**
     * @param size number of tokens
     * @param bytes of a token; those without any cannot be said
     * @param ends tokens that end an answer
     */
    public static Tokens of(int size, IntFunction<byte[]> bytes, List<Integer> ends) {
        List<Integer> sorted = new ArrayList<>();
        for (int token = 0; token < size; token++) {
            if (bytes.apply(token).length > 0 && !ends.contains(token)) {
                sorted.add(token);
            }
        }
        sorted.sort(Comparator.<Integer, byte[]>comparing(bytes::apply, Arrays::compareUnsigned)
                .thenComparing(Comparator.naturalOrder()));
        byte[][] inOrder = sorted.stream().map(bytes::apply).toArray(byte[][]::new);
        sorted.addAll(ends);
        return new Tokens(sorted.stream().mapToInt(Integer::intValue).toArray(), inOrder);
    }

    /** Places of tokens that can be said. */
    int said() {
        return bytes.length;
    }

    byte[] bytes(int place) {
        return bytes[place];
    }

    /** Words of a set's bits. */
    int words() {
        return (tokens.length + 63) >> 6;
    }

    TokenSet set(long[] bits) {
        return new TokenSet(bits, tokens);
    }

    /** Adds the tokens that end an answer. */
    TokenSet withEnds(long[] bits) {
        long[] all = bits.clone();
        for (int place = bytes.length; place < tokens.length; place++) {
            all[place >> 6] |= 1L << place;
        }
        return set(all);
    }

    /** The first place behind {@code from}, up to {@code to}, whose token has another byte at {@code depth}. */
    int other(int from, int to, int depth) {
        byte b = bytes[from][depth];
        int low = from;
        int high = to;
        // Tokens of one byte are few or very many: look near first, then halve.
        int step = 1;
        while (low + step < high && bytes[low + step][depth] == b) {
            low += step;
            step *= 2;
        }
        high = Math.min(high, low + step);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (bytes[middle][depth] == b) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
