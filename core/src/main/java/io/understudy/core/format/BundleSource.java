package io.understudy.core.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The files of a corpus that is several. Names are relative, parted by {@code /}, safe (none leads out), and in the
 * order of their characters. What is hidden, or a link out of the folder, is not among them.
 */
public interface BundleSource extends Closeable {

    /** How messages name the folder or zip. */
    String location();

    List<String> names();

    /** How messages name a file of it. */
    default String file(String name) {
        return location() + "/" + name;
    }

    /**
     * @throws io.understudy.core.BadDataException while it is read, if it unpacks to more than it may
     * @throws IllegalArgumentException if there is no file of this name
     */
    InputStream open(String name) throws IOException;

    /** Bytes that were read so far, as they lie there; for progress. */
    long bytesRead();
}
