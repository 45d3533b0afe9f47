package io.understudy.eval.leakage;

import java.util.Arrays;

/**
 * 64-bit hashes to non-negative ints side by side: 24 to 36 bytes an entry while it grows, by a half at a time, and 32
 * to 36 once trimmed: half of the places stay free, so that a search ends at its first or second place. Safe to read
 * from many threads once nothing is put any more.
 */
final class LongIntMap {

    private static final int BIT_SHIFT = 58;
    private static final int OTHER_BIT_SHIFT = 52;
    private static final int FIRST_LENGTH = 1 << 4;

    /** A key, then its value: one look at memory finds both. */
    private long[] table = new long[2 * FIRST_LENGTH];

    /** Most keys that are asked for are absent: two bits for the hash of each, 16 to 32 bits a key, keep them off. */
    private long[] filter = {};

    private int size;

    /** @return the value, or -1 */
    int get(long key) {
        long k = nonZero(key);
        if (filter.length > 0) {
            long bits = bits(k);
            if ((~filter[cell(k)] & bits) != 0) {
                return -1;
            }
        }
        int at = slot(table, k);
        return table[at] == 0 ? -1 : (int) table[at + 1];
    }

    /**
     * The values of the first {@code count} keys, or -1. Memory is asked for all of them before anything depends on
     * what it holds, so that they are waited for together: ten times as fast as one by one where the map is large.
     */
    int[] get(long[] keys, int count) {
        int[] values = new int[count];
        int[] places = new int[count];
        int left = mayHold(keys, count, places);
        Arrays.fill(values, -1);
        long[] met = new long[left];
        for (int i = 0; i < left; i++) {
            int at = home(table, nonZero(keys[places[i]]));
            met[i] = table[at];
            values[places[i]] = (int) table[at + 1];
        }
        for (int i = 0; i < left; i++) {
            long key = nonZero(keys[places[i]]);
            if (met[i] != key) {
                int at = met[i] == 0 ? -1 : slot(table, key);
                values[places[i]] = at < 0 || table[at] == 0 ? -1 : (int) table[at + 1];
            }
        }
        return values;
    }

    /** Writes the places of the keys that the filter lets pass, in their order; @return how many they are. */
    private int mayHold(long[] keys, int count, int[] places) {
        if (filter.length == 0) {
            Arrays.setAll(places, i -> i);
            return count;
        }
        long[] cells = new long[count];
        for (int i = 0; i < count; i++) {
            cells[i] = filter[cell(nonZero(keys[i]))];
        }
        int left = 0;
        for (int i = 0; i < count; i++) {
            places[left] = i;
            left += (~cells[i] & bits(nonZero(keys[i]))) == 0 ? 1 : 0;
        }
        return left;
    }

    void put(long key, int value) {
        if (filter.length > 0) {
            throw new IllegalStateException("trimmed: nothing is put any more");
        }
        long k = nonZero(key);
        int at = slot(table, k);
        if (table[at] == 0) {
            table[at] = k;
            size++;
        }
        table[at + 1] = value;
        int length = table.length / 2;
        if (size > length / 3 * 2) {
            resize(Math.addExact(length, length / 2));
        }
    }

    /** Counts one more; an absent key stands at 0. */
    void increment(long key) {
        put(key, Math.max(0, get(key)) + 1);
    }

    /** Receives one entry. */
    @FunctionalInterface
    interface Entries {
        void entry(long key, int value);
    }

    /** Asks something of an entry. */
    @FunctionalInterface
    interface Test {
        boolean test(long key, int value);
    }

    /** In no order that means anything. */
    void forEach(Entries entries) {
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != 0) {
                entries.entry(table[i], (int) table[i + 1]);
            }
        }
    }

    int size() {
        return size;
    }

    /** Takes its last size, when no more comes; for keys of which most that are asked for are there. */
    void shrink() {
        resize(Math.max(FIRST_LENGTH, (int) Math.min(Integer.MAX_VALUE / 2 - 8, 2L * size)));
    }

    /** Takes its last size, when no more comes, and a little to keep absent keys off. */
    void trim() {
        shrink();
        filter = new long[Math.max(1, Integer.highestOneBit(size) >> 1)];
        forEach((key, value) -> filter[cell(key)] |= bits(key));
    }

    private static long bits(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return 1L << (mixed >>> BIT_SHIFT) | 1L << (mixed >>> OTHER_BIT_SHIFT);
    }

    private int cell(long key) {
        return (int) ((key * 0xd6e8feb86659fd93L) >>> 32) & (filter.length - 1);
    }

    private void resize(int length) {
        long[] old = table;
        table = new long[Math.multiplyExact(2, length)];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int at = slot(table, old[i]);
                table[at] = old[i];
                table[at + 1] = old[i + 1];
            }
        }
    }

    /** Zero marks an empty place. */
    private static long nonZero(long key) {
        return key == 0 ? 1 : key;
    }

    /** Where a key stands or would: its home or the next free place behind it. */
    private static int slot(long[] table, long key) {
        int at = home(table, key);
        while (table[at] != 0 && table[at] != key) {
            at = at + 2 == table.length ? 0 : at + 2;
        }
        return at;
    }

    private static int home(long[] table, long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        // The high half scaled to the length.
        return (int) (((mixed >>> 32) * (table.length / 2)) >>> 32) << 1;
    }
}
