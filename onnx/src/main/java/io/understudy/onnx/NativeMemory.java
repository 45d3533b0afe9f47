package io.understudy.onnx;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;

/**
 * Memory of the system's, in one piece: of a large one it gives only what is written to, and has it back at once.
 * Java's own memory is written to as a whole and stays until the collector runs.
 */
public final class NativeMemory implements AutoCloseable {

    /** Bytes of a line of a processor's cache. */
    private static final int LINE = 64;

    private final Memory whole;
    private final Memory aligned;

    /**
     * What it holds is not said.
     *
     * @param bytes zero or more
     * @throws OutOfMemoryError if there is not that much
     */
    public NativeMemory(long bytes) {
        this.whole = new Memory(bytes + LINE);
        this.aligned = whole.align(LINE);
    }

    /** A part, to be used as long as this is open. */
    public ByteBuffer part(long from, long count) {
        return aligned.getByteBuffer(from, count);
    }

    /** Where a part may best begin, at or behind a place. */
    public static long lines(long bytes) {
        return (bytes + LINE - 1) / LINE * LINE;
    }

    /** Writes nought everywhere. */
    public void clear() {
        whole.clear();
    }

    @Override
    public void close() {
        whole.close();
    }
}
