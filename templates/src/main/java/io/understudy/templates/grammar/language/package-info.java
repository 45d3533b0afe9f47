/**
 * What a grammar says: {@link io.understudy.templates.grammar.language.Language} counts the derivations of each intent
 * exactly, finds the n-th, finds the number of a text, and draws without replacement in memory that does not grow.
 *
 * <p>Trap: what is invented later (a persona's name) counts as one, so a grammar may make more lines than are counted.
 */
package io.understudy.templates.grammar.language;
