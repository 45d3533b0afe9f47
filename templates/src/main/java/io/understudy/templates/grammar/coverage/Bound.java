package io.understudy.templates.grammar.coverage;

import io.understudy.templates.grammar.language.Choices;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many utterances are needed at least to hold some tuples.
 *
 * <p>Options are put into groups in which any two exclude each other. Two tuples that take theirs from the same groups
 * differ in one of them, so no utterance holds both: there are at least as many utterances as tuples from the same
 * groups. Such are the options of one choice, which gives the product of the largest choices; and greater groups where
 * choices exclude each other. Nor are there fewer utterances than tuples, divided by the most that one utterance holds.
 */
final class Bound {

    private static final int MASK = (1 << Choices.BITS) - 1;
    private static final int MOST_SEEDS = 300;
    private static final int MOST_GROUPS = 60;

    private Bound() {}

    static long of(Choices choices, long[] tuples, int strength) {
        long least = (long) Math.ceil(tuples.length / most(choices.longest(), strength) - 1e-9);
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        least = Math.max(least, largest(tuples, option -> {
            Choices.Option own = choices.option(option);
            return numbers.computeIfAbsent(List.of(own.choice(), own.time()), key -> numbers.size());
        }));
        return strength == 2 ? Math.max(least, pairs(choices, tuples)) : least;
    }

    /** Most tuples that take theirs from the same groups. */
    private static long largest(long[] tuples, IntUnaryOperator groups) {
        Map<Long, Integer> counts = new HashMap<>();
        int largest = 0;
        for (long tuple : tuples) {
            int[] own = LongStream.iterate(tuple, rest -> rest != 0, rest -> rest >>> Choices.BITS)
                    .mapToInt(rest -> groups.applyAsInt((int) rest & MASK))
                    .sorted()
                    .toArray();
            long key = 0;
            for (int group : own) {
                key = (key << Choices.BITS) | group;
            }
            largest = Math.max(largest, counts.merge(key, 1, Integer::sum));
        }
        return largest;
    }

    /** Tuples in the utterance with the most options. */
    private static double most(int longest, int strength) {
        double most = 1;
        for (int i = 0; i < strength; i++) {
            most *= (double) (longest - i) / (i + 1);
        }
        return Math.max(1, most);
    }

    /**
     * Most pairs between two groups. Groups are grown around some options, those that exclude most coming first; so the
     * alternatives of a choice and what is chosen within them come together.
     */
    private static long pairs(Choices choices, long[] tuples) {
        int options = choices.size();
        BitSet[] together = new BitSet[options + 1];
        Arrays.setAll(together, option -> new BitSet());
        for (long pair : tuples) {
            int one = (int) (pair >>> Choices.BITS);
            int other = (int) pair & MASK;
            together[one].set(other);
            together[other].set(one);
        }
        List<Integer> order = IntStream.rangeClosed(1, options)
                .boxed()
                .sorted(Comparator.comparingInt(option -> together[option].cardinality()))
                .toList();
        Set<BitSet> groups = new LinkedHashSet<>();
        int step = Math.max(1, options / MOST_SEEDS);
        for (int i = 0; i < options; i += step) {
            BitSet group = new BitSet();
            group.set(order.get(i));
            for (int option : order) {
                if (!group.intersects(together[option])) {
                    group.set(option);
                }
            }
            groups.add(group);
        }
        List<BitSet> largest = groups.stream()
                .sorted(Comparator.comparingInt(BitSet::cardinality).reversed())
                .limit(MOST_GROUPS)
                .toList();
        long most = 0;
        for (int i = 0; i < largest.size(); i++) {
            for (int j = i + 1; j < largest.size(); j++) {
                most = Math.max(most, between(largest.get(i), largest.get(j), together));
            }
        }
        return most;
    }

    /** Pairs of which one is of each group; options of both groups are left out. */
    private static long between(BitSet one, BitSet other, BitSet[] together) {
        BitSet others = (BitSet) other.clone();
        others.andNot(one);
        long pairs = 0;
        for (int option = one.nextSetBit(0); option >= 0; option = one.nextSetBit(option + 1)) {
            if (!other.get(option)) {
                BitSet met = (BitSet) others.clone();
                met.and(together[option]);
                pairs += met.cardinality();
            }
        }
        return pairs;
    }
}
