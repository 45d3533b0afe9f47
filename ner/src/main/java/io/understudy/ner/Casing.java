package io.understudy.ner;

/** How a recognizer that knows capitals treats text that may lack them. */
public enum Casing {
    /**
     * Chosen by the letters of each piece of text: the cased model where a capital stands inside a sentence, the
     * caseless one where all letters are of one case, and both where the only capitals begin sentences or are the word
     * "I" (of two mentions that overlap the longer stays, then the cased model's).
     */
    AUTOMATIC,
    /** The cased model, always. */
    CASED,
    /** The caseless model, always. */
    CASELESS
}
