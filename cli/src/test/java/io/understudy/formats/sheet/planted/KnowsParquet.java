package io.understudy.formats.sheet.planted;

import org.apache.parquet.io.LocalInputFile;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsParquet(LocalInputFile planted) {}
