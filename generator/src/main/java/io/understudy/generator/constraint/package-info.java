/**
 * Answers that have a form by construction. A {@link io.understudy.generator.constraint.Constraint} is an automaton
 * over bytes of UTF-8: each slot of a template exactly once, a regular expression, a JSON schema, a grammar. A
 * {@link io.understudy.generator.constraint.Guide} follows one answer through it and says, before each token, which
 * tokens of the vocabulary go on to an accepted text that is still within the length. Knows no model.
 *
 * <p>Traps: a token may end within a character, which is why the automata read bytes; and an answer that runs out of
 * tokens in the middle would be worth nothing, which is why each state knows how far the nearest end is.
 */
package io.understudy.generator.constraint;
