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

    /** @return the one record that holds two or more of these, and more of them than any other; or -1 */
    int single(int[] distinct) {
        int total = 0;
        for (int thing : distinct) {
            int length = ends[thing] - start(thing);
            total += length <= MOST ? length : 0;
        }
        int[] all = new int[total];
        int filled = 0;
        for (int thing : distinct) {
            int from = start(thing);
            int length = ends[thing] - from;
            if (length <= MOST) {
                // A record that says a surface twice counts once.
                for (int i = 0; i < length; i++) {
                    if (i == 0 || records[from + i] != records[from + i - 1]) {
                        all[filled++] = records[from + i];
                    }
                }
            }
        }
        Arrays.sort(all, 0, filled);
        int most = 1;
        int best = -1;
        for (int at = 0; at < filled; ) {
            int next = at + 1;
            while (next < filled && all[next] == all[at]) {
                next++;
            }
            if (next - at > most) {
                most = next - at;
                best = all[at];
            } else if (next - at == most) {
                best = -1;
            }
            at = next;
        }
        return best;
    }
}
