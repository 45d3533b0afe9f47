package io.understudy.ner;

/** Who finds persons, organizations and places. */
public enum Names {
    /** One CRF for English, cased or caseless by the text: quick. */
    ENGLISH,
    /**
     * CoreNLP's whole pipeline for English, which tells towns, states, countries, nationalities, religions and titles
     * apart: ten times slower.
     */
    ENGLISH_FINE_GRAINED,
    /** A CRF for German, which is on the class path only if somebody put it there; so are the next two. */
    GERMAN,
    FRENCH,
    SPANISH
}
