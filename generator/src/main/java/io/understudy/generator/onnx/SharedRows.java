package io.understudy.generator.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.understudy.onnx.Graph;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

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
        this.rows = block(0, 0);
        this.reading = block(0, 0);
        this.scores = new Scores(layout, width);
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
        Rows.each(graph, size, row -> {
            scores.read(row, logits[row]);
            lengths[row]++;
        });
    }

    @Override
    public void remove(int row) {
        size--;
        if (row != size) {
            rows.copy(row, rows, size, lengths[size]);
            lengths[row] = lengths[size];
        }
    }

    private Block block(int width, int positions) {
        return new Block(graph.file().path().toString(), layout, width, positions, graph.card());
    }

    private void makeRoom(int room) {
        if (room <= rows.positions()) {
            return;
        }
        int positions = (room + STEP - 1) / STEP * STEP;
        Block larger = block(lengths.length, positions);
        Block largerReading = block(1, positions);
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
}
