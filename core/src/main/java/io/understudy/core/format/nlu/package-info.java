/**
 * The formats of NLU tools: Rasa, Snips, LUIS and its successor CLU, Dialogflow, Lex, Watson, Alexa. What each calls
 * intent, entity, slot, role, synonym and catalogue becomes what we call so, and back.
 *
 * <p>Terms: an utterance of no intent has the intent that the tool keeps for that, {@code None} or {@code none}, which
 * is read as no intent. A <i>sample</i> is an utterance with gaps, {@code fly to {city}}, as Lex and Alexa want them.
 *
 * <p>Traps: most of these formats list the examples of an intent together, so a corpus comes back grouped by intent.
 * Names that a tool forbids are changed and listed ({@link io.understudy.core.format.CorpusWriter#renamed}).
 */
package io.understudy.core.format.nlu;
