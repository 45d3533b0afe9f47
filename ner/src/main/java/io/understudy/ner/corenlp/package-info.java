/**
 * The statistical recognizer of Stanford CoreNLP (GPL-3.0-or-later): the only package that meets it. The CRF is called
 * directly; its models come from the class path ({@code stanford-corenlp} with classifier {@code models}, and
 * {@code models-english} for text without capitals) and are loaded at most once per JVM.
 *
 * <p>Traps: out of the box a CRF remembers the words it has seen in lower case, so that what it finds depends on the
 * texts before; {@link io.understudy.ner.corenlp.CrfModel} turns that off.
 */
package io.understudy.ner.corenlp;
