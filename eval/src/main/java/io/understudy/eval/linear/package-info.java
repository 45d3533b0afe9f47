/**
 * Telling short texts apart with a linear model: {@link io.understudy.eval.linear.TextFeatures} and
 * {@link io.understudy.eval.linear.LinearModel}.
 */
package io.understudy.eval.linear;
