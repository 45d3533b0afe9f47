package io.understudy.generator;

import io.understudy.core.AnnotatedText;
import io.understudy.templates.grammar.Alternative.Side;
import java.util.Optional;

/** One derivation with its open parts filled: a pure function of the plan, the round and its number. */
sealed interface GrammarCandidate {

    /**
     * Passed the gate.
     *
     * @param intent its place in the plan
     * @param hash of the text
     * @param template what is left of it when its mentions are taken out
     * @param forced the side the grammar wants it on
     */
    record Line(int intent, AnnotatedText annotated, long hash, String template, Optional<Side> forced)
            implements GrammarCandidate {}

    /**
     * Refused by the gate, whatever was invented.
     *
     * @param intent its place in the plan
     */
    record Refused(int intent, String reason) implements GrammarCandidate {}
}
