package io.understudy.templates.grammar.language;

import io.understudy.core.Seeds;
import io.understudy.templates.grammar.language.Site.Fork;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Puts one derivation together, from left to right, going where most is gained. Wanted options are packed as a tuple;
 * what is no longer open is worth nothing and is not looked at. Not thread-safe.
 */
final class Assembly {

    private static final int ROWS = 64;

    private final Choices.Gain gain;
    private final BitSet open;
    private final long seed;

    /** The options that are taken, of those that are open. */
    private final Stack taken = new Stack();

    /** Which way was gone at each fork, and which row was taken, in order. */
    private final Stack gone = new Stack();

    private long given;
    private long steps;
    private int next;

    /** What the way that is gone is worth; hope breaks ties of gain, chance those of hope. */
    private long gained;

    private long hoped;

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

        int[] from(int place) {
            return Arrays.copyOfRange(numbers, place, size);
        }

        void replace(int place, int[] others) {
            size = place;
            for (int number : others) {
                add(number);
            }
        }
    }

    Assembly(Choices.Gain gain, long seed) {
        this.gain = gain;
        this.open = gain.open();
        this.seed = seed;
    }

    /** @throws IllegalArgumentException if no derivation takes all that is wanted */
    Choices.Held holding(Site root, long wanted) {
        if (!isPossible(root, wanted)) {
            throw new IllegalArgumentException("no derivation takes all of these options");
        }
        // What must be taken counts from the start: all else is chosen to go with it.
        given = wanted;
        for (long rest = wanted; rest != 0; rest >>>= Together.BITS) {
            taken.add(last(rest));
        }
        go(root, wanted);
        int[] options = taken.from(0);
        Arrays.sort(options);
        return new Choices.Held(rank(root), options);
    }

    private static int last(long tuple) {
        return (int) tuple & ((1 << Together.BITS) - 1);
    }

    private static boolean has(long tuple, int option) {
        for (long rest = tuple; rest != 0; rest >>>= Together.BITS) {
            if (last(rest) == option) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(long tuple, BitSet all) {
        for (long rest = tuple; rest != 0; rest >>>= Together.BITS) {
            if (!all.get(last(rest))) {
                return false;
            }
        }
        return true;
    }

    /** What of a tuple is among these. */
    private static long both(long tuple, BitSet some) {
        long both = 0;
        for (long rest = tuple; rest != 0; rest >>>= Together.BITS) {
            both = some.get(last(rest)) ? (both << Together.BITS) | last(rest) : both;
        }
        return both;
    }

    private static long without(long tuple, int option) {
        long without = 0;
        for (long rest = tuple; rest != 0; rest >>>= Together.BITS) {
            without = last(rest) != option ? (without << Together.BITS) | last(rest) : without;
        }
        return without;
    }

    private static boolean isPossible(Site site, long wanted) {
        if (wanted == 0) {
            return true;
        }
        if (!isWithin(wanted, site.options())) {
            return false;
        }
        if (site instanceof Site.Run run) {
            for (Site part : run.parts()) {
                if (!isPossible(part, both(wanted, part.options()))) {
                    return false;
                }
            }
            return true;
        }
        if (site instanceof Fork fork) {
            for (int way = 0; way < fork.own().size(); way++) {
                if (isPossible(fork.ways().get(way), without(wanted, fork.own().get(way)))) {
                    return true;
                }
            }
            return false;
        }
        return site instanceof Site.Rows rows && !fitting(rows, wanted).isEmpty();
    }

    /** The rows that take all that is wanted; not to be changed. */
    private static BitSet fitting(Site.Rows rows, long wanted) {
        BitSet fitting = rows.rows().getOrDefault(last(wanted), new BitSet());
        for (long rest = wanted >>> Together.BITS; rest != 0; rest >>>= Together.BITS) {
            BitSet both = (BitSet) fitting.clone();
            both.and(rows.rows().getOrDefault(last(rest), new BitSet()));
            fitting = both;
        }
        return fitting;
    }

    /** Goes through a place; what it takes, and where it went, is added to what was taken before. */
    private void go(Site site, long wanted) {
        if (site instanceof Site.Run run) {
            for (Site part : run.parts()) {
                if (!part.options().isEmpty()) {
                    go(part, both(wanted, part.options()));
                }
            }
        } else if (site instanceof Fork fork) {
            fork(fork, wanted);
        } else if (site instanceof Site.Rows rows) {
            rows(rows, wanted);
        }
    }

    private void fork(Fork fork, long wanted) {
        int leaf = fork.leaves().way((int) Math.min(wanted, Integer.MAX_VALUE));
        if (leaf >= 0) {
            gone.add(leaf);
            return;
        }
        int before = taken.size;
        int path = gone.size;
        Best best = new Best();
        for (int i : fork.inner()) {
            int own = fork.own().get(i);
            Site way = fork.ways().get(i);
            long rest = wanted == 0 ? 0 : without(wanted, own);
            boolean adds = open.get(own) || way.options().intersects(open);
            if (best.isFound && !adds && rest == wanted && rest == 0) {
                // One way that adds nothing is as good as another.
                continue;
            }
            if (isPossible(way, rest)) {
                gone.add(i);
                take(own);
                go(way, rest);
                best.compare(before, path);
            }
        }
        Site.Leaves leaves = fork.leaves();
        if (wanted == 0 && leaves.size() > 0) {
            int option = gain.best(leaves.bits(), taken.numbers, taken.size, Seeds.derive(seed, ++steps));
            if (option > 0 || !best.isFound) {
                int own = option > 0 ? option : leaves.option(below(leaves.size()));
                gone.add(leaves.way(own));
                take(own);
                best.compare(before, path);
            }
        }
        best.take(before, path);
    }

    /** The best of some ways from one place. */
    private final class Best {
        private final long gainBefore = gained;
        private final long hopeBefore = hoped;
        private boolean isFound;
        private long bestGain;
        private long bestHope;
        private int[] options = {};
        private int[] ways = {};

        /** Looks at the way that was gone since, and goes back. */
        void compare(int before, int path) {
            if (!isFound
                    || gained > bestGain
                    || (gained == bestGain
                            && (hoped > bestHope || (hoped == bestHope && Seeds.derive(seed, ++steps) < 0)))) {
                isFound = true;
                bestGain = gained;
                bestHope = hoped;
                options = taken.from(before);
                ways = gone.from(path);
            }
            taken.size = before;
            gone.size = path;
            gained = gainBefore;
            hoped = hopeBefore;
        }

        void take(int before, int path) {
            taken.replace(before, options);
            gone.replace(path, ways);
            gained = bestGain;
            hoped = bestHope;
        }
    }

    private void take(int option) {
        if (open.get(option) && !has(given, option)) {
            gained += gain.of(option, taken.numbers, taken.size);
            hoped += gain.hope(option);
            taken.add(option);
        }
    }

    private void rows(Site.Rows rows, long wanted) {
        int all = rows.node().choices().size();
        if (wanted == 0 && !rows.options().intersects(open)) {
            gone.add(below(all));
            return;
        }
        BitSet fitting = wanted == 0 ? new BitSet() : fitting(rows, wanted);
        int before = taken.size;
        int path = gone.size;
        Best best = new Best();
        if (wanted != 0 && fitting.cardinality() <= ROWS) {
            for (int row = fitting.nextSetBit(0); row >= 0; row = fitting.nextSetBit(row + 1)) {
                row(rows, row);
                best.compare(before, path);
            }
        } else {
            for (int i = 0; i < Math.min(ROWS, all); i++) {
                int row = below(all);
                if (wanted != 0) {
                    row = fitting.nextSetBit(row);
                    row = row < 0 ? fitting.nextSetBit(0) : row;
                }
                row(rows, row);
                best.compare(before, path);
            }
        }
        best.take(before, path);
    }

    private void row(Site.Rows rows, int row) {
        gone.add(row);
        for (int i = 0; i < rows.taken().size(); i++) {
            for (int option : rows.taken().get(i)[rows.node().choices().at(row, i)]) {
                take(option);
            }
        }
    }

    private int below(int all) {
        return (int) Long.remainderUnsigned(Seeds.derive(seed, ++steps), all);
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
