package io.understudy.eval.utility;

import io.understudy.core.Example;
import io.understudy.core.text.Words;
import java.util.List;

/**
 * How many lines may be trained on within a number of seconds. No clock is asked, so that the same lines give the same
 * report on every machine: the cost of training comes from sizes, at rates measured on one core of a machine of 2024.
 */
final class Budget {

    /** Products of a feature and a tag, or of two tags, each second. */
    private static final double TAGGER_RATE = 5e8;

    /** Features of all training lines times classes, each second. */
    private static final double LINEAR_RATE = 1e7;

    /** What a tagger looks at for each word. */
    private static final int WORD_FEATURES = 21;

    /** Features of a line to a linear model, for each character. */
    private static final int CHARACTER_FEATURES = 4;

    private final int seconds;
    private final int trainings;

    /** @param trainings models to be trained on as many lines */
    Budget(int seconds, int trainings) {
        this.seconds = seconds;
        this.trainings = trainings;
    }

    /** @param sample lines like those to be trained on */
    int lines(Task task, List<Example> sample) {
        return (int) Math.min(Integer.MAX_VALUE, seconds / (secondsPerLine(task, sample) * trainings));
    }

    private static double secondsPerLine(Task task, List<Example> sample) {
        long kinds = sample.stream()
                .flatMap(line -> task.kinds(line).stream())
                .distinct()
                .count();
        if (task == Task.INTENTS) {
            double characters = sample.stream()
                    .mapToInt(line -> line.text().length())
                    .average()
                    .orElse(1);
            return characters * CHARACTER_FEATURES * kinds / LINEAR_RATE;
        }
        double words = sample.stream()
                .mapToInt(line -> Words.of(line.text()).size())
                .average()
                .orElse(1);
        double tags = 2.0 * kinds + 1;
        // At least: few lines are gone through more often, and cost little.
        return words * Tagger.epochs(Long.MAX_VALUE) * tags * (WORD_FEATURES + tags / 2) / TAGGER_RATE;
    }
}
