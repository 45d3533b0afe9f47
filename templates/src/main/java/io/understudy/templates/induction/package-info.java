/**
 * Learns a grammar from a labelled corpus. {@link io.understudy.templates.induction.Induction} takes carriers with the
 * records behind them; {@link io.understudy.templates.induction.Induced} is what it found: a grammar, and what the
 * grammar can say beyond the corpus.
 *
 * <p>Terms: a frame is the slots of a template in order; a place is what stands on both sides of the words between two
 * slots; a phrase is such words. Trap: catalogues hold surfaces of the original, and phrases hold its words.
 */
package io.understudy.templates.induction;
