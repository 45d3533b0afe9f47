package io.understudy.core;

import java.util.Set;

/**
 * Finds what a source said in a text that is about to leave the machine. The implementation that knows the source
 * corpus lives in {@code eval}. Thread-safe.
 */
@FunctionalInterface
public interface KnownSurfaces {

    /** There is no source. */
    KnownSurfaces NONE = text -> Set.of();

    /** The surfaces that stand in the text as whole words, normalised, each once; empty if there is none. */
    Set<String> in(String text);
}
