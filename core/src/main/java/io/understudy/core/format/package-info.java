/**
 * Corpus formats: ways to write examples down. {@link io.understudy.core.format.Corpus} opens and creates files;
 * {@link io.understudy.core.format.CorpusFormat} is what a new format implements and {@link java.util.ServiceLoader}
 * finds.
 *
 * <p>Files are strict UTF-8, with or without a byte order mark, with LF or CRLF; what is wrong is one sentence with
 * file and line. What a format cannot hold is either refused before a byte of the example is written, or counted in
 * {@link io.understudy.core.format.CorpusWriter#losses}.
 *
 * <p>Traps: offsets in files have a unit ({@link io.understudy.core.format.OffsetUnit}), offsets in memory are UTF-16.
 * A writer's file appears only when it is committed. Both ways stream: no format holds more than one example, and a few
 * bytes for each id to find duplicates.
 */
package io.understudy.core.format;
