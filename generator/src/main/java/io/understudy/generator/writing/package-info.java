/**
 * New carriers from a language model: {@link io.understudy.generator.writing.ModelGenerator} words the requests (a
 * source carrier, a manner sampled, examples rotated), reads the replies, refuses what has lost a slot, repeats the
 * source or an earlier line, and puts surrogates in.
 *
 * <p>Requests are asked in rounds whose sizes follow from what was kept before, and each depends on its number alone,
 * never on another's reply: so the lines are a pure function of the recipe, the seed and the replies.
 */
package io.understudy.generator.writing;
