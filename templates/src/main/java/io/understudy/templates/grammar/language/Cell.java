package io.understudy.templates.grammar.language;

import java.util.BitSet;

/**
 * The utterances of an intent that have the same traits.
 *
 * @param traits by their place in the list that was asked for
 * @param share how likely an utterance of the intent is one of these
 */
public record Cell(Utterances utterances, BitSet traits, double share) {

    public Cell {
        traits = (BitSet) traits.clone();
    }
}
