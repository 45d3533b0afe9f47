/**
 * Characters and words: the one tokenisation ({@link io.understudy.core.text.Words}) and the one normalisation
 * ({@link io.understudy.core.text.Normalization}) that formats, generators and metrics share.
 */
package io.understudy.core.text;
