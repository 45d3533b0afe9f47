package io.understudy.eval.leakage;

/**
 * 64-bit hashes to non-negative ints in two arrays: 18 to 27 bytes an entry while it grows, by a half at a time, and 20
 * once trimmed. Safe to read from many threads once nothing is put any more.
 */
final class LongIntMap {

    private static final int BIT_SHIFT = 58;
    private static final int FIRST_LENGTH = 1 << 4;

    private long[] keys = new long[FIRST_LENGTH];
    private int[] values = new int[FIRST_LENGTH];

    /** Most keys that are asked for are absent: a bit for the hash of each, 16 to 32 bits a key, keeps them off. */
    private long[] filter = {};

    private int size;

    /** @return the value, or -1 */
    int get(long key) {
        if (filter.length > 0 && (filter[place(nonZero(key))] & (1L << bit(nonZero(key)))) == 0) {
            return -1;
        }
        int at = slot(keys, nonZero(key));
        return keys[at] == 0 ? -1 : values[at];
    }

    void put(long key, int value) {
        if (filter.length > 0) {
            throw new IllegalStateException("trimmed: nothing is put any more");
        }
        long k = nonZero(key);
        int at = slot(keys, k);
        if (keys[at] == 0) {
            keys[at] = k;
            size++;
        }
        values[at] = value;
        if (size > keys.length / 3 * 2) {
            resize(Math.addExact(keys.length, keys.length / 2));
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
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                entries.entry(keys[i], values[i]);
            }
        }
    }

    int size() {
        return size;
    }

    /** Gives back what room is not needed when no more comes. */
    void trim() {
        resize(Math.max(FIRST_LENGTH, (int) Math.min(Integer.MAX_VALUE - 8, size * 4L / 3)));
        filter = new long[Math.max(1, Integer.highestOneBit(size) >> 1)];
        for (long key : keys) {
            if (key != 0) {
                filter[place(key)] |= 1L << bit(key);
            }
        }
    }

    private static int bit(long key) {
        return (int) ((key * 0x9e3779b97f4a7c15L) >>> BIT_SHIFT);
    }

    private int place(long key) {
        return (int) ((key * 0xd6e8feb86659fd93L) >>> 32) & (filter.length - 1);
    }

    private void resize(int length) {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[length];
        values = new int[length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = slot(keys, oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    /** Zero marks an empty place. */
    private static long nonZero(long key) {
        return key == 0 ? 1 : key;
    }

    private static int slot(long[] keys, long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        // The high half scaled to the length, then the next free place.
        int at = (int) (((mixed >>> 32) * keys.length) >>> 32);
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 == keys.length ? 0 : at + 1;
        }
        return at;
    }
}
