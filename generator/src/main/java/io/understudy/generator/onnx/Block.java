package io.understudy.generator.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.understudy.core.BadDataException;
import io.understudy.onnx.Graph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Memory for some rows of each state: [rows, heads, positions, size of a head]. */
final class Block implements AutoCloseable {

    private final Layout layout;
    private final int positions;
    private final List<ByteBuffer> memory;
    /** Tensors over the first rows of the memory, by the number of rows. */
    private final Map<Integer, OnnxTensor[]> tensors = new TreeMap<>();

    /**
     * @param file named where there is not enough memory
     * @param width rows at most
     */
    Block(String file, Layout layout, int width, int positions) {
        this.layout = layout;
        this.positions = positions;
        try {
            this.memory = layout.states().stream()
                    .map(state -> ByteBuffer.allocateDirect(Math.toIntExact(width * rowBytes(state)))
                            .order(ByteOrder.nativeOrder()))
                    .toList();
        } catch (OutOfMemoryError | ArithmeticException e) {
            double bytes = layout.states().stream().mapToDouble(this::rowBytes).sum() * width;
            throw new BadDataException(
                    file,
                    0,
                    "is too large: %.1f GB for the memory of %d answers of %d tokens; ask for shorter ones or fewer at once, or give Java more with -XX:MaxDirectMemorySize"
                            .formatted(bytes / 1e9, width, positions));
        }
    }

    int positions() {
        return positions;
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
                ByteBuffer part =
                        memory.get(i).slice(0, (int) (count * rowBytes(state))).order(ByteOrder.nativeOrder());
                long[] shape = {count, state.dimension(1), positions, state.dimension(3)};
                all[i] = OnnxTensor.createTensor(Graph.environment(), part, shape, state.type());
            }
            return all;
        } catch (OrtException | RuntimeException e) {
            Arrays.stream(all).filter(tensor -> tensor != null).forEach(OnnxTensor::close);
            throw e;
        }
    }

    /** Takes over the states of one row, [1, heads, count, size of a head]. */
    void fill(int row, Map<String, OnnxTensor> states, int count) {
        for (int i = 0; i < memory.size(); i++) {
            Layout.State state = layout.states().get(i);
            ByteBuffer from = states.get(state.past()).getByteBuffer();
            int heads = (int) state.dimension(1);
            int each = (int) state.dimension(3) * state.elementBytes();
            for (int head = 0; head < heads; head++) {
                memory.get(i).put((row * heads + head) * positions * each, from, head * count * each, count * each);
            }
        }
    }

    /** Copies the last position of a row of another block to a position of the same row here. */
    void append(int row, int position, Block from) {
        for (int i = 0; i < memory.size(); i++) {
            Layout.State state = layout.states().get(i);
            int heads = (int) state.dimension(1);
            int each = (int) state.dimension(3) * state.elementBytes();
            for (int head = row * heads; head < (row + 1) * heads; head++) {
                memory.get(i)
                        .put(
                                (head * positions + position) * each,
                                from.memory.get(i),
                                ((head + 1) * from.positions - 1) * each,
                                each);
            }
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
