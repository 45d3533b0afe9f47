package io.understudy.core.text;

import java.util.Arrays;

/**
 * A set of 64-bit hashes in one array: 8 bytes an entry at two thirds full. Two texts of one hash count as one, with
 * probability n²/2⁶⁵ for n texts (3e-8 at a million). Not thread-safe.
 */
public final class LongHashSet {

    private long[] table = new long[1 << 10];
    private int size;
    private boolean hasZero;

    /** @return whether the value was not there before */
    public boolean add(long value) {
        if (value == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        int at = slot(table, value);
        if (table[at] == value) {
            return false;
        }
        table[at] = value;
        if (++size > table.length / 3 * 2) {
            grow();
        }
        return true;
    }

    public boolean contains(long value) {
        return value == 0 ? hasZero : table[slot(table, value)] == value;
    }

    public long size() {
        return size + (hasZero ? 1L : 0L);
    }

    private void grow() {
        long[] old = table;
        table = new long[Math.multiplyExact(old.length, 2)];
        Arrays.stream(old).filter(value -> value != 0).forEach(value -> table[slot(table, value)] = value);
    }

    private static int slot(long[] table, long value) {
        int mask = table.length - 1;
        int at = (int) ((value * 0x9e3779b97f4a7c15L) >>> 32) & mask;
        while (table[at] != 0 && table[at] != value) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
