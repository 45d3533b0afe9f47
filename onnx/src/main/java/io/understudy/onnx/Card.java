package io.understudy.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * Memory of a graphics card that stays there between runs. Without it, whatever a run takes and leaves goes over the
 * bus both ways. Thread-safe; a card is chosen for each thread that calls.
 */
public final class Card {

    private static final int ON_THE_CARD = 3;

    private final int index;
    private final NativeLibrary cuda;
    private final ForeignTensors tensors;

    /**
     * @param device a card that a model has been opened on
     * @throws IllegalStateException if its memory cannot be reached from here
     */
    public Card(Device device) {
        this.index = device.index();
        try {
            // The one that ONNX Runtime has loaded: same name, same library.
            this.cuda = NativeLibrary.getInstance(
                    System.getProperty("os.name").startsWith("Windows") ? "cudart64_12" : "libcudart.so.12");
        } catch (LinkageError e) {
            throw new IllegalStateException("the CUDA runtime cannot be called here", e);
        }
        this.tensors = new ForeignTensors("Cuda", index);
    }

    /** Some memory. */
    public final class Memory implements AutoCloseable {

        private final Pointer start;
        private final long bytes;

        private Memory(Pointer start, long bytes) {
            this.start = start;
            this.bytes = bytes;
        }

        /** A tensor over the first bytes; to be closed before this is. */
        public OnnxTensor tensor(long count, long[] shape, OnnxJavaType type) {
            if (count > bytes) {
                throw new IllegalArgumentException("a tensor of " + count + " bytes in a memory of " + bytes);
            }
            return tensors.at(start, count, shape, type);
        }

        /**
         * Copies pieces of the same size that lie equally far apart; {@link Card#await} says when it is done.
         *
         * @param to of the first piece, bytes from the start
         * @param toStep from a piece to the next, bytes
         * @param from of the first piece, bytes from the other's start
         * @param size of a piece, bytes
         */
        public void copy(long to, long toStep, Memory other, long from, long fromStep, long size, int pieces) {
            if (size > 0 && pieces > 0) {
                call(
                        "cudaMemcpy2DAsync",
                        start.share(to),
                        toStep,
                        other.start.share(from),
                        fromStep,
                        size,
                        (long) pieces,
                        ON_THE_CARD,
                        Pointer.NULL);
            }
        }

        @Override
        public void close() {
            call("cudaFree", start);
        }
    }

    /** @throws OutOfMemoryError if the card has not that much */
    public Memory allocate(long bytes) {
        PointerByReference start = new PointerByReference();
        if (code("cudaMalloc", start, Math.max(bytes, 1)) != 0) {
            throw new OutOfMemoryError("no " + bytes + " bytes are free on the card");
        }
        return new Memory(start.getValue(), bytes);
    }

    /** Waits for all copies. */
    public void await() {
        call("cudaStreamSynchronize", Pointer.NULL);
    }

    private void call(String function, Object... arguments) {
        int code = code(function, arguments);
        if (code != 0) {
            throw new IllegalStateException(function + " failed on card " + index + " (CUDA error " + code + ")");
        }
    }

    private int code(String function, Object... arguments) {
        int chosen = cuda.getFunction("cudaSetDevice").invokeInt(new Object[] {index});
        return chosen != 0 ? chosen : cuda.getFunction(function).invokeInt(arguments);
    }
}
