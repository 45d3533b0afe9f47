package io.understudy.generator;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides whole things by weights: the method of largest remainders (Hamilton's), within bounds. */
final class Apportionment {

    private Apportionment() {}

    /**
     * Parts that sum up to the total.
     *
     * @param weights 0 or more each; where all are 0 they count as equal
     * @param room how much each part may get; where all rooms together are less than the total, the rest is divided
     *     over all parts by weight, whatever their rooms
     */
    static long[] of(long total, double[] weights, long[] room) {
        double[] open = weights.clone();
        if (IntStream.range(0, open.length).allMatch(i -> open[i] == 0)) {
            java.util.Arrays.fill(open, 1);
        }
        long[] parts = new long[open.length];
        long left = fill(total, open, parts, room);
        left = fill(left, IntStream.range(0, open.length).mapToDouble(i -> 1).toArray(), parts, room);
        long[] beyond = divide(left, open);
        for (int i = 0; i < parts.length; i++) {
            parts[i] += beyond[i];
        }
        return parts;
    }

    /** Adds to parts that have room, by weight. @return what is left */
    private static long fill(long total, double[] weights, long[] parts, long[] room) {
        double[] rest = weights.clone();
        long left = total;
        // Each turn fills at least one part or divides all that is left.
        while (left > 0 && sum(rest) > 0) {
            long[] shares = divide(left, rest);
            boolean fits = true;
            for (int i = 0; i < parts.length; i++) {
                if (rest[i] > 0 && shares[i] > room[i] - parts[i]) {
                    left -= room[i] - parts[i];
                    parts[i] = room[i];
                    rest[i] = 0;
                    fits = false;
                }
            }
            if (fits) {
                for (int i = 0; i < parts.length; i++) {
                    parts[i] += shares[i];
                }
                return 0;
            }
        }
        return left;
    }

    private static long[] divide(long total, double[] weights) {
        double sum = sum(weights);
        long[] parts = new long[weights.length];
        double[] remainders = new double[weights.length];
        long left = total;
        for (int i = 0; i < parts.length && sum > 0; i++) {
            double exact = total * (weights[i] / sum);
            parts[i] = Math.min(left, (long) exact);
            remainders[i] = weights[i] > 0 ? exact - parts[i] : -1;
            left -= parts[i];
        }
        int[] order = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> remainders[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; left > 0; i = (i + 1) % order.length) {
            if (weights[order[i]] > 0) {
                parts[order[i]]++;
                left--;
            }
        }
        return parts;
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
