/**
 * What a synthetic corpus is worth: is it valid, varied, like the original, and does it leak?
 * {@link io.understudy.eval.SourceIndex} remembers the original and gives the gate that refuses lines while they are
 * made; {@link io.understudy.eval.Evaluation} measures the lines that passed and gives the report.
 *
 * <p>Terms: a <em>ruler</em> is the same metric on the original at the same size; a number without it says nothing.
 *
 * <p>Traps: metrics that depend on size are measured on a seeded sample of equal size on both sides, stated as
 * {@code n}; leakage is never sampled.
 */
package io.understudy.eval;
