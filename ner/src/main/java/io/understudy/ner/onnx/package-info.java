/**
 * Token classifiers in the layout of Hugging Face ({@code model.onnx}, {@code config.json}, {@code tokenizer.json}),
 * run by ONNX Runtime. The only package of this floor that meets ONNX Runtime and the tokenizers.
 *
 * <p>Traps: a session here has one thread and any number of callers; those of {@code io.understudy.onnx} hold too.
 */
package io.understudy.ner.onnx;
