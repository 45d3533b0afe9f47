package io.understudy.templates.grammar.coverage;

import io.understudy.templates.grammar.language.Choices;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an option brings of the tuples that are missing. A pair is worth as much as there are pairs missing of the same
 * two choices: those of the largest choices need the most utterances, and each utterance can hold but one of them. Not
 * thread-safe.
 */
final class Missing implements Choices.Gain {

    private static final int MASK = (1 << Choices.BITS) - 1;

    /** More choices than these are all worth the same. */
    private static final int MOST_CHOICES = 2000;

    private final TupleSet tuples;
    private final int strength;
    private final long[] left;
    private final int[] choice;
    private final int[][] worth;

    /** Of each option, the options that are missing beside it; of pairs only. */
    private final BitSet[] beside;

    private final BitSet open = new BitSet();

    Missing(Choices choices, TupleSet tuples, int strength) {
        this.tuples = tuples;
        this.strength = strength;
        this.left = new long[choices.size() + 1];
        this.choice = new int[choices.size() + 1];
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        for (int option = 1; option < choice.length; option++) {
            Choices.Option own = choices.option(option);
            choice[option] = numbers.computeIfAbsent(List.of(own.choice(), own.time()), key -> numbers.size());
        }
        boolean weighs = strength == 2 && numbers.size() <= MOST_CHOICES;
        this.worth = weighs ? new int[numbers.size()][numbers.size()] : new int[0][];
        this.beside = new BitSet[strength == 2 ? left.length : 0];
        Arrays.setAll(beside, option -> new BitSet());
        tuples.forEach(tuple -> count(tuple, 1));
    }

    private void count(long tuple, int by) {
        for (long rest = tuple; rest != 0; rest >>>= Choices.BITS) {
            int option = (int) (rest & MASK);
            left[option] += by;
            open.set(option, left[option] > 0);
        }
        if (strength == 2) {
            beside[(int) (tuple >>> Choices.BITS)].set((int) tuple & MASK, by > 0);
            beside[(int) tuple & MASK].set((int) (tuple >>> Choices.BITS), by > 0);
        }
        if (worth.length > 0) {
            int one = choice[(int) (tuple >>> Choices.BITS)];
            int other = choice[(int) tuple & MASK];
            worth[one][other] += by;
            worth[other][one] = worth[one][other];
        }
    }

    void take(long tuple) {
        if (tuples.remove(tuple)) {
            count(tuple, -1);
        }
    }

    /** The tuple to begin with: of pairs one whose options are missing most, otherwise the one that is given. */
    long first(long tuple) {
        if (strength != 2) {
            return tuple;
        }
        int one = 1;
        for (int option = 2; option < left.length; option++) {
            one = left[option] > left[one] ? option : one;
        }
        BitSet others = beside[one];
        int best = others.nextSetBit(0);
        for (int other = best; other >= 0; other = others.nextSetBit(other + 1)) {
            best = left[other] > left[best] ? other : best;
        }
        return TupleSet.packed(one, best);
    }

    @Override
    public long of(int option, int[] taken, int size) {
        if (left[option] == 0) {
            return 0;
        }
        if (strength == 1) {
            return 1;
        }
        long gain = 0;
        for (int i = 0; i < size; i++) {
            if (strength == 2) {
                gain += beside[option].get(taken[i]) ? worth(option, taken[i]) : 0;
            } else {
                for (int j = 0; j < i; j++) {
                    gain += tuples.contains(TupleSet.packed(option, taken[i], taken[j])) ? 1 : 0;
                }
            }
        }
        return gain;
    }

    private int worth(int one, int other) {
        return worth.length > 0 ? worth[choice[one]][choice[other]] : 1;
    }

    @Override
    public BitSet open() {
        return open;
    }

    @Override
    public long hope(int option) {
        return left[option];
    }
}
