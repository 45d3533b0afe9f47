/**
 * Secrets planted in a copy of a corpus before generation, to see afterwards whether they come through:
 * {@link io.understudy.eval.canary.Canaries} plants them, {@link io.understudy.eval.canary.Exposure} reads what was
 * generated and measures. N. Carlini et al., "The Secret Sharer", USENIX Security 2019.
 *
 * <p>Terms: a <em>canary</em> is the beginning of a real record followed by digits drawn at random; its
 * <em>exposure</em> is how much better than chance the generated text tells these digits from others, in bits.
 *
 * <p>Trap: canaries stand for secrets that no recognizer found, so they are planted without a label on the digits.
 */
package io.understudy.eval.canary;
