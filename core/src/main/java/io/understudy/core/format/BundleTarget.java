package io.understudy.core.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Where the files of a corpus go: a folder or a zip. They appear together when {@link #finish} was called and whoever
 * gave this out moves them to their place.
 */
public interface BundleTarget extends Closeable {

    /**
     * A new file; the one before must be closed.
     *
     * @param name relative, parted by {@code /}
     * @throws IllegalArgumentException if there is one of this name, or the name leads out
     */
    OutputStream create(String name) throws IOException;

    /** All files are written. */
    void finish() throws IOException;
}
