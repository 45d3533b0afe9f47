package io.understudy.generator;

import io.understudy.core.AnnotatedText;
import java.util.Optional;

/** Candidate line i: a pure function of the carriers, the surrogates, the gate, the seed and i. */
sealed interface Candidate {

    /**
     * Passed the gate.
     *
     * @param hash of the text
     * @param template written form of its carrier
     */
    record Line(AnnotatedText annotated, long hash, Optional<String> intent, String template) implements Candidate {}

    /** Refused by the gate, however often it was tried. */
    record Refused(String reason) implements Candidate {}
}
