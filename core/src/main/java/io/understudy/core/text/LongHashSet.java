package io.understudy.core.text;

/**
 * A set of 64-bit hashes: 12 to 18 bytes an entry. It grows in parts, by a half at a time, so that growing needs no
 * second copy of the whole. Two texts of one hash count as one, with probability n²/2⁶⁵ for n texts (3e-8 at a
 * million). Not thread-safe.
 */
public final class LongHashSet {

    private static final int PARTS = 256;
    private static final int FIRST_LENGTH = 16;

    private final long[][] parts = new long[PARTS][];
    private final int[] sizes = new int[PARTS];
    private long size;
    private boolean hasZero;

    /**
     * A hash of a text for such sets, four characters at a time: several times as fast as
     * {@link io.understudy.core.Seeds#hash}, the same on every machine, and nothing that is written down.
     */
    public static long hash(String text) {
        long hash = text.length();
        int at = 0;
        for (; at + 4 <= text.length(); at += 4) {
            hash = mixed(
                    hash,
                    text.charAt(at)
                            | (long) text.charAt(at + 1) << 16
                            | (long) text.charAt(at + 2) << 32
                            | (long) text.charAt(at + 3) << 48);
        }
        for (; at < text.length(); at++) {
            hash = mixed(hash, text.charAt(at));
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    private static long mixed(long hash, long more) {
        long product = (hash ^ more) * 0x9e3779b97f4a7c15L;
        return product ^ (product >>> 32);
    }

    /** @return whether the value was not there before */
    public boolean add(long value) {
        if (value == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        long mixed = mix(value);
        int part = (int) (mixed >>> 56);
        if (parts[part] == null) {
            parts[part] = new long[FIRST_LENGTH];
        } else if (sizes[part] >= parts[part].length / 3 * 2) {
            parts[part] = grown(parts[part]);
        }
        long[] table = parts[part];
        int at = slot(table, value, mixed);
        if (table[at] == value) {
            return false;
        }
        table[at] = value;
        sizes[part]++;
        size++;
        return true;
    }

    public boolean contains(long value) {
        if (value == 0) {
            return hasZero;
        }
        long mixed = mix(value);
        long[] table = parts[(int) (mixed >>> 56)];
        return table != null && table[slot(table, value, mixed)] == value;
    }

    public long size() {
        return size + (hasZero ? 1L : 0L);
    }

    private static long[] grown(long[] old) {
        long[] table = new long[Math.addExact(old.length, old.length / 2)];
        for (long value : old) {
            if (value != 0) {
                table[slot(table, value, mix(value))] = value;
            }
        }
        return table;
    }

    /** Where the value is or would be: the middle bits scaled to the length, then the next free place. */
    private static int slot(long[] table, long value, long mixed) {
        int at = (int) (((mixed >>> 24 & 0xffffffffL) * table.length) >>> 32);
        while (table[at] != 0 && table[at] != value) {
            at = at + 1 == table.length ? 0 : at + 1;
        }
        return at;
    }

    private static long mix(long value) {
        long mixed = value * 0x9e3779b97f4a7c15L;
        return mixed ^ mixed >>> 32;
    }
}
