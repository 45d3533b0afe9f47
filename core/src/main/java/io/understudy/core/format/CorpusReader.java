package io.understudy.core.format;

import io.understudy.core.Example;
import java.io.Closeable;
import java.util.Iterator;

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
}
