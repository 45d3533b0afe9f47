package io.understudy.eval.view;

/**
 * Gives numbers 0, 1, 2, ... to 64-bit keys in the order in which they come. 24 bytes a key at the most. Not
 * thread-safe while numbers are given.
 */
public final class Numbering {

    private static final int FIRST_LENGTH = 1 << 10;

    private long[] keys = new long[FIRST_LENGTH];

    /** Numbers plus one; 0 marks an empty place. */
    private int[] numbers = new int[FIRST_LENGTH];

    private int size;

    /** The number of a key; the next one where it is new. */
    public int number(long key) {
        int at = slot(key);
        if (numbers[at] != 0) {
            return numbers[at] - 1;
        }
        keys[at] = key;
        numbers[at] = ++size;
        if (size > keys.length / 2) {
            grow();
        }
        return size - 1;
    }

    /** The number of a key, -1 where it has none. */
    public int find(long key) {
        return numbers[slot(key)] - 1;
    }

    public int size() {
        return size;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[Math.multiplyExact(oldKeys.length, 2)];
        numbers = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }

    private int slot(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        int mask = keys.length - 1;
        int at = (int) (mixed ^ mixed >>> 32) & mask;
        while (numbers[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }
}
