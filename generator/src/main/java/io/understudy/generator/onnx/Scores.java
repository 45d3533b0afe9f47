package io.understudy.generator.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.platform.Fp16Conversions;
import io.understudy.onnx.Graph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** Where the logits of a step are written: [rows, 1, vocabulary]. */
final class Scores implements AutoCloseable {

    private final Layout layout;
    private final ByteBuffer memory;
    private final boolean half;
    private final Map<Integer, OnnxTensor> tensors = new TreeMap<>();

    /** @param width rows at most */
    Scores(Layout layout, int width) {
        this.layout = layout;
        this.half = layout.logitsType() == OnnxJavaType.FLOAT16;
        this.memory = ByteBuffer.allocateDirect(Math.multiplyExact(width * layout.vocabulary(), half ? 2 : 4))
                .order(ByteOrder.nativeOrder());
    }

    OnnxTensor of(int count) throws OrtException {
        OnnxTensor known = tensors.get(count);
        if (known == null) {
            ByteBuffer part = memory.slice(0, count * layout.vocabulary() * (half ? 2 : 4))
                    .order(ByteOrder.nativeOrder());
            known = OnnxTensor.createTensor(
                    Graph.environment(), part, new long[] {count, 1, layout.vocabulary()}, layout.logitsType());
            tensors.put(count, known);
        }
        return known;
    }

    void read(int row, float[] logits) {
        if (!half) {
            memory.asFloatBuffer().get(row * logits.length, logits);
            return;
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Fp16Conversions.fp16ToFloat(memory.getShort(2 * (row * logits.length + i)));
        }
    }

    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
    }
}
