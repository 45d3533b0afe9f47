/**
 * Token classifiers in the layout of Hugging Face ({@code model.onnx}, {@code config.json}, {@code tokenizer.json}),
 * run by ONNX Runtime. The only package of this floor that meets ONNX Runtime and the tokenizers.
 *
 * <p>Traps: by default ONNX Runtime starts as many spinning threads as there are cores, which makes a shared machine
 * slower than one thread would be; a session here has one thread and any number of callers. Nothing native is freed by
 * the garbage collector: every tensor and result is closed by the code that made it. The tokenizer counts offsets in
 * code points.
 */
package io.understudy.ner.onnx;
