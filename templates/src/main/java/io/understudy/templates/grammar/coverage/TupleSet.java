package io.understudy.templates.grammar.coverage;

import io.understudy.core.Seeds;
import io.understudy.templates.grammar.language.Choices;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/** Packed tuples of options, from which some are taken out. Not thread-safe. */
final class TupleSet {

    private static final int MASK = (1 << Choices.BITS) - 1;

    private final long[] table;
    private final BitSet gone = new BitSet();
    private int size;

    /** @param tuples each once, none of them 0 */
    TupleSet(long[] tuples) {
        table = new long[Math.max(4, Integer.highestOneBit(Math.max(1, tuples.length)) << 2)];
        for (long tuple : tuples) {
            table[place(tuple)] = tuple;
        }
        size = tuples.length;
    }

    boolean contains(long tuple) {
        int place = place(tuple);
        return table[place] == tuple && !gone.get(place);
    }

    /** Whether it was there. */
    boolean remove(long tuple) {
        int place = place(tuple);
        if (table[place] != tuple || gone.get(place)) {
            return false;
        }
        gone.set(place);
        size--;
        return true;
    }

    int size() {
        return size;
    }

    private int place(long tuple) {
        int place = (int) Seeds.derive(tuple, 0) & (table.length - 1);
        while (table[place] != 0 && table[place] != tuple) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    static long packed(int one, int other) {
        return one < other ? ((long) one << Choices.BITS) | other : ((long) other << Choices.BITS) | one;
    }

    static long packed(int one, int other, int third) {
        int[] options = {one, other, third};
        Arrays.sort(options);
        return (((long) options[0] << Choices.BITS) | options[1]) << Choices.BITS | options[2];
    }

    /** Each option of a tuple. */
    static void each(long tuple, IntConsumer taker) {
        for (long rest = tuple; rest != 0; rest >>>= Choices.BITS) {
            taker.accept((int) (rest & MASK));
        }
    }
}
