package io.understudy.templates.grammar.language;

import io.understudy.core.Seeds;
import io.understudy.templates.grammar.language.Site.Fork;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;

/** Puts one derivation together, from left to right, going where most is gained. Not thread-safe. */
final class Assembly {

    private static final int ROWS = 64;

    private final Choices.Gain gain;
    private final long seed;

    /** The options that are taken. */
    private final Stack taken = new Stack();

    /** Which way was gone at each fork, and which row was taken, in order. */
    private final Stack gone = new Stack();

    private BitSet given = new BitSet();
    private long steps;
    private int next;

    /** @param hope breaks ties of gain; chance breaks those of hope */
    private record Worth(long gain, long hope) {
        private static final Worth NOTHING = new Worth(0, 0);

        boolean isMoreThan(Worth other, long chance) {
            return gain != other.gain ? gain > other.gain : hope != other.hope ? hope > other.hope : chance < 0;
        }

        Worth plus(Worth other) {
            return other.hope == 0 && other.gain == 0 ? this : new Worth(gain + other.gain, hope + other.hope);
        }
    }

    /** Whole numbers of which the last can be taken back. */
    private static final class Stack {
        private int[] numbers = new int[64];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        /** Takes back all from here on. */
        int[] cut(int from) {
            int[] last = Arrays.copyOfRange(numbers, from, size);
            size = from;
            return last;
        }

        void addAll(int[] more) {
            for (int number : more) {
                add(number);
            }
        }
    }

    Assembly(Choices.Gain gain, long seed) {
        this.gain = gain;
        this.seed = seed;
    }

    /** @throws IllegalArgumentException if no derivation takes all that is wanted */
    BigInteger rank(Site root, BitSet wanted) {
        if (!isPossible(root, wanted)) {
            throw new IllegalArgumentException("no derivation takes all of these options");
        }
        // What must be taken counts from the start: all else is chosen to go with it.
        given = wanted;
        wanted.stream().forEach(taken::add);
        go(root, wanted);
        return rank(root);
    }

    private static boolean isPossible(Site site, BitSet wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        if (!isWithin(wanted, site.options())) {
            return false;
        }
        if (site instanceof Site.Run run) {
            return run.parts().stream().allMatch(part -> isPossible(part, both(part.options(), wanted)));
        }
        if (site instanceof Fork fork) {
            for (int way = 0; way < fork.own().size(); way++) {
                if (isPossible(fork.ways().get(way), without(wanted, fork.own().get(way)))) {
                    return true;
                }
            }
            return false;
        }
        return site instanceof Site.Rows rows && row(rows, wanted, 0) >= 0;
    }

    /** The first row from this one on that takes all; -1: none. */
    private static int row(Site.Rows rows, BitSet wanted, int from) {
        BitSet all = null;
        for (int option = wanted.nextSetBit(0); option >= 0; option = wanted.nextSetBit(option + 1)) {
            BitSet own = rows.rows().getOrDefault(option, new BitSet());
            all = all == null ? (BitSet) own.clone() : both(all, own);
        }
        return all == null ? from : all.nextSetBit(from);
    }

    private static boolean isWithin(BitSet some, BitSet all) {
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            if (!all.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) other.clone();
        both.and(one);
        return both;
    }

    private static BitSet without(BitSet wanted, int option) {
        if (!wanted.get(option)) {
            return wanted;
        }
        BitSet rest = (BitSet) wanted.clone();
        rest.clear(option);
        return rest;
    }

    /** Goes through a place; what it takes, and where it went, is added to what was taken before. */
    private Worth go(Site site, BitSet wanted) {
        if (site instanceof Site.Run run) {
            Worth all = Worth.NOTHING;
            for (Site part : run.parts()) {
                if (!part.options().isEmpty()) {
                    all = all.plus(go(part, wanted.isEmpty() ? wanted : both(part.options(), wanted)));
                }
            }
            return all;
        }
        if (site instanceof Fork fork) {
            return fork(fork, wanted);
        }
        return site instanceof Site.Rows rows ? rows(rows, wanted) : Worth.NOTHING;
    }

    private Worth fork(Fork fork, BitSet wanted) {
        int before = taken.size;
        int path = gone.size;
        Worth best = null;
        int[] options = {};
        int[] ways = {};
        for (int i = 0; i < fork.own().size(); i++) {
            int own = fork.own().get(i);
            BitSet rest = without(wanted, own);
            boolean adds = gain.open().get(own) || fork.ways().get(i).options().intersects(gain.open());
            if (best != null && !adds && !wanted.get(own) && rest.isEmpty()) {
                // One way that adds nothing is as good as another.
                continue;
            }
            if (!rest.isEmpty() && !isPossible(fork.ways().get(i), rest)) {
                continue;
            }
            gone.add(i);
            Worth worth = own == Fork.NOBODY || given.get(own) ? Worth.NOTHING : take(own);
            worth = worth.plus(go(fork.ways().get(i), rest));
            boolean better = best == null || worth.isMoreThan(best, Seeds.derive(seed, ++steps));
            int[] last = taken.cut(before);
            int[] went = gone.cut(path);
            if (better) {
                best = worth;
                options = last;
                ways = went;
            }
        }
        taken.addAll(options);
        gone.addAll(ways);
        return best;
    }

    private Worth take(int option) {
        Worth worth = new Worth(gain.of(option, taken.numbers, taken.size), gain.hope(option));
        taken.add(option);
        return worth;
    }

    private Worth rows(Site.Rows rows, BitSet wanted) {
        int all = rows.node().choices().size();
        int before = taken.size;
        Worth best = null;
        int[] options = {};
        int chosen = 0;
        for (int i = 0; i < Math.min(ROWS, all); i++) {
            int row = any(BigInteger.valueOf(all)).intValueExact();
            if (!wanted.isEmpty()) {
                row = row(rows, wanted, row);
                row = row < 0 ? row(rows, wanted, 0) : row;
            }
            BitSet own = new BitSet();
            Site.taken(rows, BigInteger.valueOf(row), own);
            own.andNot(given);
            Worth worth = Worth.NOTHING;
            for (int option = own.nextSetBit(0); option >= 0; option = own.nextSetBit(option + 1)) {
                worth = worth.plus(take(option));
            }
            boolean better = best == null || worth.isMoreThan(best, Seeds.derive(seed, ++steps));
            int[] last = taken.cut(before);
            if (better) {
                best = worth;
                options = last;
                chosen = row;
            }
        }
        taken.addAll(options);
        gone.add(chosen);
        return best;
    }

    /** The number of the derivation that goes where it was gone; what is no option is left to chance. */
    private BigInteger rank(Site site) {
        if (site instanceof Site.Run run) {
            BigInteger rank = BigInteger.ZERO;
            for (Site part : run.parts()) {
                rank = rank.multiply(part.node().count()).add(rank(part));
            }
            return rank;
        }
        if (site instanceof Fork fork) {
            int way = gone.numbers[next++];
            return fork.node().upTo().get(way).add(rank(fork.ways().get(way)));
        }
        return site instanceof Site.Rows
                ? BigInteger.valueOf(gone.numbers[next++])
                : any(site.node().count());
    }

    private BigInteger any(BigInteger count) {
        if (count.equals(BigInteger.ONE)) {
            return BigInteger.ZERO;
        }
        byte[] chance = new byte[count.bitLength() / 8 + 9];
        for (int i = 0; i < chance.length; i += 8) {
            long drawn = Seeds.derive(seed, ++steps);
            for (int j = i; j < Math.min(chance.length, i + 8); j++) {
                chance[j] = (byte) (drawn >>> (8 * (j - i)));
            }
        }
        return new BigInteger(1, chance).mod(count);
    }
}
