package io.understudy.onnx.planted;

import io.understudy.ner.EntityRecognizer;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsNer(EntityRecognizer recognizer) {}
