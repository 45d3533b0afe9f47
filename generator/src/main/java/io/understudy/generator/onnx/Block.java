package io.understudy.generator.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.understudy.core.BadDataException;
import io.understudy.onnx.Card;
import io.understudy.onnx.NativeMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Memory for some rows of each state: [rows, heads, positions, size of a head]. */
final class Block implements AutoCloseable {

    private final Layout layout;
    private final int positions;
    private final List<Store> memory = new ArrayList<>();
    /** What the stores that are on no card lie in. */
    private final Optional<NativeMemory> whole;

    /** Tensors over the first rows of the memory, by the number of rows. */
    private final Map<Integer, OnnxTensor[]> tensors = new TreeMap<>();

    /**
     * @param file named where there is not enough memory
     * @param width rows at most
     * @param card where the rows are to lie; empty: in this machine's memory
     */
    Block(String file, Layout layout, int width, int positions, Optional<Card> card) {
        this.layout = layout;
        this.positions = positions;
        try {
            this.whole = card.isPresent() ? Optional.empty() : Optional.of(whole(width));
            card.ifPresent(where -> on(where, width));
            whole.ifPresent(here -> in(here, width));
        } catch (OutOfMemoryError | ArithmeticException e) {
            memory.forEach(Store::close);
            double bytes = layout.states().stream().mapToDouble(this::rowBytes).sum() * width;
            throw new BadDataException(
                    file,
                    0,
                    "is too large: %.1f GB for the memory of %d answers of %d tokens; ask for shorter ones or fewer at once"
                            .formatted(bytes / 1e9, width, positions));
        }
    }

    private void on(Card card, int width) {
        for (Layout.State state : layout.states()) {
            memory.add(Store.on(card, width * rowBytes(state)));
        }
    }

    private void in(NativeMemory here, int width) {
        long at = 0;
        for (Layout.State state : layout.states()) {
            long bytes = width * rowBytes(state);
            memory.add(Store.over(here.part(at, bytes)));
            at += NativeMemory.lines(bytes);
        }
    }

    /** @throws ArithmeticException if Java cannot reach a state in one piece */
    private NativeMemory whole(int width) {
        long bytes = 0;
        for (Layout.State state : layout.states()) {
            int each = Math.toIntExact(width * rowBytes(state));
            bytes += NativeMemory.lines(each);
        }
        return new NativeMemory(bytes);
    }

    /** Writes nought everywhere; on no card. */
    Block cleared() {
        whole.ifPresent(NativeMemory::clear);
        return this;
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
                long[] shape = {count, state.dimension(1), positions, state.dimension(3)};
                all[i] = memory.get(i).tensor(count * rowBytes(state), shape, state.type());
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
            Store from = Store.over(states.get(state.past()).getByteBuffer());
            int heads = (int) state.dimension(1);
            long each = state.dimension(3) * state.elementBytes();
            memory.get(i).copy(row * rowBytes(state), positions * each, from, 0, count * each, count * each, heads);
        }
    }

    /** Copies the last position of a row of another block to a position of the same row here. */
    void append(int row, int position, Block from) {
        copy(row, position, from, row, from.positions - 1, 1);
    }

    /** Copies the first positions of a row of another block. */
    void copy(int row, Block from, int fromRow, int count) {
        copy(row, 0, from, fromRow, 0, count);
    }

    private void copy(int row, int position, Block from, int fromRow, int fromPosition, int count) {
        for (int i = 0; i < memory.size(); i++) {
            Layout.State state = layout.states().get(i);
            int heads = (int) state.dimension(1);
            long each = state.dimension(3) * state.elementBytes();
            memory.get(i)
                    .copy(
                            row * rowBytes(state) + position * each,
                            positions * each,
                            from.memory.get(i),
                            fromRow * from.rowBytes(state) + fromPosition * each,
                            from.positions * each,
                            count * each,
                            heads);
        }
        memory.forEach(Store::await);
    }

    @Override
    public void close() {
        tensors.values().forEach(all -> Arrays.stream(all).forEach(OnnxTensor::close));
        tensors.clear();
        memory.forEach(Store::close);
        memory.clear();
        whole.ifPresent(NativeMemory::close);
    }
}
