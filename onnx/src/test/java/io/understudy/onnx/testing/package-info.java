/** Small models, written by the test that needs them. */
package io.understudy.onnx.testing;
