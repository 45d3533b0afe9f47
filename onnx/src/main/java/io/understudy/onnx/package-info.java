/**
 * Opens ONNX models and their tokenizers: where they run, what a file is checked for before it is loaded, and one clear
 * sentence for what cannot be used. Whoever runs a model ({@code ner.onnx}, {@code eval.embedding},
 * {@code generator.onnx}) stands on this.
 *
 * <p>Traps: by default ONNX Runtime starts as many spinning threads as there are cores, which makes a shared machine
 * slower than one thread would be. It reads a graph by recursion, deeper than a usual stack: sessions are made on a
 * thread of their own. Nothing native is freed by the garbage collector: every tensor and result is closed by the code
 * that made it. A tokenizer counts offsets in code points.
 */
package io.understudy.onnx;
