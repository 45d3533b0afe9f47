package io.understudy.eval.utility;

import io.understudy.core.Example;
import io.understudy.core.Seeds;
import io.understudy.core.testing.Corpora;
import io.understudy.eval.utility.Worth.Reached;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * What our models learn from real lines of SNIPS 2017, tested on its validate part: accuracy of intents by lines for
 * each, F1 of slots after ten and with mentions replaced. Two Markdown tables, five seeds; reads the shared data.
 */
public final class UtilityBenchmark {

    private static final int INTENTS = 7;

    private UtilityBenchmark() {}

    public static void main(String[] args) {
        List<Example> train = Corpora.snipsTrain();
        List<Example> test = Corpora.snipsValidate();
        System.out.println("| lines of each intent | lines | accuracy of intents, %: mean ± sd | by seed |");
        System.out.println("|---:|---:|---:|---|");
        for (int shots : new int[] {5, 10, 25, 30, 50, 100, 300}) {
            row(shots, shots * INTENTS, seed -> accuracy(drawn(train, shots, seed, 3), test, seed));
        }
        row(0, train.size(), seed -> accuracy(train, test, seed));
        System.out.println();
        System.out.println("| after ten lines of each intent | lines | F1 of slots, %: mean ± sd | by seed |");
        System.out.println("|---|---:|---:|---|");
        row("as they are", 70, seed -> f1(drawn(train, 10, seed, 1), test, seed));
        row("and five times as many, mentions replaced", 420, seed -> {
            List<Example> few = drawn(train, 10, seed, 1);
            List<Example> filled = new ArrayList<>(few);
            filled.addAll(new MentionReplacement(few).make(350, Seeds.random(seed, 2)));
            return f1(filled, test, seed);
        });
    }

    private static List<Example> drawn(List<Example> train, int shots, long seed, long purpose) {
        return Draw.shots(train, shots, INTENTS, Seeds.random(seed, purpose));
    }

    private static double accuracy(List<Example> train, List<Example> test, long seed) {
        return Task.INTENTS.measure(
                Task.INTENTS.run(train, test, seed).answers().total());
    }

    private static double f1(List<Example> train, List<Example> test, long seed) {
        return Task.SLOTS.measure(Task.SLOTS.run(train, test, seed).answers().total());
    }

    private static void row(int shots, int lines, LongFunction<Double> measure) {
        row(shots == 0 ? "all" : Integer.toString(shots), lines, measure);
    }

    private static void row(String what, int lines, LongFunction<Double> measure) {
        double[] values = LongStream.rangeClosed(1, Utility.SEEDS)
                .mapToDouble(seed -> 100 * measure.apply(seed))
                .toArray();
        Reached reached = Reached.of(DoubleStream.of(values));
        StringBuilder each = new StringBuilder();
        for (double value : values) {
            each.append(String.format(Locale.ROOT, " %.2f", value));
        }
        System.out.printf(
                Locale.ROOT, "| %s | %,d | %.2f ± %.2f |%s |%n", what, lines, reached.mean(), reached.sd(), each);
    }
}
