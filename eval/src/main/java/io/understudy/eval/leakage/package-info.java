/**
 * Whether the original comes through. {@link io.understudy.eval.leakage.KnownText} holds what an original corpus said,
 * as hashes; {@link io.understudy.eval.leakage.SourceGate} refuses lines that say it again;
 * {@link io.understudy.eval.leakage.LeakageCheck} counts them, each {@link io.understudy.eval.leakage.Rule} by itself;
 * {@link io.understudy.eval.leakage.Control} tells leakage from coincidence by a holdout.
 *
 * <p>A surface is known by one key for each principle by which it can be written otherwise (order, initials, letters
 * spelled out, script, digits grouped or said, a date's form, an address's signs), and a line is read for the same keys
 * where its words give cause ({@code Spellings}). A record is known by its hash, its carrier, its runs of words
 * ({@code Passages}) and its rare words ({@code Bags}).
 *
 * <p>Traps: a given name alone, a nickname, a translation and a paraphrase without the record's rare words are not
 * found; an acrostic or an encoding is not either, and canaries are the way to test for it. A name that the recognizer
 * missed everywhere is not known here as a name, but the sentence around it is known as a sentence. A last name that is
 * an English word is found as one where a title stands before it.
 */
package io.understudy.eval.leakage;
