/**
 * How varied a corpus is, each figure on the surface and with mentions masked: lines that differ only in their names
 * are varied on the surface and alike underneath.
 *
 * <p>Traps: every figure here depends on how many lines it saw. Compare only figures of equal {@code n}.
 */
package io.understudy.eval.diversity;
