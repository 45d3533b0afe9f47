/**
 * Hugging Face data sets in Parquet, with the features that {@code datasets} reads from the file's metadata. Parquet is
 * read from its end, so a file that comes as a stream is first copied beside.
 */
package io.understudy.formats.huggingface;
