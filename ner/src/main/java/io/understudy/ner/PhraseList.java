package io.understudy.ner;

import io.understudy.core.Label;
import java.util.List;

/**
 * Phrases to find, or never to find, in whatever case and with whatever accents they are written.
 *
 * @param label of what is found; of a list of what never to find it says nothing
 * @param role what is done with them
 * @param phrases any number; those without a letter or digit are left out
 */
public record PhraseList(Label label, Role role, List<String> phrases) {

    /** What is done with the phrases of a list. */
    public enum Role {
        /** A mention, unless a longer or surer one is in the way. */
        FIND,
        /** A mention, whatever else is there. */
        ALWAYS,
        /** No mention; part of a longer one it may be. */
        NEVER
    }

    public PhraseList {
        phrases = List.copyOf(phrases);
    }
}
