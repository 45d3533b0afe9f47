package io.understudy.templates.grammar.coverage;

import io.understudy.core.Seeds;
import io.understudy.templates.grammar.language.Choices;
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

    private static final int[] NONE = {};
    private static final int MASK = (1 << Choices.BITS) - 1;

    /** More choices than these are all worth the same. */
    private static final int MOST_CHOICES = 2000;

    /** Options of one choice that are weighed against each other. */
    private static final int MOST_LOOKED_AT = 16;

    /** More options than these have no table of their pairs. */
    private static final int MOST_OPTIONS = 1 << 14;

    private final TupleSet tuples;
    private final int strength;
    private final long[] left;
    private final int[] choice;
    private final int[][] worth;

    /** Of each option, the options that are missing beside it, in words of bits; of pairs only. */
    private final long[][] beside;

    private final BitSet open = new BitSet();

    /** The same in words. */
    private final long[] openWords;

    Missing(Choices choices, long[] tuples, int strength) {
        boolean isTable = strength == 2 && choices.size() < MOST_OPTIONS;
        this.tuples = new TupleSet(isTable ? new long[0] : tuples);
        this.strength = strength;
        this.left = new long[choices.size() + 1];
        this.openWords = new long[left.length / 64 + 1];
        this.choice = new int[choices.size() + 1];
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        for (int option = 1; option < choice.length; option++) {
            Choices.Option own = choices.option(option);
            choice[option] = numbers.computeIfAbsent(List.of(own.choice(), own.time()), key -> numbers.size());
        }
        boolean weighs = strength == 2 && numbers.size() <= MOST_CHOICES;
        this.worth = weighs ? new int[numbers.size()][numbers.size()] : new int[0][];
        this.beside = isTable ? new long[left.length][(left.length + 63) / 64] : new long[0][];
        for (long tuple : tuples) {
            if (isTable) {
                flip(one(tuple), other(tuple));
                flip(other(tuple), one(tuple));
            }
            count(tuple, 1);
        }
    }

    private static int one(long pair) {
        return (int) (pair >>> Choices.BITS);
    }

    private static int other(long pair) {
        return (int) pair & MASK;
    }

    private void flip(int one, int other) {
        beside[one][other >>> 6] ^= 1L << other;
    }

    private boolean has(int one, int other) {
        return beside.length > 0
                ? (beside[one][other >>> 6] >>> other & 1) != 0
                : tuples.contains(TupleSet.packed(one, other));
    }

    /** Whether a tuple is missing. */
    boolean has(long tuple) {
        return beside.length > 0 ? has(one(tuple), other(tuple)) : tuples.contains(tuple);
    }

    void take(long tuple) {
        if (!has(tuple)) {
            return;
        }
        if (beside.length > 0) {
            flip(one(tuple), other(tuple));
            flip(other(tuple), one(tuple));
        } else {
            tuples.remove(tuple);
        }
        count(tuple, -1);
    }

    private void count(long tuple, int by) {
        for (long rest = tuple; rest != 0; rest >>>= Choices.BITS) {
            int option = (int) (rest & MASK);
            left[option] += by;
            open.set(option, left[option] > 0);
            long bit = 1L << option;
            openWords[option >>> 6] = left[option] > 0 ? openWords[option >>> 6] | bit : openWords[option >>> 6] & ~bit;
        }
        if (worth.length > 0) {
            int one = choice[one(tuple)];
            int other = choice[other(tuple)];
            worth[one][other] += by;
            worth[other][one] = worth[one][other];
        }
    }

    @Override
    public long of(int option, int[] taken, int size) {
        if (left[option] == 0) {
            return 0;
        }
        if (strength == 1) {
            return 1;
        }
        return strength == 2 ? pairs(option, taken, size) : triples(option, taken, size);
    }

    private long pairs(int option, int[] taken, int size) {
        int[] worths = worth.length > 0 ? worth[choice[option]] : NONE;
        long gain = 0;
        for (int i = 0; i < size; i++) {
            if (has(option, taken[i])) {
                gain += worth.length > 0 ? worths[choice[taken[i]]] : 1;
            }
        }
        return gain;
    }

    private long triples(int option, int[] taken, int size) {
        long gain = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                gain += tuples.contains(TupleSet.packed(option, taken[i], taken[j])) ? 1 : 0;
            }
        }
        return gain;
    }

    @Override
    public int best(Choices.Bits some, int[] taken, int size, long seed) {
        long[] gaining = gaining(some, taken, size);
        int all = 0;
        for (long word : gaining) {
            all += Long.bitCount(word);
        }
        // Where many bring something, some of them in a row tell enough.
        int from = all <= MOST_LOOKED_AT ? 0 : (int) Long.remainderUnsigned(seed, gaining.length * 64L);
        int best = 0;
        long most = -1;
        int looked = 0;
        for (int i = 0; i <= gaining.length && looked < MOST_LOOKED_AT; i++) {
            int word = ((from >>> 6) + i) % gaining.length;
            long side = -1L << from;
            long bits = gaining[word] & (i == 0 ? side : i == gaining.length ? ~side : -1);
            for (; bits != 0 && looked < MOST_LOOKED_AT; bits &= bits - 1) {
                looked++;
                int option = ((some.from() + word) << 6) + Long.numberOfTrailingZeros(bits);
                long gain = of(option, taken, size);
                if (gain > most || (gain == most && isBefore(option, best, seed))) {
                    best = option;
                    most = gain;
                }
            }
        }
        return best;
    }

    /** Those that bring something beside what is taken; if none does, those that are open. */
    private long[] gaining(Choices.Bits some, int[] taken, int size) {
        long[] words = some.words();
        long[] gaining = new long[words.length];
        long any = 0;
        if (beside.length > 0) {
            for (int j = 0; j < size; j++) {
                long[] row = beside[taken[j]];
                for (int i = 0; i < gaining.length; i++) {
                    gaining[i] |= row[some.from() + i] & words[i];
                }
            }
            for (long word : gaining) {
                any |= word;
            }
        }
        for (int i = 0; i < gaining.length && any == 0; i++) {
            gaining[i] = words[i] & openWords[some.from() + i];
        }
        return gaining;
    }

    private boolean isBefore(int option, int other, long seed) {
        return left[option] != left[other]
                ? left[option] > left[other]
                : Seeds.derive(seed, option) < Seeds.derive(seed, other);
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
