package io.understudy.eval.utility;

import io.understudy.eval.utility.Worth.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * What a model answered for each test line, kept line by line so that two models can be compared on the same lines.
 *
 * @param lines for each test line, in order
 */
record Answers(List<Counts> lines) {

    Answers {
        lines = List.copyOf(lines);
    }

    /** The sum over models trained from several seeds. */
    static Answers sum(List<Answers> runs) {
        List<Counts> sums = new ArrayList<>(runs.get(0).lines());
        for (Answers run : runs.subList(1, runs.size())) {
            for (int i = 0; i < sums.size(); i++) {
                sums.set(i, sums.get(i).plus(run.lines().get(i)));
            }
        }
        return new Answers(sums);
    }

    Counts total() {
        return lines.stream().reduce(Counts.NONE, Counts::plus);
    }

    /**
     * How much better this model is than another: paired bootstrap over test lines, percentiles 2.5 and 97.5. Efron and
     * Tibshirani, "An Introduction to the Bootstrap", 1993; Koehn, "Statistical Significance Tests for Machine
     * Translation Evaluation", 2004.
     */
    Interval over(Answers other, ToDoubleFunction<Counts> measure, int resamples, SplittableRandom random) {
        double[] differences = new double[resamples];
        for (int sample = 0; sample < resamples; sample++) {
            long[] ours = new long[3];
            long[] theirs = new long[3];
            for (int i = 0; i < lines.size(); i++) {
                int drawn = random.nextInt(lines.size());
                add(lines.get(drawn), ours);
                add(other.lines.get(drawn), theirs);
            }
            differences[sample] = measure.applyAsDouble(new Counts(ours[0], ours[1], ours[2]))
                    - measure.applyAsDouble(new Counts(theirs[0], theirs[1], theirs[2]));
        }
        Arrays.sort(differences);
        return new Interval(
                measure.applyAsDouble(total()) - measure.applyAsDouble(other.total()),
                differences[(int) (0.025 * resamples)],
                differences[Math.min(resamples - 1, (int) (0.975 * resamples))]);
    }

    private static void add(Counts counts, long[] sums) {
        sums[0] += counts.right();
        sums[1] += counts.predicted();
        sums[2] += counts.gold();
    }
}
