package io.understudy.formats.huggingface.planted;

import org.apache.uima.UIMAFramework;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsUima(UIMAFramework planted) {}
