package io.understudy.core.format;

import io.understudy.core.Example;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/**
 * Writes examples to one file, one at a time. The file appears, whole, on {@link #commit}; closing without it leaves
 * what was there before. Not thread-safe.
 */
public interface CorpusWriter extends Closeable {

    /**
     * @throws IllegalArgumentException if the format cannot hold this example at all; what it can only hold in part is
     *     written, and the loss counted
     */
    void write(Example example) throws IOException;

    /** Finishes the file and puts it in its place. */
    void commit() throws IOException;

    /**
     * What the format could not hold so far: what, in the words of a message, to the number of examples that lost it;
     * such as {@code intent} to 12. Empty where nothing was lost.
     */
    Map<String, Long> losses();
}
