package io.understudy.generator.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.understudy.onnx.Graph;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of any length in one run, for graphs that put what is new behind their past: all pasts have one length, each
 * with a gap at its end that the mask leaves out; positions are said, so that nothing moves. What is new is copied into
 * the gap afterwards. The gap ends at a multiple of {@link #STEP}: so the same numbers are added in the same order,
 * however long it is, and a row's answer does not depend on the others by a single bit. Prompts are read one by one.
 */
final class GappedRows implements Rows {

    private static final int STEP = 64;

    /** Logits of a run with a gap and of one without, at most so far apart, relative to the largest. */
    private static final double NEAR = 1e-3;

    private static final double NEAR_HALF = 3e-2;

    private final Graph graph;
    private final Layout layout;
    private final FedRows reader;
    private final Scores scores;
    private final int[] lengths;
    private int size;
    private Block past;
    private Block present;

    /** @param width rows at most */
    GappedRows(Graph graph, Layout layout, int width) {
        this.graph = graph;
        this.layout = layout;
        this.reader = new FedRows(graph, layout);
        this.scores = new Scores(layout, width);
        this.lengths = new int[width];
        this.past = block(0);
        this.present = block(0);
    }

    private Block block(int positions) {
        // What lies in a gap is multiplied by nought: it must be a number.
        return new Block(graph.file().path().toString(), layout, lengths.length, positions, Optional.empty()).cleared();
    }

    /**
     * Whether the graph allows it: two short prompts, decoded side by side, with a longer gap, and one by one. Costs a
     * few runs.
     */
    static boolean fit(Graph graph, Layout layout) {
        int most = layout.vocabulary();
        int[] first = {1 % most, 2 % most, 3 % most};
        int[] second = {4 % most, 3 % most, 2 % most, 1 % most, 5 % most};
        int[] next = {6 % most, 7 % most};
        try (OrtSession.RunOptions options = new OrtSession.RunOptions();
                FedRows alone = new FedRows(graph, layout);
                GappedRows beside = new GappedRows(graph, layout, 2);
                GappedRows wide = new GappedRows(graph, layout, 1)) {
            float[][] expected = twice(alone, options, 0, next, first, second);
            float[][] found = twice(beside, options, 0, next, first, second);
            float[][] apart = twice(wide, options, 2 * STEP, next, first);
            double near = layout.states().get(0).type() == OnnxJavaType.FLOAT ? NEAR : NEAR_HALF;
            return Arrays.equals(found[0], apart[0])
                    && isNear(expected[0], found[0], near)
                    && isNear(expected[1], found[1], near);
        } catch (OrtException | RuntimeException e) {
            return false;
        }
    }

    /** Logits behind two tokens more. */
    private static float[][] twice(Rows rows, OrtSession.RunOptions options, int room, int[] next, int[]... prompts)
            throws OrtException {
        float[][] logits = new float[prompts.length][];
        for (int i = 0; i < prompts.length; i++) {
            logits[i] = rows.add(prompts[i], Math.max(room, prompts[i].length + 2), options);
        }
        for (int token : next) {
            int[] tokens = new int[prompts.length];
            Arrays.fill(tokens, token);
            rows.step(tokens, logits, options);
        }
        return logits;
    }

    private static boolean isNear(float[] expected, float[] found, double near) {
        double most = 1;
        double apart = 0;
        for (int i = 0; i < expected.length; i++) {
            most = Math.max(most, Math.abs(expected[i]));
            apart = Math.max(apart, Math.abs(expected[i] - found[i]));
        }
        return apart <= near * most;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public float[] add(int[] prompt, int room, OrtSession.RunOptions options) throws OrtException {
        makeRoom(room);
        float[] logits = reader.add(prompt, room, options);
        past.fill(size, reader.states(0), prompt.length);
        reader.remove(0);
        lengths[size++] = prompt.length;
        return logits;
    }

    @Override
    public void step(int[] tokens, float[][] logits, OrtSession.RunOptions options) throws OrtException {
        Map<String, OnnxTensor> outputs = present.presents(size);
        outputs.put(layout.logits(), scores.of(size));
        try (Run run = new Run(graph, layout)) {
            run.gapped(tokens, Arrays.copyOf(lengths, size), past.positions());
            past.of(size).forEach(run::state);
            run.run(Set.of(), outputs, options).close();
        }
        for (int row = 0; row < size; row++) {
            scores.read(row, logits[row]);
            past.append(row, lengths[row]++, present);
        }
    }

    @Override
    public void remove(int row) {
        size--;
        if (row != size) {
            past.copy(row, past, size, lengths[size]);
            lengths[row] = lengths[size];
        }
    }

    private void makeRoom(int room) {
        if (room <= past.positions()) {
            return;
        }
        int positions = (room + STEP - 1) / STEP * STEP;
        Block larger = block(positions);
        for (int row = 0; row < size; row++) {
            larger.copy(row, past, row, lengths[row]);
        }
        past.close();
        present.close();
        past = larger;
        present = block(positions + 1);
    }

    @Override
    public void close() {
        reader.close();
        past.close();
        present.close();
        scores.close();
    }
}
