package io.understudy.eval.leakage;

/**
 * 64-bit hashes to non-negative ints in two arrays: 12 bytes an entry at two thirds full. Safe to read from many
 * threads once nothing is put any more.
 */
final class LongIntMap {

    private long[] keys = new long[1 << 8];
    private int[] values = new int[1 << 8];
    private int size;

    /** @return the value, or -1 */
    int get(long key) {
        int at = slot(keys, nonZero(key));
        return keys[at] == 0 ? -1 : values[at];
    }

    void put(long key, int value) {
        long k = nonZero(key);
        int at = slot(keys, k);
        if (keys[at] == 0) {
            keys[at] = k;
            size++;
        }
        values[at] = value;
        if (size > keys.length / 3 * 2) {
            grow();
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

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[Math.multiplyExact(oldKeys.length, 2)];
        values = new int[keys.length];
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
        int mask = keys.length - 1;
        int at = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
