package io.understudy.eval.leakage;

import io.understudy.eval.leakage.Passages.Run;
import java.util.Optional;

/**
 * Whether a line says much of one record without being equal to it: most of its runs of three words, a long run, or its
 * rare words in any order. The first of these that holds.
 *
 * <p>A run is long from max(6, ⌈0.6 n⌉) words on for a line of n words, and from 13 on in any line (the run that
 * language models are decontaminated by). In scripts that put no space between words a character is half a word. What
 * {@code minSources} records or more share is nobody's.
 */
final class Likeness {

    private static final int SHORTEST_RUN = 6;
    private static final int LONG_RUN = 13;
    private static final double SHARE_OF_LINE = 0.6;
    private static final double NEAR = 0.5;

    /** Lines up to this length are looked at word by word. */
    private static final int SHORT_LINE = 16;

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
        int stride = numbers.length <= SHORT_LINE ? 1 : needed - Passages.GRAM + 1;
        Run run = known.passages.longest(numbers, stride, minSources);
        if (run.length() > 0 && jaccard(numbers, run.record()) >= NEAR) {
            return Optional.of(Match.weak(Rule.NEAR_RECORD, run.record(), line.normalised()));
        }
        if (run.length() >= needed) {
            String text = line.words().text(run.from(), run.from() + run.length());
            return Optional.of(Match.weak(Rule.SHARED_RUN, run.record(), text));
        }
        int[] stems = known.bags.stemsOf(line.words(), numbers);
        Bags.Nearest nearest = known.bags.nearest(stems);
        if (nearest.record() < 0 || nearest.shares() >= minSources) {
            return Optional.empty();
        }
        if (jaccard(numbers, nearest.record()) >= NEAR) {
            return Optional.of(Match.weak(Rule.NEAR_RECORD, nearest.record(), line.normalised()));
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

    /** Of the sets of runs of three words: |A ∩ B| / |A ∪ B|. */
    private double jaccard(int[] line, int record) {
        int start = known.passages.start(record);
        int[] own = new int[known.passages.end(record) - start];
        for (int i = 0; i < own.length; i++) {
            own[i] = known.passages.word(start + i);
        }
        return Shingles.jaccard(Shingles.of(line, SHINGLE), Shingles.of(own, SHINGLE));
    }
}
