package io.understudy.eval.utility;

import io.understudy.core.Example;
import io.understudy.core.text.Words;
import java.util.List;

/**
 * Seconds that a model takes to be trained and tested on one core. No clock is asked, so that the same lines give the
 * same report on every machine: the cost comes from sizes, at rates measured on machines of 2026.
 */
final class Cost {

    /** Products of a feature and a tag, or of two tags, each second. */
    private static final double TAGGER_RATE = 5e8;

    /** Features of all training lines times classes, each second. */
    private static final double LINEAR_RATE = 1e7;

    /** As {@link #LINEAR_RATE}, of lines that are tested: they are gone through once. */
    private static final double LINEAR_TEST_RATE = 2e8;

    /** What a tagger looks at for each word. */
    private static final int WORD_FEATURES = 21;

    /** Features of a line to a linear model, for each character. */
    private static final int CHARACTER_FEATURES = 4;

    private final Task task;

    /** Words of a line, or its characters. */
    private final double length;

    private final double kinds;

    /** @param sample lines like those to be trained on */
    Cost(Task task, List<Example> sample) {
        this.task = task;
        this.length = sample.stream()
                .mapToInt(line -> task == Task.INTENTS
                        ? line.text().length()
                        : Words.of(line.text()).size())
                .average()
                .orElse(1);
        this.kinds = sample.stream()
                .flatMap(line -> task.kinds(line).stream())
                .distinct()
                .count();
    }

    /** Never less for more lines. */
    double seconds(long trained, long tested) {
        if (task == Task.INTENTS) {
            double line = length * CHARACTER_FEATURES * kinds;
            return line * trained / LINEAR_RATE + line * tested / LINEAR_TEST_RATE;
        }
        double tags = 2 * kinds + 1;
        double word = tags * (WORD_FEATURES + tags / 2);
        double words = length * trained;
        // Few lines are gone through more often.
        return (words * Tagger.epochs((long) words) + length * tested) * word / TAGGER_RATE;
    }
}
