/**
 * Corpus formats: ways to write examples down. {@link io.understudy.core.format.Corpus} opens and creates files;
 * {@link io.understudy.core.format.CorpusFormat} is what a new format implements and {@link java.util.ServiceLoader}
 * finds.
 *
 * <p>Traps: offsets in files have a unit ({@link io.understudy.core.format.OffsetUnit}), offsets in memory are UTF-16.
 * A writer's file appears only when it is committed. Both ways stream: no format holds more than one example.
 */
package io.understudy.core.format;
