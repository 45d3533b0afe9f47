package io.understudy.generator.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.understudy.onnx.Graph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The outputs of a run are the inputs of the next; each row alone. A memory is never changed, so that rows that begin
 * alike share it. For graphs that write their past anew, and for those with states of other kinds.
 */
final class FedRows implements Rows {

    /** A common beginning that is worth a copy. */
    private static final int WORTH = 16;

    private final Graph graph;
    private final Layout layout;
    private final Set<String> outputs = new TreeSet<>();
    private final List<Memory> rows = new ArrayList<>();

    /** The memory that the next prompt may begin with, the tokens in it and the logits behind them. */
    private Memory read;

    private int[] readTokens = {};
    private float[] readLogits;

    FedRows(Graph graph, Layout layout) {
        this.graph = graph;
        this.layout = layout;
        outputs.add(layout.logits());
        layout.states().forEach(state -> outputs.add(state.present()));
    }

    /** States behind some tokens. Freed when nobody holds it. */
    private static final class Memory {
        private final int length;
        private final Map<String, OnnxTensor> states;
        private final AutoCloseable owner;
        private int holders = 1;

        Memory(int length, Map<String, OnnxTensor> states, AutoCloseable owner) {
            this.length = length;
            this.states = states;
            this.owner = owner;
        }

        Memory hold() {
            holders++;
            return this;
        }

        void letGo() {
            if (--holders == 0) {
                try {
                    owner.close();
                } catch (Exception e) {
                    throw new IllegalStateException("a state cannot be closed", e);
                }
            }
        }
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** What a row remembers; valid until it is removed or goes on. */
    Map<String, OnnxTensor> states(int row) {
        return rows.get(row).states;
    }

    @Override
    public float[] add(int[] prompt, int room, OrtSession.RunOptions options) throws OrtException {
        if (read == null || readLogits == null || !Arrays.equals(readTokens, prompt)) {
            read(prompt, options);
        }
        rows.add(read.hold());
        return readLogits.clone();
    }

    private void read(int[] prompt, OrtSession.RunOptions options) throws OrtException {
        Memory memory = beginning(prompt);
        try {
            float[] logits = null;
            while (memory.length < prompt.length) {
                int to = memory.length + Rows.chunk(prompt.length - memory.length);
                logits = new float[layout.vocabulary()];
                Memory next = run(memory, Arrays.copyOfRange(prompt, memory.length, to), logits, options);
                memory.letGo();
                memory = next;
            }
            keep(memory, prompt.clone(), logits);
        } catch (OrtException | RuntimeException e) {
            memory.letGo();
            throw e;
        }
    }

    private void keep(Memory memory, int[] tokens, float[] logits) {
        if (read != null) {
            read.letGo();
        }
        read = memory;
        readTokens = tokens;
        readLogits = logits;
    }

    /** The longest memory at hand that the prompt begins with, held once more. */
    private Memory beginning(int[] prompt) throws OrtException {
        int common = read == null ? 0 : Rows.common(readTokens, readTokens.length, prompt);
        if (common > 0 && common == readTokens.length) {
            return read.hold();
        }
        if (common >= WORTH && layout.states().stream().allMatch(state -> state.growing() >= 0)) {
            return cut(read, common);
        }
        return cut(null, 0);
    }

    /** The first positions of a memory; an empty one of none. */
    private Memory cut(Memory from, int length) throws OrtException {
        Map<String, OnnxTensor> states = new HashMap<>();
        AutoCloseable owner = () -> states.values().forEach(OnnxTensor::close);
        Memory memory = new Memory(length, states, owner);
        try {
            for (Layout.State state : layout.states()) {
                states.put(state.past(), cut(state, from, length));
            }
            return memory;
        } catch (OrtException | RuntimeException e) {
            memory.letGo();
            throw e;
        }
    }

    /** A state with nothing in it. */
    static OnnxTensor empty(Layout.State state) throws OrtException {
        return cut(state, null, 0);
    }

    private static OnnxTensor cut(Layout.State state, Memory from, int length) throws OrtException {
        long[] shape = state.shape();
        int after = state.elementBytes();
        int before = 1;
        for (int i = 0; i < shape.length; i++) {
            if (i < state.growing()) {
                before *= (int) shape[i];
            } else if (i > state.growing()) {
                after *= (int) shape[i];
            }
        }
        if (state.growing() >= 0) {
            shape[state.growing()] = length;
        } else {
            before = 1;
        }
        ByteBuffer to = ByteBuffer.allocateDirect(before * (state.growing() < 0 ? after : length * after))
                .order(ByteOrder.nativeOrder());
        if (from != null) {
            ByteBuffer all = from.states.get(state.past()).getByteBuffer();
            for (int i = 0; i < before; i++) {
                to.put(i * length * after, all, i * from.length * after, length * after);
            }
        }
        return OnnxTensor.createTensor(Graph.environment(), to, shape, state.type());
    }

    private Memory run(Memory past, int[] tokens, float[] logits, OrtSession.RunOptions options) throws OrtException {
        try (Run run = new Run(graph, layout)) {
            run.tokens(tokens, 1, new int[] {past.length}, 1);
            past.states.forEach(run::state);
            OrtSession.Result result = run.run(outputs, Map.of(), options);
            try {
                OnnxTensor given = (OnnxTensor) result.get(layout.logits()).orElseThrow();
                System.arraycopy(Run.last(given, layout.vocabulary()), 0, logits, 0, logits.length);
                Map<String, OnnxTensor> states = new HashMap<>();
                for (Layout.State state : layout.states()) {
                    OnnxValue present = result.get(state.present()).orElseThrow();
                    states.put(state.past(), (OnnxTensor) present);
                }
                return new Memory(past.length + tokens.length, states, result);
            } catch (RuntimeException e) {
                result.close();
                throw e;
            }
        }
    }

    @Override
    public void step(int[] tokens, float[][] logits, OrtSession.RunOptions options) throws OrtException {
        List<Memory> next = new ArrayList<>();
        try {
            for (int row = 0; row < rows.size(); row++) {
                next.add(run(rows.get(row), new int[] {tokens[row]}, logits[row], options));
            }
        } catch (OrtException | RuntimeException e) {
            next.forEach(Memory::letGo);
            throw e;
        }
        rows.forEach(Memory::letGo);
        rows.clear();
        rows.addAll(next);
    }

    @Override
    public void remove(int row) {
        rows.get(row).letGo();
        Memory last = rows.remove(rows.size() - 1);
        if (row < rows.size()) {
            rows.set(row, last);
        }
    }

    @Override
    public void close() {
        rows.forEach(Memory::letGo);
        rows.clear();
        if (read != null) {
            read.letGo();
            read = null;
        }
    }
}
