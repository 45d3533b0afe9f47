package io.understudy.eval.fidelity;

import io.understudy.core.Example;
import io.understudy.core.Mention;

/**
 * What a corpus looks like from far: how often each label and intent occurs, how many mentions a line has, how long
 * lines are. Memory does not grow with the corpus. Not thread-safe.
 */
public final class Profile {

    private static final int[] LENGTHS = {10, 20, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 1_000, 2_000, 5_000};

    private final Histogram labels = new Histogram();
    private final Histogram intents = new Histogram();
    private final Histogram lengths = new Histogram();
    private final Histogram mentions = new Histogram();

    public void add(Example example) {
        example.intent().ifPresent(intents::add);
        for (Mention mention : example.annotated().mentions()) {
            labels.add(mention.label().name());
        }
        lengths.add(bin(example.text().length()));
        mentions.add(
                "%02d".formatted(Math.min(20, example.annotated().mentions().size())));
    }

    public long lines() {
        return lengths.total();
    }

    public Histogram labels() {
        return labels;
    }

    public Histogram intents() {
        return intents;
    }

    /** Lines by length in UTF-16 units; names sort by length. */
    public Histogram lengths() {
        return lengths;
    }

    /** Lines by their number of mentions, 20 standing for more too. */
    public Histogram mentionsPerLine() {
        return mentions;
    }

    private static String bin(int length) {
        int lower = 0;
        for (int upper : LENGTHS) {
            if (length < upper) {
                return "%04d-%04d".formatted(lower, upper - 1);
            }
            lower = upper;
        }
        return "%04d-".formatted(lower);
    }
}
