package io.understudy.generator.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.understudy.onnx.Card;
import io.understudy.onnx.Graph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Where a state lies: in Java's memory, or on the card that reads and writes it. */
sealed interface Store extends AutoCloseable {

    /**
     * @param bytes zero or more; what they hold is not said
     * @throws OutOfMemoryError if there is not that much
     * @throws ArithmeticException if Java's memory cannot be that large in one piece
     */
    static Store of(long bytes, Optional<Card> card) {
        return card.<Store>map(each -> new OnCard(each, each.allocate(bytes)))
                .orElseGet(() -> over(ByteBuffer.allocateDirect(Math.toIntExact(bytes))));
    }

    static Store over(ByteBuffer buffer) {
        return new InJava(buffer.order(ByteOrder.nativeOrder()));
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

    /** Freed by the collector. */
    record InJava(ByteBuffer buffer) implements Store {

        @Override
        public OnnxTensor tensor(long bytes, long[] shape, OnnxJavaType type) throws OrtException {
            ByteBuffer part = buffer.slice(0, (int) bytes).order(ByteOrder.nativeOrder());
            return OnnxTensor.createTensor(Graph.environment(), part, shape, type);
        }

        @Override
        public void copy(long to, long toStep, Store from, long at, long step, long size, int pieces) {
            for (int piece = 0; piece < pieces; piece++) {
                buffer.put((int) (to + piece * toStep), ((InJava) from).buffer, (int) (at + piece * step), (int) size);
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
