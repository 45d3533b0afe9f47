package io.understudy.templates.grammar.language;

import io.understudy.templates.grammar.language.Site.Fork;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Which options occur together in some utterance: all of them, found by going through the places once. What stands side
 * by side goes together in any combination; of what excludes each other nothing does.
 */
final class Together {

    /** Bits of a tuple for each of its options. */
    static final int BITS = 21;

    private static final int MOST = 1 << 22;

    private final int strength;

    /** @param strength how many options a tuple has at most: 1 to 3 */
    Together(int strength) {
        this.strength = strength;
    }

    /** @throws Sites.TooMany if there are more than {@value #MOST} */
    long[] of(Site root) {
        return sets(root)[strength].sorted();
    }

    /** Tuples by size. */
    private Bag[] sets(Site site) {
        Bag[] sets = empty();
        if (site instanceof Site.Run run) {
            for (Site part : run.parts()) {
                if (!part.options().isEmpty()) {
                    cross(sets, sets(part));
                }
            }
        } else if (site instanceof Fork fork) {
            for (int i = 0; i < fork.own().size(); i++) {
                Bag[] below = sets(fork.ways().get(i));
                if (fork.own().get(i) != Fork.NOBODY) {
                    Bag[] own = empty();
                    own[1].add(fork.own().get(i));
                    cross(own, below);
                    below = own;
                }
                for (int size = 1; size <= strength; size++) {
                    sets[size].addAll(below[size].sorted());
                }
            }
        } else if (site instanceof Site.Rows rows) {
            rows(rows, sets);
        }
        return sets;
    }

    private Bag[] empty() {
        Bag[] bags = new Bag[strength + 1];
        Arrays.setAll(bags, size -> new Bag());
        return bags;
    }

    /** What may go with all that is there already. */
    private void cross(Bag[] sets, Bag[] others) {
        long[][] before = new long[strength + 1][];
        for (int size = 1; size <= strength; size++) {
            before[size] = sets[size].sorted();
        }
        for (int size = 1; size <= strength; size++) {
            sets[size].addAll(others[size].sorted());
            for (int left = 1; left < size; left++) {
                long[] right = others[size - left].sorted();
                if ((long) before[left].length * right.length > MOST) {
                    throw new Sites.TooMany();
                }
                for (long one : before[left]) {
                    for (long other : right) {
                        sets[size].add(joined(one, other));
                    }
                }
            }
        }
    }

    private static void rows(Site.Rows rows, Bag[] sets) {
        List<int[][]> taken = rows.taken();
        for (int row = 0; row < rows.node().choices().size(); row++) {
            int[] all = new int[0];
            for (int i = 0; i < taken.size(); i++) {
                int[] own = taken.get(i)[rows.node().choices().at(row, i)];
                int[] more = Arrays.copyOf(all, all.length + own.length);
                System.arraycopy(own, 0, more, all.length, own.length);
                all = more;
            }
            Arrays.sort(all);
            for (int size = 1; size < sets.length; size++) {
                Bag bag = sets[size];
                each(all, size, bag::add);
            }
        }
    }

    /** Two tuples as one, in rising order; they share no option. */
    static long joined(long one, long other) {
        long left = one;
        long right = other;
        long joined = 0;
        int shift = 0;
        long mask = (1L << BITS) - 1;
        // From the largest down: the last of a tuple is in its lowest bits, and no option is 0.
        while (left != 0 || right != 0) {
            boolean first = (left & mask) > (right & mask);
            joined |= (first ? left & mask : right & mask) << shift;
            shift += BITS;
            if (first) {
                left >>>= BITS;
            } else {
                right >>>= BITS;
            }
        }
        return joined;
    }

    /** The tuples of a size among options in rising order. */
    static void each(int[] options, int size, LongConsumer taker) {
        each(options, 0, size, 0, taker);
    }

    private static void each(int[] options, int from, int left, long tuple, LongConsumer taker) {
        if (left == 0) {
            taker.accept(tuple);
            return;
        }
        for (int i = from; i <= options.length - left; i++) {
            each(options, i + 1, left - 1, (tuple << BITS) | options[i], taker);
        }
    }

    /** Numbers, each once. */
    private static final class Bag {
        private long[] numbers = new long[8];
        private int size;
        private boolean isSorted = true;

        void add(long number) {
            if (size == numbers.length) {
                sorted();
                if (size > MOST) {
                    throw new Sites.TooMany();
                }
                if (size > numbers.length / 2) {
                    numbers = Arrays.copyOf(numbers, 2 * numbers.length);
                }
            }
            numbers[size++] = number;
            isSorted = false;
        }

        void addAll(long[] more) {
            for (long number : more) {
                add(number);
            }
        }

        long[] sorted() {
            if (!isSorted) {
                Arrays.sort(numbers, 0, size);
                int kept = 0;
                for (int i = 0; i < size; i++) {
                    if (kept == 0 || numbers[kept - 1] != numbers[i]) {
                        numbers[kept++] = numbers[i];
                    }
                }
                size = kept;
                isSorted = true;
            }
            return Arrays.copyOf(numbers, size);
        }
    }
}
