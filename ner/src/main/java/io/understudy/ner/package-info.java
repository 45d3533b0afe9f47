/**
 * Finds mentions in text. {@link io.understudy.ner.EntityRecognizer} is the seam; {@link io.understudy.ner.Recognizers}
 * gives the recognizers that come with the house; {@link io.understudy.ner.Union} joins several.
 *
 * <p>Traps: models are loaded by the first text that needs them, not when a recognizer is made
 * ({@link io.understudy.ner.LoadListener} tells). A recognizer says what a surface looks like, not what it is: what it
 * misses stays in the text.
 */
package io.understudy.ner;
