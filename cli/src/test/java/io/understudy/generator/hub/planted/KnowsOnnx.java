package io.understudy.generator.hub.planted;

import io.understudy.onnx.Device;

/** Breaks a rule on purpose; see FloorsTest. */
public record KnowsOnnx(Device device) {}
