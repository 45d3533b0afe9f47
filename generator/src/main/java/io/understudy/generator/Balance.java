package io.understudy.generator;

/** What is to occur equally often, as far as the grammar lets it. */
public enum Balance {
    /** Each intent in as many lines. */
    INTENTS,
    /** Each label in as many lines. */
    LABELS,
    /** Each value of a slot, wherever the slot is filled. */
    VALUES,
    /** Each alternative of a choice, wherever the choice is made. */
    ALTERNATIVES
}
