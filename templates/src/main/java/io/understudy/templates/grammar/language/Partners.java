package io.understudy.templates.grammar.language;

import java.util.Arrays;

/**
 * Pairs of numbers that may stand together, so many that they are counted and not listed. The second numbers are put in
 * an order in which those that go with a first one are a few stretches; pairs are numbered by the first, then by that
 * order. Immutable, thread-safe.
 */
final class Partners {

    private final int[] order;
    private final int[] places;
    private final int[][] stretches;
    private final long[] upTo;
    private final double[] before;
    private final Shares firsts;
    private final Shares evenly;
    private final boolean isEven;

    /**
     * @param order of the second numbers
     * @param stretches for each first number: where stretches of the order begin and end, in turn
     * @param ones likelihood of each first number
     * @param others likelihood of each second number
     */
    Partners(int[] order, int[][] stretches, double[] ones, double[] others) {
        this.order = order.clone();
        this.stretches = stretches.clone();
        this.places = new int[order.length];
        this.before = new double[order.length + 1];
        boolean even = true;
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
            before[place + 1] = before[place] + others[order[place]];
            even &= others[order[place]] == others[0];
        }
        this.upTo = new long[stretches.length + 1];
        double[] masses = new double[stretches.length];
        double[] counts = new double[stretches.length];
        for (int one = 0; one < stretches.length; one++) {
            double mass = 0;
            for (int i = 0; i < stretches[one].length; i += 2) {
                upTo[one + 1] += stretches[one][i + 1] - stretches[one][i];
                mass += before[stretches[one][i + 1]] - before[stretches[one][i]];
            }
            counts[one] = upTo[one + 1];
            masses[one] = ones[one] * (even ? counts[one] / order.length : mass);
            upTo[one + 1] += upTo[one];
        }
        this.firsts = Shares.of(masses);
        this.evenly = Shares.of(counts);
        this.isEven = even;
    }

    long size() {
        return upTo[stretches.length];
    }

    int firstSize() {
        return stretches.length;
    }

    /** How many go with a first number. */
    long with(int first) {
        return upTo[first + 1] - upTo[first];
    }

    /** Shares of the first numbers, by weight or by how many pairs they are in. */
    Shares firsts(boolean even) {
        return even ? evenly : firsts;
    }

    /** Whether all that go with a first number are equally likely. */
    boolean isEven() {
        return isEven;
    }

    /** Shares of those that go with a first number. */
    Shares seconds(int first) {
        double[] weights = new double[Math.toIntExact(with(first))];
        for (int i = 0; i < weights.length; i++) {
            int place = place(first, i);
            weights[i] = before[place + 1] - before[place];
        }
        return Shares.of(weights);
    }

    /** The first number of a pair. */
    int first(long pair) {
        int found = Arrays.binarySearch(upTo, pair);
        int first = found >= 0 ? found : -found - 2;
        // Those without a partner begin where the next one does.
        while (upTo[first + 1] <= pair) {
            first++;
        }
        return first;
    }

    /** The second number of a pair. */
    int second(long pair) {
        int first = first(pair);
        return second(first, pair - upTo[first]);
    }

    /** @param index among those that go with the first */
    int second(int first, long index) {
        return order[place(first, index)];
    }

    private int place(int first, long index) {
        long rest = index;
        for (int i = 0; i < stretches[first].length; i += 2) {
            int length = stretches[first][i + 1] - stretches[first][i];
            if (rest < length) {
                return stretches[first][i] + (int) rest;
            }
            rest -= length;
        }
        throw new IndexOutOfBoundsException("pair " + index + " of " + first);
    }

    /** The number of a pair; below 0: the two do not go together. */
    long number(int first, int second) {
        long index = 0;
        for (int i = 0; i < stretches[first].length; i += 2) {
            int from = stretches[first][i];
            int to = stretches[first][i + 1];
            if (places[second] >= from && places[second] < to) {
                return upTo[first] + index + places[second] - from;
            }
            index += to - from;
        }
        return -1;
    }
}
