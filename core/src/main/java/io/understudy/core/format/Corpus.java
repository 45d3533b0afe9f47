package io.understudy.core.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens and creates corpora: finds the format, undoes and does gzip, writes beside and moves. */
@SuppressWarnings("DoNotCallSuggester")
public final class Corpus {

    private Corpus() {}

    /** All formats on the class path, by name. */
    public static List<CorpusFormat> formats() {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException if there is none of this name; the message lists the names and the nearest */
    public static CorpusFormat format(String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens a corpus. The format is the named one, else told by the extension ({@code .gz} aside), else by the first
     * lines.
     *
     * @param location a file, or {@code -} for standard input
     * @throws io.understudy.core.BadDataException if the file is missing, a folder, empty, unreadable or of no known
     *     format
     */
    public static CorpusReader open(String location, Optional<String> format, FormatOptions options)
            throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Creates a file; the format is the named one, else told by the extension. Gzip where the name ends in {@code .gz}.
     */
    public static CorpusWriter create(Path file, Optional<String> format, FormatOptions options) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Writes to a stream, such as standard output. {@link CorpusWriter#commit} flushes it. */
    public static CorpusWriter create(OutputStream out, CorpusFormat format, FormatOptions options) throws IOException {
        throw new UnsupportedOperationException();
    }
}
