package io.understudy.ner;

/** How a recognizer that knows capitals treats text that may lack them. */
public enum Casing {
    /**
     * Chosen by the text's own letters: the cased model where a capital stands inside a sentence, the caseless one
     * where all letters are of one case, and both, the cased one first, where the only capitals begin sentences.
     */
    AUTOMATIC,
    /** The cased model, always. */
    CASED,
    /** The caseless model, always. */
    CASELESS
}
