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
        /** A mention, unless a longer one covers it. */
        FIND,
        /** A mention, whatever else is there. */
        ALWAYS,
        /** No mention, nor part of one that is nothing more than it. */
        NEVER
    }

    public PhraseList {
        phrases = List.copyOf(phrases);
    }
}
