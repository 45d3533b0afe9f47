package io.understudy.generator.writing;

import io.understudy.core.Seeds;
import io.understudy.core.Segment.Literal;
import io.understudy.core.Segment.Slot;
import io.understudy.core.Template;
import io.understudy.core.text.LongHashSet;
import io.understudy.core.text.Normalization;
import java.util.ArrayList;
import java.util.List;

/**
 * What was said so far, as runs of three words; a slot counts as one word, its label. A carrier is new as far as its
 * runs are: 0 where all were there before, 1 where none was. Memory: about 12 bytes a run.
 */
final class Novelty {

    private static final int RUN = 3;

    private final LongHashSet carriers = new LongHashSet();
    private final LongHashSet runs = new LongHashSet();

    /**
     * Notes a carrier.
     *
     * @return whether none before was the same, but for case, marks and spaces
     */
    boolean add(Template carrier) {
        for (long run : runs(carrier)) {
            runs.add(run);
        }
        return carriers.add(hash(carrier));
    }

    boolean holds(Template carrier) {
        return carriers.contains(hash(carrier));
    }

    /** The share of its runs that no carrier before has. */
    double of(Template carrier) {
        List<Long> own = runs(carrier);
        return own.stream().filter(run -> !runs.contains(run)).count() / (double) own.size();
    }

    private static long hash(Template carrier) {
        return Seeds.hash(String.join(" ", words(carrier)));
    }

    private static List<Long> runs(Template carrier) {
        List<String> words = new ArrayList<>(words(carrier));
        words.add(0, "^");
        words.add("$");
        List<Long> runs = new ArrayList<>();
        for (int from = 0; from + RUN <= Math.max(RUN, words.size()); from++) {
            runs.add(Seeds.hash(String.join("\u0000", words.subList(from, Math.min(words.size(), from + RUN)))));
        }
        return runs;
    }

    private static List<String> words(Template carrier) {
        List<String> words = new ArrayList<>();
        carrier.segments().forEach(segment -> {
            if (segment instanceof Literal literal) {
                for (String word : Normalization.of(literal.text()).split("[^\\p{L}\\p{N}']+", -1)) {
                    if (!word.isEmpty()) {
                        words.add(word);
                    }
                }
            } else if (segment instanceof Slot slot) {
                words.add("{" + slot.label() + "}");
            }
        });
        return words;
    }
}
