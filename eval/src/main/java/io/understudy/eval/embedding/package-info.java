/**
 * How corpora compare by what their lines mean: a sentence encoder gives each line a point, and the clouds of points
 * are compared. Nothing here runs unless a model was given.
 *
 * <p>Traps: every figure depends on the encoder and on n; compare only with the ruler, the original's own halves.
 */
package io.understudy.eval.embedding;
