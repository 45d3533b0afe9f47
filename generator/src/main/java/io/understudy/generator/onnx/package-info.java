/**
 * Language models on this machine: decoders in the layouts that people download (Hugging Face optimum and
 * onnx-community exports, onnxruntime-genai folders), run by ONNX Runtime.
 * {@link io.understudy.generator.onnx.OnnxModel} answers the requests of {@code generator.model};
 * {@link io.understudy.generator.onnx.OnnxChatModel} is the same as a chat model of LangChain4j.
 *
 * <p>A graph with GroupQueryAttention keeps its cache in place: keys and values of a row lie from the left, the row's
 * length is the sum of its mask, many rows are decoded in one run. Any other graph is fed its own outputs again: many
 * rows in one run too, each with a masked gap behind its past, where the graph takes positions and a trial at its
 * opening shows that gaps and neighbours change nothing; else (dynamic quantization, sliding windows, states of other
 * kinds) each row alone.
 *
 * <p>What is promised: a row's tokens depend on its prompt, its seed and its settings, not on what is decoded beside
 * it, nor on threads. On x86-64 with ONNX Runtime 1.29 this holds bit by bit, for weights of 32 bits and of 4, because
 * a prompt is always read in pieces of two tokens or more and an answer always token by token: the kernels for one
 * token and for several round differently, and with 8-bit activations such a difference may change a token where two
 * are nearly as good. Between machines and versions, 4-bit models may differ; {@code models check} tries the model that
 * is there.
 *
 * <p>Traps: left padding is silently wrong with GroupQueryAttention; several new tokens behind a past work one row at a
 * time only. On a card a cache in place stays in the card's memory, one thread decodes, and the processor's cores draw
 * the tokens; any other cache travels with every step.
 */
package io.understudy.generator.onnx;
