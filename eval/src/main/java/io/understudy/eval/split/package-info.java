/**
 * Parts of a corpus that share nothing of one kind: {@link io.understudy.eval.split.Splitter} makes them,
 * {@link io.understudy.eval.split.Overlap} tells what two corpora share.
 *
 * <p>Terms: a group, lines that must stay together because they share something, directly or through others; a stratum,
 * lines of one intent, or with one set of labels.
 *
 * <p>Traps: sharing chains. Where one value ties most lines together, no split by value can be balanced; the largest
 * group says so.
 */
package io.understudy.eval.split;
