/**
 * Corpus formats: ways to write examples down. {@link io.understudy.core.format.Corpus} opens and creates files;
 * {@link io.understudy.core.format.CorpusFormat} is what a new format implements and {@link java.util.ServiceLoader}
 * finds. Our own formats are here, other tools' in rooms beside.
 *
 * <p>Files are strict UTF-8, with or without a byte order mark, with LF or CRLF; what is wrong is one sentence with
 * file and line. What a format cannot hold is either refused before a byte of the example is written, or counted in
 * {@link io.understudy.core.format.CorpusWriter#losses}.
 *
 * <p><b>A new format</b> says in {@code facts()} what it is and can hold; the list of formats, the messages of losses
 * and the contract test follow. It reads with a {@link io.understudy.core.format.PullReader.Source} and writes with a
 * {@link io.understudy.core.format.PushWriter.Target}, one example at a time; a corpus of several files is a
 * {@link io.understudy.core.format.BundleFormat}, whether folder or zip. What is at hand:
 *
 * <ul>
 *   <li>documents, hardened against hostile files once for all formats: {@link io.understudy.core.format.JsonDocument},
 *       {@link io.understudy.core.format.YamlDocument}, {@link io.understudy.core.format.XmlDocument},
 *       {@link io.understudy.core.format.CsvRows}, {@link io.understudy.core.format.Utf8Lines};
 *       {@link io.understudy.core.format.Utf8Input} for any other parser;
 *   <li>{@link io.understudy.core.format.Offsets}, from the file's unit to UTF-16 and back;
 *   <li>{@link io.understudy.core.Mark#part}, for files whose spans overlap or have several pieces: what does not fit
 *       among the mentions is kept in {@link io.understudy.core.Example#marks}, and
 *       {@link io.understudy.core.Example#labels} gives all of them to a writer that can hold them;
 *   <li>{@link io.understudy.core.format.CorpusData}, for what a file says beside its examples: catalogues, synonyms,
 *       patterns, and {@code kept} for what only one tool understands. Relations, attributes and notes are keys of
 *       {@link io.understudy.core.Example#extra};
 *   <li>{@link io.understudy.core.format.Spool}, where a file wants examples grouped;
 *   <li>{@link io.understudy.core.format.Losses#rename}, where a name is forbidden.
 * </ul>
 *
 * <p>Traps: offsets in files have a unit ({@link io.understudy.core.format.OffsetUnit}), offsets in memory are UTF-16.
 * A writer's file appears only when it is committed. Both ways stream: no format holds more than one example, and a few
 * bytes for each id to find duplicates.
 */
package io.understudy.core.format;
