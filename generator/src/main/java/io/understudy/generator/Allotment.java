package io.understudy.generator;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides lines among parts so that bounds on sums of them hold, as near to their natural shares as these allow:
 * iterative proportional fitting (Deming and Stephan, Annals of Mathematical Statistics 11(4), 1940), then whole
 * numbers, then lines moved one by one while a bound is not met. Where no division meets all bounds, it is one that
 * misses few.
 */
final class Allotment {

    private static final int ROUNDS = 500;
    private static final int MOST_MOVES = 100_000;

    /** @param parts whose sum is bounded */
    record Bound(BitSet parts, long least, long most) {
        private double sum(double[] of) {
            return parts.stream().mapToDouble(part -> of[part]).sum();
        }

        private long sum(long[] of) {
            return parts.stream().mapToLong(part -> of[part]).sum();
        }

        /** How far a sum is from what it may be. */
        private long missed(long sum) {
            return Math.max(0, least - sum) + Math.max(0, sum - most);
        }
    }

    private final double[] natural;
    private final long[] room;
    private final List<Bound> bounds;

    private Allotment(double[] natural, long[] room, List<Bound> bounds) {
        this.natural = natural;
        this.room = room;
        this.bounds = bounds;
    }

    /**
     * @param total lines in all
     * @param natural what each part would get of them without bounds; 0 or more
     * @param room how many each part has
     */
    static long[] of(long total, double[] natural, long[] room, List<Bound> bounds) {
        return new Allotment(natural, room, bounds).divided(total);
    }

    /** By how many lines the bounds are missed. */
    static long missed(long[] lines, List<Bound> bounds) {
        return bounds.stream()
                .mapToLong(bound -> bound.missed(bound.sum(lines)))
                .sum();
    }

    private long[] divided(long total) {
        double[] shares = natural.clone();
        for (int round = 0; round < ROUNDS; round++) {
            for (Bound bound : bounds) {
                double sum = bound.sum(shares);
                fit(shares, bound.parts(), Math.max((double) bound.least(), Math.min((double) bound.most(), sum)));
            }
            BitSet all = new BitSet();
            all.set(0, shares.length);
            fit(shares, all, (double) total);
        }
        long[] lines = Apportionment.of(total, shares, room);
        long sum = Arrays.stream(room).reduce(0, Allotment::plus);
        if (sum >= total) {
            for (int moves = 0; moves < MOST_MOVES && moved(lines); moves++) {
                // One line is moved at a time.
            }
        }
        return lines;
    }

    private static long plus(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    /** Scales some parts to a sum, as far as they have room. */
    private void fit(double[] shares, BitSet parts, double wanted) {
        for (int turn = 0; turn < 4; turn++) {
            double full = 0;
            double open = 0;
            int empty = 0;
            for (int part : (Iterable<Integer>) parts.stream()::iterator) {
                if (shares[part] >= room[part]) {
                    full += shares[part];
                } else {
                    open += shares[part];
                    empty++;
                }
            }
            double sum = full + open;
            if (Math.abs(sum - wanted) <= 1e-9 * wanted || (wanted > sum && empty == 0)) {
                return;
            }
            double by = wanted < sum ? wanted / sum : open > 0 ? (wanted - full) / open : 0;
            double each = open > 0 ? 0 : (wanted - full) / Math.max(1, empty);
            for (int part : (Iterable<Integer>) parts.stream()::iterator) {
                boolean scaled = wanted < sum || shares[part] < room[part];
                shares[part] = Math.min(
                        (double) room[part], scaled ? shares[part] * by + (wanted < sum ? 0 : each) : shares[part]);
            }
        }
    }

    /** Moves a line from one part to another, if fewer lines miss the bounds then. */
    private boolean moved(long[] lines) {
        long[] sums = bounds.stream().mapToLong(bound -> bound.sum(lines)).toArray();
        if (IntStream.range(0, sums.length).allMatch(i -> bounds.get(i).missed(sums[i]) == 0)) {
            return false;
        }
        long best = 0;
        int from = -1;
        int to = -1;
        for (int less = 0; less < lines.length; less++) {
            if (lines[less] == 0) {
                continue;
            }
            for (int more = 0; more < lines.length; more++) {
                if (more != less && lines[more] < room[more]) {
                    long gain = gain(sums, less, more);
                    if (gain > best) {
                        best = gain;
                        from = less;
                        to = more;
                    }
                }
            }
        }
        if (from < 0) {
            return false;
        }
        lines[from]--;
        lines[to]++;
        return true;
    }

    private long gain(long[] sums, int less, int more) {
        long gain = 0;
        for (int i = 0; i < sums.length; i++) {
            int change = (bounds.get(i).parts().get(more) ? 1 : 0)
                    - (bounds.get(i).parts().get(less) ? 1 : 0);
            if (change != 0) {
                gain += bounds.get(i).missed(sums[i]) - bounds.get(i).missed(sums[i] + change);
            }
        }
        return gain;
    }
}
