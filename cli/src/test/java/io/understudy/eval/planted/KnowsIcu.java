package io.understudy.eval.planted;

/** Breaks the rule that ICU stays in its room. */
public final class KnowsIcu {
    com.ibm.icu.text.Transliterator transliterator;
}
