package io.understudy.eval.leakage;

import java.util.Arrays;

/**
 * Which surfaces stand in which records: quasi-identifiers, each common perhaps, that together point at one record. 8
 * bytes for each mention while records are added, 4 afterwards.
 */
final class Combinations {

    /** A surface in more records than this points nowhere. */
    private static final int MOST = 4096;

    private int[] things = new int[64];
    private int[] records = new int[64];
    private int size;
    private int[] ends = {};

    void note(int thing, int record) {
        if (size == things.length) {
            things = Arrays.copyOf(things, Math.addExact(size, size / 2));
            records = Arrays.copyOf(records, things.length);
        }
        things[size] = thing;
        records[size++] = record;
    }

    /** To be called when the last record is added. */
    void seal(int thingCount) {
        ends = new int[thingCount + 1];
        for (int i = 0; i < size; i++) {
            ends[things[i] + 1]++;
        }
        for (int thing = 0; thing < thingCount; thing++) {
            ends[thing + 1] += ends[thing];
        }
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[ends[things[i]]++] = records[i];
        }
        records = sorted;
        things = new int[0];
    }

    private int start(int thing) {
        return thing == 0 ? 0 : ends[thing - 1];
    }

    private int length(int thing) {
        return ends[thing] - start(thing);
    }

    /**
     * The rarest thing's records come first: a record that is first met in the i-th of n lists stands in n - i + 1 of
     * them at most, so that the search ends long before the lists of common things do.
     *
     * @return the one record that holds two or more of these, and more of them than any other; or -1
     */
    int single(int[] distinct) {
        int[] lists = rarestFirst(distinct);
        int most = 1;
        int best = -1;
        for (int list = 0; lists.length - list >= Math.max(2, most); list++) {
            for (int at = start(lists[list]); at < ends[lists[list]]; at++) {
                int times = times(lists, list, at);
                if (times > most) {
                    most = times;
                    best = records[at];
                } else if (times == most && times > 1) {
                    best = -1;
                }
                if (best < 0 && most > 1 && most >= lists.length - list) {
                    return -1;
                }
            }
        }
        return best;
    }

    /** The things that point somewhere. */
    private int[] rarestFirst(int[] distinct) {
        int[] lists = new int[distinct.length];
        int count = 0;
        for (int thing : distinct) {
            if (length(thing) <= MOST) {
                int at = count++;
                for (; at > 0 && length(lists[at - 1]) > length(thing); at--) {
                    lists[at] = lists[at - 1];
                }
                lists[at] = thing;
            }
        }
        return Arrays.copyOf(lists, count);
    }

    /** How many lists hold the record at a place of this one; 0 where the place is not the first that does. */
    private int times(int[] lists, int list, int at) {
        int record = records[at];
        // A record that says a surface twice counts once.
        if (at > start(lists[list]) && records[at - 1] == record) {
            return 0;
        }
        for (int before = 0; before < list; before++) {
            if (holds(lists[before], record)) {
                return 0;
            }
        }
        int times = 1;
        for (int after = list + 1; after < lists.length; after++) {
            times += holds(lists[after], record) ? 1 : 0;
        }
        return times;
    }

    private boolean holds(int thing, int record) {
        return Arrays.binarySearch(records, start(thing), ends[thing], record) >= 0;
    }
}
