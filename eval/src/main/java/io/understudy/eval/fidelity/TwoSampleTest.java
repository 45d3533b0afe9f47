package io.understudy.eval.fidelity;

import io.understudy.eval.linear.TextVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * The classifier two-sample test: a linear classifier learns to tell two corpora apart and is asked about lines it did
 * not see. Lopez-Paz and Oquab, "Revisiting classifier two-sample tests", 2017. Logistic regression on words, pairs of
 * words and runs of two to five characters, five folds.
 *
 * @param auc chance that of one line of each side the right one looks more like the first side, ties a half; 0.5:
 *     cannot be told apart, 1: can always
 * @param accuracy share of lines told rightly
 * @param p chance of so many right answers if the sides were alike: exact binomial, one-sided
 * @param lines of each side, after equal lines of one side were dropped
 * @param signs what gave it away most, strongest first
 */
public record TwoSampleTest(double auc, double accuracy, double p, int lines, List<Sign> signs) {

    /** Fewer say nothing. */
    public static final int FEWEST_LINES = 50;

    private static final int FOLDS = 5;
    private static final int SIGNS = 20;

    /**
     * A feature that tells the sides apart.
     *
     * @param feature a word, or two with a space between
     * @param ofFirst whether it points to the first side
     * @param weight its weight times the difference of its means: how much it moves the decision
     */
    public record Sign(String feature, boolean ofFirst, double weight) {}

    /**
     * How many lines of each side would be used: equal lines of one side count once, and both sides are equally long.
     */
    public static int usable(List<String> first, List<String> second) {
        return (int) Math.min(
                first.stream().distinct().count(), second.stream().distinct().count());
    }

    /**
     * @param first in random order
     * @param second in random order
     * @throws IllegalArgumentException with fewer than {@link #FEWEST_LINES} usable lines
     */
    public static TwoSampleTest of(List<String> first, List<String> second) {
        int n = usable(first, second);
        if (n < FEWEST_LINES) {
            throw new IllegalArgumentException("%d distinct lines a side; needs %d".formatted(n, FEWEST_LINES));
        }
        List<String> texts = new ArrayList<>(first.stream().distinct().limit(n).toList());
        second.stream().distinct().limit(n).forEach(texts::add);
        TextVectors rows = new TextVectors(texts);
        List<Fold> folds = IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(fold -> Fold.of(rows, n, fold))
                .toList();
        int right = folds.stream().mapToInt(Fold::right).sum();
        return new TwoSampleTest(
                folds.stream().mapToDouble(Fold::auc).sum() / FOLDS,
                right / (2.0 * n),
                chance(2 * n, right),
                n,
                signs(rows, n));
    }

    /** What was found on the lines of one fold, by what the others taught. */
    private record Fold(double auc, int right) {
        static Fold of(TextVectors rows, int n, int fold) {
            // Line i of each side is in fold i mod 5, so each fold has as many of both.
            int[] learn =
                    IntStream.range(0, 2 * n).filter(i -> i % n % FOLDS != fold).toArray();
            int[] ask =
                    IntStream.range(0, 2 * n).filter(i -> i % n % FOLDS == fold).toArray();
            double[] weights = rows.train(learn, i -> i < n);
            double[] scores =
                    Arrays.stream(ask).mapToDouble(i -> rows.score(i, weights)).toArray();
            boolean[] isFirst = new boolean[ask.length];
            int right = 0;
            for (int i = 0; i < ask.length; i++) {
                isFirst[i] = ask[i] < n;
                right += (scores[i] > 0) == isFirst[i] ? 1 : 0;
            }
            return new Fold(TwoSampleTest.auc(scores, isFirst), right);
        }
    }

    /** Area under the ROC curve: the chance that a positive scores above a negative, ties a half. */
    static double auc(double[] scores, boolean[] positive) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double wins = 0;
        long positives = 0;
        long negatives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            long here = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                here += positive[order[to++]] ? 1 : 0;
            }
            long others = to - from - here;
            wins += here * (negatives + others / 2.0);
            positives += here;
            negatives += others;
            from = to;
        }
        return wins / ((double) positives * negatives);
    }

    /** P(X ≥ right) of n tosses of a fair coin. */
    static double chance(int n, int right) {
        return BinomialTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(n, right, 0.5)
                .getPValue();
    }

    private static List<Sign> signs(TextVectors rows, int n) {
        double[] weights = rows.train(IntStream.range(0, 2 * n).toArray(), i -> i < n);
        double[] moved = rows.difference(n);
        for (int i = 0; i < moved.length; i++) {
            moved[i] *= weights[i];
        }
        return rows.words().entrySet().stream()
                .map(word -> new Sign(word.getValue(), weights[word.getKey()] > 0, moved[word.getKey()]))
                .sorted(Comparator.comparingDouble(Sign::weight).reversed().thenComparing(Sign::feature))
                .limit(SIGNS)
                .toList();
    }
}
