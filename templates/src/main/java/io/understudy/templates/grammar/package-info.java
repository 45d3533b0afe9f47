/**
 * A language for utterances: intents whose lines are written with choices, optional parts, slots and phrases, and the
 * mathematics behind it. {@link io.understudy.templates.grammar.Grammar} is a grammar as written; {@code GRAMMAR.md}
 * beside this module says how it is written.
 *
 * <p>A <em>derivation</em> is one way to make all choices; an <em>utterance</em> is the text it makes. An ambiguous
 * grammar has fewer utterances than derivations.
 */
package io.understudy.templates.grammar;
