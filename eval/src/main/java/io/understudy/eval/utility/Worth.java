package io.understudy.eval.utility;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What synthetic lines are worth for one {@link Task}.
 *
 * @param trained lines each model was trained on
 * @param tested lines of the holdout
 * @param sampled whether the budget allowed fewer lines than there are
 * @param synthetic trained on synthetic lines (TSTR)
 * @param original trained on original lines (TRTR)
 * @param replaced trained on original lines with mentions replaced: the bar
 * @param macro F1 of all kinds, each weighing as much
 * @param overOriginal synthetic less original
 * @param overReplaced synthetic less replaced
 * @param kinds by intent or label
 * @param curve by shots, few first
 * @param generators by name; empty where one wrote all
 */
public record Worth(
        int trained,
        int tested,
        boolean sampled,
        Reached synthetic,
        Reached original,
        Reached replaced,
        Reached macro,
        Interval overOriginal,
        Interval overReplaced,
        List<Kind> kinds,
        List<Point> curve,
        List<Generator> generators) {

    /**
     * What models of one kind reached.
     *
     * @param mean over seeds
     * @param sd over seeds, of the sample
     */
    public record Reached(double mean, double sd) {
        static Reached of(DoubleStream figures) {
            double[] values = figures.toArray();
            double mean = DoubleStream.of(values).average().orElse(Double.NaN);
            double squares = DoubleStream.of(values)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            return new Reached(mean, values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)));
        }
    }

    /** A difference with the interval that holds 95 % of its resamples. */
    public record Interval(double value, double low, double high) {}

    /**
     * F1 of one intent or label.
     *
     * @param gold how often the test has it
     */
    public record Kind(String name, long gold, double synthetic, double original) {}

    /**
     * One point of the learning curves.
     *
     * @param lines original ones, few of each intent
     * @param original trained on them
     * @param replaced on them and five times as many with mentions replaced
     * @param with on them and five times as many synthetic ones
     * @param synthetic on as many synthetic lines alone
     */
    public record Point(int shots, int lines, Reached original, Reached replaced, Reached with, Reached synthetic) {}

    /**
     * What one generator's lines add.
     *
     * @param lines of its, among those trained on
     * @param adds the model with them less the model without: negative where they hurt
     */
    public record Generator(String name, int lines, Interval adds) {}
}
