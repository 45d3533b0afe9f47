package io.understudy.eval.fidelity;

import io.understudy.core.Example;
import io.understudy.core.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a corpus looks like from far: how often each label and intent occurs, how many mentions a line has, how long
 * lines are. Memory does not grow with the corpus. Not thread-safe.
 */
public final class Profile {

    /** Ten steps to a decade, so that bins look equally wide on a scale that suits utterances and documents. */
    private static final int[] LENGTHS = {
        2, 4, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 63, 79, 100, 126, 158, 200, 251, 316, 398, 501, 631, 794, 1_000,
        1_259, 1_585, 1_995, 2_512, 3_162, 3_981, 5_012, 6_310, 7_943, 10_000
    };

    private static final List<String> LENGTH_NAMES = lengthNames();
    private static final List<String> MENTION_NAMES =
            IntStream.rangeClosed(0, 20).mapToObj("%02d"::formatted).toList();

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
        mentions.add(MENTION_NAMES.get(Math.min(
                MENTION_NAMES.size() - 1, example.annotated().mentions().size())));
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
        int at = 0;
        while (at < LENGTHS.length && length >= LENGTHS[at]) {
            at++;
        }
        return LENGTH_NAMES.get(at);
    }

    private static List<String> lengthNames() {
        List<String> names = new ArrayList<>();
        int lower = 0;
        for (int upper : LENGTHS) {
            names.add("%05d-%05d".formatted(lower, upper - 1));
            lower = upper;
        }
        names.add("%05d-".formatted(lower));
        return List.copyOf(names);
    }
}
