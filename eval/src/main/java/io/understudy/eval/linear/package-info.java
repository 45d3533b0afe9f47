/**
 * Telling short texts apart with a linear model: {@link io.understudy.eval.linear.TextFeatures} and
 * {@link io.understudy.eval.linear.LinearModel}, or with one that names its words,
 * {@link io.understudy.eval.linear.TextVectors}; {@link io.understudy.eval.linear.TfIdf} weighs for both.
 */
package io.understudy.eval.linear;
