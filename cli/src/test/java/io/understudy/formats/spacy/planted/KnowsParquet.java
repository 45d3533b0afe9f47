package io.understudy.formats.spacy.planted;

import org.apache.parquet.io.LocalInputFile;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsParquet(LocalInputFile planted) {}
