package io.understudy.ner.corenlp.planted;

import io.understudy.eval.SourceIndex;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsEval(SourceIndex index) {}
