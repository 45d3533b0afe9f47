package io.understudy.templates.grammar.coverage;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.language.Sampling;
import io.understudy.templates.grammar.language.Utterance;
import io.understudy.templates.grammar.language.Utterances;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A small set of utterances in which every alternative occurs, or every pair or triple of alternatives that can occur
 * together: combinatorial testing, by the greedy algorithm (each step takes the utterance with the most tuples that are
 * not there yet), which needs at most a factor of ln(tuples) more than the best. A choice that is made twice in an
 * utterance counts as two.
 *
 * <p>Tuples are those of all derivations where there are at most {@value #POOL}; otherwise those of as many drawn
 * evenly, and a tuple that is rarer than about one in {@value #POOL} may be missed: {@link #isComplete} says which.
 *
 * @param utterances in the order in which they were taken: each brings at least one new tuple
 * @param tuples how many tuples they hold
 * @param isComplete whether the tuples are all there are
 * @param least a lower bound: no set of utterances that holds these tuples is smaller. It is proven where the covering
 *     is complete; otherwise alternatives that never met in the sample are taken to exclude each other
 */
public record Covering(List<Utterance> utterances, long tuples, boolean isComplete, long least) {

    private static final int POOL = 1 << 15;

    public Covering {
        utterances = List.copyOf(utterances);
    }

    /** @param strength how many alternatives are to occur together: 1 each, 2 pairs, 3 triples */
    public static Covering of(Utterances language, int strength, long seed) {
        boolean whole = language.count().compareTo(BigInteger.valueOf(POOL)) <= 0;
        Sampling pool = language.sample(seed, POOL, true);
        Ids ids = new Ids();
        PriorityQueue<Candidate> best = new PriorityQueue<>(
                Comparator.comparingInt(Candidate::gain).reversed().thenComparing(Candidate::place));
        List<long[]> met = new ArrayList<>();
        Exclusions exclusions = new Exclusions();
        for (long place = 0; place < pool.size(); place++) {
            int[] chosen = ids.of(pool.utterance(place).alternatives());
            exclusions.add(chosen);
            long[] tuples = Ids.tuples(chosen, strength);
            met.add(tuples);
            best.add(new Candidate(place, tuples.length));
        }
        Set<Long> covered = new HashSet<>();
        List<Utterance> taken = new ArrayList<>();
        while (!best.isEmpty()) {
            Candidate next = best.poll();
            long[] tuples = met.get((int) next.place());
            int gain = 0;
            for (long tuple : tuples) {
                gain += covered.contains(tuple) ? 0 : 1;
            }
            if (gain == 0) {
                continue;
            }
            // Gains only shrink, so one that is as large as the next was, is the largest.
            if (gain < next.gain() && !best.isEmpty() && best.peek().gain() > gain) {
                best.add(new Candidate(next.place(), gain));
                continue;
            }
            for (long tuple : tuples) {
                covered.add(tuple);
            }
            taken.add(pool.utterance(next.place()));
        }
        return new Covering(taken, covered.size(), whole, exclusions.least(covered, strength));
    }

    private record Candidate(long place, int gain) {}

    /** Numbers for alternatives, told apart by identity and by how often they were chosen before in the utterance. */
    private static final class Ids {

        private final IdentityHashMap<Alternative, Map<Integer, Integer>> numbers = new IdentityHashMap<>();
        private int made;

        /** In rising order. */
        int[] of(List<Alternative> alternatives) {
            IdentityHashMap<Alternative, Integer> times = new IdentityHashMap<>();
            return alternatives.stream()
                    .mapToInt(each -> number(each, times.merge(each, 1, Integer::sum)))
                    .sorted()
                    .toArray();
        }

        static long[] tuples(int[] own, int strength) {
            List<Long> tuples = new ArrayList<>();
            add(own, 0, strength, 0, tuples);
            return tuples.stream().mapToLong(Long::longValue).distinct().toArray();
        }

        private int number(Alternative alternative, int time) {
            return numbers.computeIfAbsent(alternative, key -> new HashMap<>())
                    .computeIfAbsent(time, key -> ++made & ((1 << Exclusions.BITS) - 1));
        }

        private static void add(int[] own, int from, int left, long tuple, List<Long> tuples) {
            if (left == 0) {
                tuples.add(tuple);
                return;
            }
            for (int i = from; i <= own.length - left; i++) {
                add(own, i + 1, left - 1, (tuple << Exclusions.BITS) | own[i], tuples);
            }
        }
    }
}
