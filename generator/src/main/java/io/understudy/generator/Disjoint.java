package io.understudy.generator;

/** What train and test may not share. Lines are never shared. */
public enum Disjoint {
    /** Lines only. */
    LINE,
    /** Templates: what is left of a line when its mentions are taken out. */
    TEMPLATE,
    /** Values: surfaces of a label. */
    VALUE,
    /** Templates and values. */
    BOTH;

    boolean keepsTemplatesApart() {
        return this == TEMPLATE || this == BOTH;
    }

    boolean keepsValuesApart() {
        return this == VALUE || this == BOTH;
    }
}
