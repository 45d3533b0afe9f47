package io.understudy.templates.grammar.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which alternatives never occur together, and what follows for the number of utterances that hold some tuples.
 *
 * <p>Alternatives are put into groups in which any two exclude each other, such as those of one choice. Two tuples that
 * take theirs from the same groups differ in one of them, so no utterance holds both: there are at least as many
 * utterances as tuples from the same groups. Nor are there fewer than tuples, divided by the most that one utterance
 * holds.
 */
final class Exclusions {

    /** Bits of a tuple for each of its alternatives. */
    static final int BITS = 21;

    private final Map<Integer, BitSet> together = new TreeMap<>();
    private int longest;

    /** @param chosen the alternatives of an utterance, in rising order */
    void add(int[] chosen) {
        longest = Math.max(longest, chosen.length);
        for (int one : chosen) {
            BitSet others = together.computeIfAbsent(one, key -> new BitSet());
            for (int other : chosen) {
                others.set(other);
            }
        }
    }

    /**
     * The fewest utterances that may hold these.
     *
     * @param tuples packed, {@value #BITS} bits for each alternative
     * @param strength alternatives in a tuple
     */
    long least(Set<Long> tuples, int strength) {
        Map<Integer, Integer> groups = groups();
        Map<List<Integer>, Long> counts = new HashMap<>();
        long least = (long) Math.ceil(tuples.size() / most(strength) - 1e-9);
        for (long tuple : tuples) {
            List<Integer> key = new ArrayList<>();
            for (long rest = tuple; rest != 0; rest >>>= BITS) {
                key.add(groups.get((int) (rest & ((1 << BITS) - 1))));
            }
            key.sort(null);
            least = Math.max(least, counts.merge(key, 1L, Long::sum));
        }
        return least;
    }

    /** Tuples in the utterance with the most alternatives. */
    private double most(int strength) {
        double most = 1;
        for (int i = 0; i < strength; i++) {
            most *= (double) (longest - i) / (i + 1);
        }
        return Math.max(1, most);
    }

    /** Each alternative goes to the first group of which it meets none. */
    private Map<Integer, Integer> groups() {
        List<BitSet> groups = new ArrayList<>();
        Map<Integer, Integer> found = new HashMap<>();
        together.forEach((alternative, others) -> {
            int group = 0;
            while (group < groups.size() && groups.get(group).intersects(others)) {
                group++;
            }
            if (group == groups.size()) {
                groups.add(new BitSet());
            }
            groups.get(group).set(alternative);
            found.put(alternative, group);
        });
        return found;
    }
}
