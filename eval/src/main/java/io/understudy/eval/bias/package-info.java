/**
 * Whether a corpus is as balanced as its original: shares of intents, labels, lengths, and of the genders and origins
 * that invented names suggest, each with a test, and what is under-represented.
 *
 * <p>Traps: with many lines a test finds differences too small to matter; read the shares. What a name suggests is
 * guessed from lists.
 */
package io.understudy.eval.bias;
