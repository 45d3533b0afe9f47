package io.understudy.generator.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.platform.Fp16Conversions;
import io.understudy.core.BadDataException;
import io.understudy.onnx.Graph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keys and values written in place: the same tensor is a run's past and its present. All rows are decoded in one run.
 * Prompts are read in a block of their own, which keeps the last one: what the next has in common with it stays.
 */
final class SharedRows implements Rows {

    /** Positions are added this many at a time, so that memory is seldom copied. */
    private static final int STEP = 64;

    private final Graph graph;
    private final Layout layout;
    private final int[] lengths;
    private int size;
    private Block rows;
    private Block reading;
    private final Scores scores;

    /**
     * What the block for reading holds: tokens, how many, and the logits behind them, where they are a whole prompt.
     */
    private int[] read = {};

    private int readCount;
    private float[] readLogits;

    /** @param width rows at most */
    SharedRows(Graph graph, Layout layout, int width) {
        this.graph = graph;
        this.layout = layout;
        this.lengths = new int[width];
        this.rows = new Block(0, 0);
        this.reading = new Block(0, 0);
        this.scores = new Scores();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public float[] add(int[] prompt, int room, OrtSession.RunOptions options) throws OrtException {
        makeRoom(room);
        if (readLogits == null || readCount != prompt.length || !Arrays.equals(read, prompt)) {
            read(prompt, options);
        }
        rows.copy(size, reading, 0, prompt.length);
        lengths[size++] = prompt.length;
        return readLogits.clone();
    }

    private void read(int[] prompt, OrtSession.RunOptions options) throws OrtException {
        int from = Rows.common(read, readCount, prompt);
        read = prompt.clone();
        readLogits = null;
        readCount = from;
        while (from < prompt.length) {
            int to = from + Rows.chunk(prompt.length - from);
            try (Run run = new Run(graph, layout)) {
                run.tokens(Arrays.copyOfRange(prompt, from, to), 1, new int[] {from}, 1);
                reading.of(1).forEach(run::state);
                try (OrtSession.Result result = run.run(Set.of(layout.logits()), reading.presents(1), options)) {
                    readLogits = to == prompt.length
                            ? Run.last((OnnxTensor) result.get(layout.logits()).orElseThrow(), layout.vocabulary())
                            : null;
                }
            }
            readCount = to;
            from = to;
        }
    }

    @Override
    public void step(int[] tokens, float[][] logits, OrtSession.RunOptions options) throws OrtException {
        Map<String, OnnxTensor> outputs = rows.presents(size);
        outputs.put(layout.logits(), scores.of(size));
        try (Run run = new Run(graph, layout)) {
            run.tokens(tokens, size, Arrays.copyOf(lengths, size), 1);
            rows.of(size).forEach(run::state);
            run.run(Set.of(), outputs, options).close();
        }
        for (int row = 0; row < size; row++) {
            scores.read(row, logits[row]);
            lengths[row]++;
        }
    }

    /** Where the logits of a step are written: [rows, 1, vocabulary]. */
    private final class Scores implements AutoCloseable {
        private final ByteBuffer memory;
        private final boolean half;
        private final Map<Integer, OnnxTensor> tensors = new TreeMap<>();

        Scores() {
            this.half = layout.logitsType() == OnnxJavaType.FLOAT16;
            this.memory = ByteBuffer.allocateDirect(
                            Math.multiplyExact(lengths.length * layout.vocabulary(), half ? 2 : 4))
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

    @Override
    public void remove(int row) {
        size--;
        if (row != size) {
            rows.copy(row, rows, size, lengths[size]);
            lengths[row] = lengths[size];
        }
    }

    private void makeRoom(int room) {
        if (room <= rows.positions) {
            return;
        }
        int positions =
                Math.max((room + STEP - 1) / STEP * STEP, Math.min(rows.positions * 3 / 2, rows.positions + 1024));
        Block larger = new Block(lengths.length, positions);
        Block largerReading = new Block(1, positions);
        for (int row = 0; row < size; row++) {
            larger.copy(row, rows, row, lengths[row]);
        }
        largerReading.copy(0, reading, 0, readCount);
        rows.close();
        reading.close();
        rows = larger;
        reading = largerReading;
    }

    @Override
    public void close() {
        rows.close();
        reading.close();
        scores.close();
    }

    /** Memory for some rows of each state: [rows, heads, positions, size of a head]. */
    private final class Block implements AutoCloseable {
        private final int positions;
        private final List<ByteBuffer> memory;
        /** Tensors over the first rows of the memory, by the number of rows. */
        private final Map<Integer, OnnxTensor[]> tensors = new TreeMap<>();

        Block(int width, int positions) {
            this.positions = positions;
            try {
                this.memory = layout.states().stream()
                        .map(state -> ByteBuffer.allocateDirect(Math.toIntExact(width * rowBytes(state)))
                                .order(ByteOrder.nativeOrder()))
                        .toList();
            } catch (OutOfMemoryError | ArithmeticException e) {
                double bytes =
                        layout.states().stream().mapToDouble(this::rowBytes).sum() * width;
                throw new BadDataException(
                        graph.file().path().toString(),
                        0,
                        "is too large: %.1f GB for the memory of %d answers of %d tokens; ask for shorter ones or fewer at once, or give Java more with -XX:MaxDirectMemorySize"
                                .formatted(bytes / 1e9, width, positions));
            }
        }

        private long rowBytes(Layout.State state) {
            return state.dimension(1) * positions * state.dimension(3) * state.elementBytes();
        }

        Map<String, OnnxTensor> of(int count) throws OrtException {
            return named(count, false);
        }

        Map<String, OnnxTensor> presents(int count) throws OrtException {
            return named(count, true);
        }

        private Map<String, OnnxTensor> named(int count, boolean present) throws OrtException {
            OnnxTensor[] all = tensors.get(count);
            if (all == null) {
                all = make(count);
                tensors.put(count, all);
            }
            Map<String, OnnxTensor> named = new java.util.HashMap<>();
            for (int i = 0; i < all.length; i++) {
                Layout.State state = layout.states().get(i);
                named.put(present ? state.present() : state.past(), all[i]);
            }
            return named;
        }

        private OnnxTensor[] make(int count) throws OrtException {
            OnnxTensor[] all = new OnnxTensor[memory.size()];
            try {
                for (int i = 0; i < all.length; i++) {
                    Layout.State state = layout.states().get(i);
                    ByteBuffer part = memory.get(i)
                            .slice(0, (int) (count * rowBytes(state)))
                            .order(ByteOrder.nativeOrder());
                    long[] shape = {count, state.dimension(1), positions, state.dimension(3)};
                    all[i] = OnnxTensor.createTensor(Graph.environment(), part, shape, state.type());
                }
                return all;
            } catch (OrtException | RuntimeException e) {
                Arrays.stream(all).filter(tensor -> tensor != null).forEach(OnnxTensor::close);
                throw e;
            }
        }

        /** Copies the first positions of a row of another block. */
        void copy(int row, Block from, int fromRow, int count) {
            for (int i = 0; i < memory.size(); i++) {
                Layout.State state = layout.states().get(i);
                int heads = (int) state.dimension(1);
                int each = (int) state.dimension(3) * state.elementBytes();
                for (int head = 0; head < heads; head++) {
                    memory.get(i)
                            .put(
                                    (row * heads + head) * positions * each,
                                    from.memory.get(i),
                                    (fromRow * heads + head) * from.positions * each,
                                    count * each);
                }
            }
        }

        @Override
        public void close() {
            tensors.values().forEach(all -> Arrays.stream(all).forEach(OnnxTensor::close));
            tensors.clear();
        }
    }
}
