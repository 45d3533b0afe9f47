package io.understudy.generator.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.understudy.onnx.Card;
import io.understudy.onnx.Graph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where a state lies: in this machine's memory, or on the card that reads and writes it. */
sealed interface Store extends AutoCloseable {

    /**
     * On a card.
     *
     * @param bytes zero or more; what they hold is not said
     * @throws OutOfMemoryError if there is not that much
     */
    static Store on(Card card, long bytes) {
        return new OnCard(card, card.allocate(bytes));
    }

    /** Over memory of somebody else, who frees it. */
    static Store over(ByteBuffer buffer) {
        return new Here(buffer.order(ByteOrder.nativeOrder()));
    }

    /** A tensor over the first bytes; to be closed before this is. */
    OnnxTensor tensor(long bytes, long[] shape, OnnxJavaType type) throws OrtException;

    /**
     * Copies pieces of one size that lie equally far apart, all counted in bytes; {@link #await} says when it is done.
     *
     * @param from a store of the same kind
     */
    void copy(long to, long toStep, Store from, long at, long step, long size, int pieces);

    /** Waits for copies. */
    default void await() {}

    @Override
    default void close() {}

    /** In this machine's memory. */
    record Here(ByteBuffer buffer) implements Store {

        @Override
        public OnnxTensor tensor(long bytes, long[] shape, OnnxJavaType type) throws OrtException {
            ByteBuffer part = buffer.slice(0, (int) bytes).order(ByteOrder.nativeOrder());
            return OnnxTensor.createTensor(Graph.environment(), part, shape, type);
        }

        @Override
        public void copy(long to, long toStep, Store from, long at, long step, long size, int pieces) {
            for (int piece = 0; piece < pieces; piece++) {
                buffer.put((int) (to + piece * toStep), ((Here) from).buffer, (int) (at + piece * step), (int) size);
            }
        }
    }

    /** On a card. */
    record OnCard(Card card, Card.Memory memory) implements Store {

        @Override
        public OnnxTensor tensor(long bytes, long[] shape, OnnxJavaType type) {
            return memory.tensor(bytes, shape, type);
        }

        @Override
        public void copy(long to, long toStep, Store from, long at, long step, long size, int pieces) {
            memory.copy(to, toStep, ((OnCard) from).memory, at, step, size, pieces);
        }

        @Override
        public void await() {
            card.await();
        }

        @Override
        public void close() {
            memory.close();
        }
    }
}
