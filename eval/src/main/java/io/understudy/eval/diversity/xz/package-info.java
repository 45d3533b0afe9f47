/**
 * How long liblzma makes a text. XZ for Java's own encoder chooses differently at times, so that its files are up to
 * half a percent longer or shorter; here its match finder and its prices are used as liblzma (5.2 and later) uses its
 * own.
 */
package io.understudy.eval.diversity.xz;
