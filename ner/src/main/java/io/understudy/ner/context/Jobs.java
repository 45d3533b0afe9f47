package io.understudy.ner.context;

import io.understudy.core.Label;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** What people work as. */
final class Jobs {

    private static final int MOST_JOB_WORDS = 4;

    private static final Set<String> AFTER_JOB = Set.of(
            "but", "and", "in", "at", "for", "from", "since", "until", "with", "who", "on", "of", "to", "well", "soon",
            "long", "far", "if", "though", "when", "i", "he", "she", "they", "we", "it", "hard", "much", "usual",
            "before");

    private Jobs() {}

    /** What somebody works as: "worked for NATO as a booking clerk, but ...". */
    static List<Name> in(Reading reading, BitSet taken) {
        List<Name> jobs = new ArrayList<>();
        for (int at = 1; at < reading.size() - 1; at++) {
            if (!reading.is(at, "as") || !isWorking(reading, at)) {
                continue;
            }
            int first = reading.isIn(at + 1, Set.of("a", "an", "the", "our", "their")) ? at + 2 : at + 1;
            int last = first - 1;
            while (last - first < MOST_JOB_WORDS
                    && reading.isWord(last + 1)
                    && !taken.get(last + 1)
                    && !reading.isIn(last + 1, AFTER_JOB)) {
                last++;
            }
            if (last >= first && last - first < MOST_JOB_WORDS) {
                jobs.add(new Name(
                        reading.start(first), reading.end(last), first, last, Label.JOB, Cues.SCORE, "working as"));
            }
        }
        return jobs;
    }

    private static boolean isWorking(Reading reading, int as) {
        for (int i = as - 1; i >= 0 && i > as - 8 && !reading.is(i, "."); i--) {
            if (reading.isIn(i, WordLists.WORKING) && !isNamed(reading, i)) {
                return true;
            }
        }
        return false;
    }

    /** The last word of "Flint Works". */
    private static boolean isNamed(Reading reading, int word) {
        boolean capital = reading.isCapital(word)
                && Character.isLowerCase(reading.word(word).charAt(1));
        return capital && reading.isCapital(word - 1);
    }
}
