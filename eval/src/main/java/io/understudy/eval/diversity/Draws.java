package io.understudy.eval.diversity;

import io.understudy.core.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Lines drawn again, from a fixed seed, to see how far a figure depends on which lines it saw. */
final class Draws {

    private static final long SEED = 20;

    private Draws() {}

    /** A random order of the numbers below {@code size}; the same for equal arguments. */
    static int[] order(int size, int draw) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = Seeds.random(SEED, draw);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
        return order;
    }

    /** {@code draws} sets of {@code lines} lines each, without common lines where there are enough for that. */
    static LineSet of(LineSet all, int lines, int draws, int draw) {
        return all.size() >= (long) lines * draws
                ? all.between(draw * lines, (draw + 1) * lines)
                : all.in(Arrays.copyOf(order(all.size(), draw), lines));
    }

    /** Mean and standard deviation (n − 1) of some values. */
    record Spread(double mean, double deviation) {
        static Spread of(double... values) {
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double squares = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            return new Spread(mean, Math.sqrt(squares / (values.length - 1)));
        }
    }
}
