package io.understudy.generator;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run gave.
 *
 * @param requested lines asked for
 * @param produced lines given; fewer only where {@code exhausted}
 * @param candidates candidates looked at, kept or dropped
 * @param dropped candidates dropped by reason: {@code duplicate}, or the rule of the gate that refused the last attempt
 * @param exhausted whether the search stopped because nothing new came, as {@link Plan} says
 */
public record Outcome(
        long requested, long produced, long candidates, SortedMap<String, Long> dropped, boolean exhausted) {

    public Outcome {
        dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
    }
}
