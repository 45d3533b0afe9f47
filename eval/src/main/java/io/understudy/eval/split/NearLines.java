package io.understudy.eval.split;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.view.MinHash;
import io.understudy.eval.view.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts lines together that are nearly equal: a Jaccard similarity of {@value #NEAR} or more of their runs of three
 * words. Candidates share a band of {@link MinHash}; 94.7 % of pairs at the limit do, 99.99 % at 0.9. Not thread-safe.
 */
final class NearLines {

    private static final double NEAR = 0.8;
    private static final int RUN = 3;

    /** Thousands of lines can share a band; a line near one of them is near one of the last, or was tied before. */
    private static final int MOST_CANDIDATES = 50;

    private final Groups groups;
    private final Map<Integer, long[]> runs = new HashMap<>();
    private final Map<Long, List<Integer>> bands = new HashMap<>();

    NearLines(Groups groups) {
        this.groups = groups;
    }

    void add(int number, AnnotatedText line) {
        if (groups.of(number) != number) {
            // Equal to an earlier line, which stands for it.
            return;
        }
        long[] own = MinHash.runs(Tokens.SURFACE.of(line), RUN);
        runs.put(number, own);
        for (long band : MinHash.bands(own)) {
            List<Integer> candidates = bands.computeIfAbsent(band, key -> new ArrayList<>(1));
            int from = Math.max(0, candidates.size() - MOST_CANDIDATES);
            for (int other : candidates.subList(from, candidates.size())) {
                if (groups.of(other) != groups.of(number) && MinHash.similarity(own, runs.get(other)) >= NEAR) {
                    groups.join(number, other);
                }
            }
            candidates.add(number);
        }
    }
}
