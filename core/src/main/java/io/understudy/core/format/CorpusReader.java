package io.understudy.core.format;

import io.understudy.core.Example;
import java.io.Closeable;
import java.util.Iterator;
import java.util.Map;

/**
 * Examples of one file, one at a time. {@code next} throws {@link io.understudy.core.BadDataException} with file and
 * line where the file is wrong, and {@link java.io.UncheckedIOException} where it cannot be read. Not thread-safe.
 */
public interface CorpusReader extends Iterator<Example>, Closeable {

    /** Bytes of the file consumed so far (compressed bytes for gzip); for progress. */
    long bytesRead();

    /** What the file says beside its examples. Whole once there is no next example, and not before. */
    default CorpusData data() {
        return CorpusData.NONE;
    }

    /**
     * What the file says that is neither in the examples nor in the data: what, in the words of a message, to how many
     * of it; such as {@code annotations of the layer Lemma} to 12. Whole once there is no next example.
     */
    default Map<String, Long> losses() {
        return Map.of();
    }
}
