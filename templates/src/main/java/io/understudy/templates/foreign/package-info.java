/**
 * Readers of grammars that were written for other tools: Chatito, Chatette, hassil and the training data of Rasa. Each
 * gives a {@link io.understudy.templates.grammar.Grammar} with the utterances, mentions and odds of the tool, or says
 * by file, line and column what it does not know; nothing is passed over.
 *
 * <p>The tools differ in what they do with spaces around parts that fall out. We write one space where there is a gap
 * and none at the ends; phrases that a tool strips before they go into a sentence are stripped here too.
 */
package io.understudy.templates.foreign;
