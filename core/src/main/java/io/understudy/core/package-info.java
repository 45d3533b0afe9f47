/**
 * The types that flow through the house. {@link io.understudy.core.AnnotatedText} (text with mentions) is the one that
 * travels; {@link io.understudy.core.Template} (the same text with the mentions taken out) is its dual;
 * {@link io.understudy.core.Example} is one line of a corpus.
 *
 * <p>Traps: all offsets in memory are UTF-16 units; files have units of their own, which the formats convert. Offsets
 * of generated text arise in {@link io.understudy.core.AnnotatedText.Builder} and nowhere else: never search a text for
 * a surface to label it.
 */
package io.understudy.core;
