package io.understudy.ner.phone.planted;

import edu.stanford.nlp.ling.CoreLabel;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsCoreNlp(CoreLabel label) {}
