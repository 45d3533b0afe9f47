/**
 * Invented surfaces. {@link io.understudy.generator.surrogate.Surrogates} is the seam;
 * {@link io.understudy.generator.surrogate.Surrogates#standard} draws names, places and words from Datafaker's English
 * lists, and identifiers from ranges that belong to nobody.
 *
 * <p>How a surface is found: a label's name is mapped to a kind ({@code Kinds}); the kind draws a surface that looks
 * like the original ({@link io.understudy.core.Shape}: number of words, case, digits, punctuation). A surface that is
 * refused is drawn again, and the longer it is refused the less the shape counts, because closed classes (weekdays,
 * states) run out when every surface of the source is forbidden.
 *
 * <p>Traps: lists are read once per JVM when first needed (the first name costs a fraction of a second). Surfaces are
 * invented, which does not mean that nobody bears the name; only identifiers promise that, and each says how.
 */
package io.understudy.generator.surrogate;
