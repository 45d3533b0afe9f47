package io.understudy.eval.leakage;

import io.understudy.eval.leakage.Passages.Run;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether a line says much of one record without being equal to it: most of its runs of three words, a long run, or its
 * rare words in any order. The first of these that holds.
 *
 * <p>A run is long from max(6, ⌈0.6 n⌉) words on for a line of n words, and from 13 on in any line (the run that
 * language models are decontaminated by). In scripts that put no space between words a character is half a word. What
 * {@code minSources} records or more share is nobody's.
 *
 * <p>A record is near from a Jaccard similarity of {@value #NEAR} of the runs of three words on. Every record that
 * holds a run of four words or more of the line which fewer than {@code minSources} records hold is compared, exactly,
 * so that none of them is missed; MinHash in 16 bands of 8 would find 6 % of those at .5 and 95 % at .8. Besides, the
 * record that shares most of the line's rare words is.
 */
final class Likeness {

    private static final int SHORTEST_RUN = 6;
    private static final int LONG_RUN = 13;
    private static final double SHARE_OF_LINE = 0.6;
    private static final double NEAR = 0.5;

    /** A shorter line says too little to be like another. */
    private static final int SHORTEST_LINE = 5;

    private static final int SHINGLE = 3;

    private final KnownText known;
    private final int minSources;

    Likeness(KnownText known, int minSources) {
        this.known = known;
        this.minSources = minSources;
    }

    Optional<Match> of(Line line) {
        int[] numbers = line.numbers();
        if (numbers.length < SHORTEST_LINE) {
            return Optional.empty();
        }
        int needed = needed(line.words());
        Nearest near = new Nearest(numbers);
        Run run = known.passages.longest(numbers, minSources, near::compare);
        if (near.record >= 0) {
            return Optional.of(Match.weak(Rule.NEAR_RECORD, near.record, line.normalised()));
        }
        if (run.length() >= needed) {
            String text = line.words().text(run.from(), run.from() + run.length());
            return Optional.of(Match.weak(Rule.SHARED_RUN, run.record(), text));
        }
        int[] stems = known.bags.stemsOf(line);
        Bags.Nearest nearest = known.bags.nearest(stems);
        if (nearest.record() < 0 || nearest.shares() >= minSources) {
            return Optional.empty();
        }
        near.compare(nearest.record());
        if (near.record >= 0) {
            return Optional.of(Match.weak(Rule.NEAR_RECORD, near.record, line.normalised()));
        }
        return known.bags.paraphrases(stems, nearest.record())
                ? Optional.of(Match.weak(Rule.RARE_WORDS, nearest.record(), line.normalised()))
                : Optional.empty();
    }

    private static int needed(WordRuns words) {
        int alone = 0;
        for (int i = 0; i < words.size(); i++) {
            alone += words.isAlone(i) ? 1 : 0;
        }
        int scale = 2 * alone > words.size() ? 2 : 1;
        int share = (int) Math.ceil(SHARE_OF_LINE * words.size());
        return Math.max(scale * SHORTEST_RUN, Math.min(scale * LONG_RUN, share));
    }

    /** The nearest of the records that a line is compared with, if one is near: of several as near the first. */
    private final class Nearest {
        private final int[] line;
        private long[] runs = {};
        private int[] compared = new int[4];
        private int count;
        private double nearness = NEAR;
        private int record = -1;

        private Nearest(int[] line) {
            this.line = line;
        }

        private void compare(int other) {
            for (int i = 0; i < count; i++) {
                if (compared[i] == other) {
                    return;
                }
            }
            if (count == compared.length) {
                compared = Arrays.copyOf(compared, 2 * count);
            }
            compared[count++] = other;
            int start = known.passages.start(other);
            int[] own = new int[known.passages.end(other) - start];
            for (int i = 0; i < own.length; i++) {
                own[i] = known.passages.word(start + i);
            }
            runs = count == 1 ? Shingles.of(line, SHINGLE) : runs;
            double jaccard = Shingles.jaccard(runs, Shingles.of(own, SHINGLE));
            if (jaccard > nearness || (jaccard == nearness && (record < 0 || other < record))) {
                nearness = jaccard;
                record = other;
            }
        }
    }
}
