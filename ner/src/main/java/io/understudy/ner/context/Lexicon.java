package io.understudy.ner.context;

/** What lists know of words; asked by any number of threads. */
public interface Lexicon {

    /** Whether many people are called so. */
    boolean isFirstName(String smallLetters);

    /** A country or a state. */
    boolean isRegion(String name);

    /** A country, a state or a large town. */
    boolean isPlace(String name);
}
