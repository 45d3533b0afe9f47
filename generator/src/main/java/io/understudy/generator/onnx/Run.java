package io.understudy.generator.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.understudy.onnx.Graph;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The inputs of one run but for the states; closes what it made. */
final class Run implements AutoCloseable {

    private final Graph graph;
    private final Layout layout;
    private final Map<String, OnnxTensorLike> inputs = new HashMap<>();
    private final List<OnnxTensor> made = new ArrayList<>();

    Run(Graph graph, Layout layout) {
        this.graph = graph;
        this.layout = layout;
    }

    /**
     * @param tokens [rows * each]
     * @param past of each row, [rows]
     * @param keep positions whose logits are wanted, from the end, where a graph can choose; 0: all
     */
    void tokens(int[] tokens, int rows, int[] past, int keep) throws OrtException {
        int each = tokens.length / rows;
        int longest = 0;
        for (int row = 0; row < rows; row++) {
            longest = Math.max(longest, past[row] + each);
        }
        long[] mask = new long[rows * longest];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(mask, row * longest, row * longest + past[row] + each, 1);
        }
        tokens(tokens, rows, past, mask, keep);
    }

    /**
     * One token for each row, behind a gap that makes all pasts equally long.
     *
     * @param tokens [rows]
     * @param past of each row, [rows]
     * @param positions of the pasts, gaps counted
     */
    void gapped(int[] tokens, int[] past, int positions) throws OrtException {
        long[] mask = new long[tokens.length * (positions + 1)];
        for (int row = 0; row < tokens.length; row++) {
            int from = row * (positions + 1);
            Arrays.fill(mask, from, from + past[row], 1);
            mask[from + positions] = 1;
        }
        tokens(tokens, tokens.length, past, mask, 1);
    }

    private void tokens(int[] tokens, int rows, int[] past, long[] mask, int keep) throws OrtException {
        int each = tokens.length / rows;
        long[] ids = new long[tokens.length];
        long[] positions = new long[tokens.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = tokens[i];
            positions[i] = (long) past[i / each] + i % each;
        }
        put(layout.ids(), ids, rows, each);
        put(layout.mask(), mask, rows, mask.length / rows);
        put(layout.positions(), positions, rows, each);
        put(layout.keep(), new long[] {keep});
        if (!layout.branch().isEmpty()) {
            own(layout.branch(), OnnxTensor.createTensor(Graph.environment(), new boolean[] {past[0] > 0}));
        }
    }

    private void put(String name, long[] values, long... shape) throws OrtException {
        if (name.isEmpty()) {
            return;
        }
        if (layout.types().get(name) == OnnxJavaType.INT32) {
            int[] small = new int[values.length];
            for (int i = 0; i < small.length; i++) {
                small[i] = (int) values[i];
            }
            own(name, OnnxTensor.createTensor(Graph.environment(), IntBuffer.wrap(small), shape));
        } else {
            own(name, OnnxTensor.createTensor(Graph.environment(), LongBuffer.wrap(values), shape));
        }
    }

    private void own(String name, OnnxTensor tensor) {
        inputs.put(name, tensor);
        made.add(tensor);
    }

    void state(String name, OnnxTensor tensor) {
        inputs.put(name, tensor);
    }

    OrtSession.Result run(Set<String> wanted, Map<String, OnnxTensor> pinned, OrtSession.RunOptions options)
            throws OrtException {
        return graph.session().run(inputs, wanted, pinned, options);
    }

    /** Logits of the last token of a run of one row. */
    static float[] last(OnnxTensor logits, int vocabulary) {
        float[] row = new float[vocabulary];
        if (logits.getInfo().type == OnnxJavaType.FLOAT16) {
            ByteBuffer all = logits.getByteBuffer();
            Scores.halves(all, all.limit() / 2 - vocabulary, row);
        } else {
            FloatBuffer all = logits.getFloatBuffer();
            all.get(all.limit() - vocabulary, row);
        }
        return row;
    }

    @Override
    public void close() {
        made.forEach(OnnxTensor::close);
    }
}
