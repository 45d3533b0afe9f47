/**
 * Whether the original comes through. {@link io.understudy.eval.leakage.KnownText} holds what an original corpus said,
 * as hashes; {@link io.understudy.eval.leakage.SourceGate} refuses lines that say it again;
 * {@link io.understudy.eval.leakage.LeakageCheck} counts them.
 *
 * <p>Rules, hard: {@code source_surface} (a surface of the original, whole words, after normalisation), {@code digits}
 * (seven or more digits of an identifier, however grouped), {@code verbatim_record} (a whole record). Weak:
 * {@code replay} (a carrier that few records share).
 *
 * <p>Traps: parts of a name, paraphrases, translations and spelled-out digits are not found. A name that the recognizer
 * missed everywhere is not known here, so it is not found either.
 */
package io.understudy.eval.leakage;
