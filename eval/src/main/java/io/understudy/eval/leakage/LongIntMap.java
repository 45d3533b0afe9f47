package io.understudy.eval.leakage;

/**
 * 64-bit hashes to non-negative ints side by side: 24 to 36 bytes an entry while it grows, by a half at a time, and 32
 * to 36 once trimmed: half of the places stay free, so that a search ends at its first or second place. The hash 0
 * counts as 1. Safe to read from many threads once nothing is put any more.
 */
final class LongIntMap {

    private static final int FIRST_LENGTH = 1 << 4;

    /** A key, then its value: one look at memory finds both. */
    private long[] table = new long[2 * FIRST_LENGTH];

    /**
     * Most keys that are asked for are absent, and three bits for the hash of each in one long keep them off (a blocked
     * filter: F. Putze, P. Sanders and J. Singler, WEA 2007); 16 to 32 bits a key let through one in two hundred.
     */
    private long[] filter = {};

    private int size;

    /** @return the value, or -1 */
    int get(long key) {
        long k = nonZero(key);
        if (filter.length > 0 && (filter[place(k)] & bits(k)) != bits(k)) {
            return -1;
        }
        int at = slot(table, k);
        return table[at] == 0 ? -1 : (int) table[at + 1];
    }

    /**
     * As {@link #get(long)} for each of the keys 0 to {@code values.length - 1}, all of them looked for before any is
     * compared: memory then brings many at a time.
     */
    void get(long[] keys, int[] values) {
        long[] there = new long[values.length];
        boolean[] mayBe = new boolean[values.length];
        for (int i = 0; i < there.length; i++) {
            long k = nonZero(keys[i]);
            there[i] = table[first(table, k)];
            mayBe[i] = filter.length == 0 || (filter[place(k)] & bits(k)) == bits(k);
        }
        for (int i = 0; i < there.length; i++) {
            long k = nonZero(keys[i]);
            if (there[i] == 0 || !mayBe[i]) {
                values[i] = -1;
            } else if (there[i] == k) {
                values[i] = (int) table[first(table, k) + 1];
            } else {
                int at = slot(table, k);
                values[i] = table[at] == 0 ? -1 : (int) table[at + 1];
            }
        }
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
        forEach((key, value) -> filter[place(key)] |= bits(key));
    }

    private static long bits(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return 1L << (mixed >>> 58) | 1L << (mixed >>> 52) | 1L << (mixed >>> 46);
    }

    private int place(long key) {
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

    /** Where a key is looked for first: the high half of its hash, scaled to the length. */
    private static int first(long[] table, long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return (int) (((mixed >>> 32) * (table.length / 2)) >>> 32) << 1;
    }

    /** Where a key stands, or the free place where it would. */
    private static int slot(long[] table, long key) {
        int at = first(table, key);
        while (table[at] != 0 && table[at] != key) {
            at = at + 2 == table.length ? 0 : at + 2;
        }
        return at;
    }
}
