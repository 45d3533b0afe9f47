package io.understudy.ner.onnx;

import io.understudy.core.Mention;

/**
 * A mention and how sure the model is of it.
 *
 * @param score 0 to 1: mean softmax probability of the tags it is made of
 */
public record Scored(Mention mention, double score) {}
