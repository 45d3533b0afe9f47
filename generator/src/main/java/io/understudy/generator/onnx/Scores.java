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
        halves(memory, row * logits.length, logits);
    }

    /** @param from of the first half, counted in halves */
    static void halves(ByteBuffer memory, int from, float[] floats) {
        short[] halves = new short[floats.length];
        memory.asShortBuffer().get(from, halves);
        float[] wide = Wide.OF_HALF;
        for (int i = 0; i < halves.length; i++) {
            floats[i] = wide[halves[i] & 0xffff];
        }
    }

    /** All halves there are; a step widens millions. */
    private static final class Wide {
        static final float[] OF_HALF = new float[1 << 16];

        static {
            for (int bits = 0; bits < OF_HALF.length; bits++) {
                OF_HALF[bits] = Fp16Conversions.fp16ToFloat((short) bits);
            }
        }
    }

    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
    }
}
