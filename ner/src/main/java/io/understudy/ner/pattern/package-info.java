/**
 * Finds what has a form of its own: identifiers with checksums, addresses of the net, dates, times, amounts, numbers.
 * {@link io.understudy.ner.pattern.Patterns} scans a text once; where a digit, a sign or a telling word stands, it
 * tries the forms that may begin there.
 *
 * <p>Traps: an expression sees a bounded window and its quantifiers are possessive or bounded, so that time stays
 * linear in the text; keep new ones so. Telling words are often ordinary words ("may", "march", "second"): a form that
 * begins with one asks for more context.
 */
package io.understudy.ner.pattern;
