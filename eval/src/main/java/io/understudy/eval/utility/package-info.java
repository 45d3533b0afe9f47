/**
 * What synthetic lines are worth as training data: {@link io.understudy.eval.utility.Utility} trains small models on
 * them, on the original and on the original with its mentions shuffled, and tests all on original lines that none of
 * them saw.
 *
 * <p>Terms: TSTR, train on synthetic, test on real; TRTR, train on real, test on real; shots, lines for each intent.
 *
 * <p>Traps: lines of the original that came through into the synthetic ones look like utility; read leakage first. The
 * test lines must be kept from whoever made the synthetic ones.
 */
package io.understudy.eval.utility;
