package io.understudy.core.format;

import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.text.Nearest;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.zip.GZIPOutputStream;

/** Opens and creates corpora: finds the format, undoes and does gzip, writes beside and moves. */
public final class Corpus {

    private Corpus() {}

    /** All formats on the class path, by name. */
    public static List<CorpusFormat> formats() {
        return Loaded.FORMATS;
    }

    /** @throws IllegalArgumentException if there is none of this name; the message lists the names and the nearest */
    public static CorpusFormat format(String name) {
        return formats().stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Nearest.unknown("format", name, names())));
    }

    /** The format whose files are named like this one, {@code .gz} aside; empty where the extension says nothing. */
    public static Optional<CorpusFormat> formatOf(String file) {
        String extension = Names.extension(file);
        return formats().stream()
                .filter(format -> format.extensions().contains(extension))
                .findFirst();
    }

    /**
     * Opens a corpus. The format is the named one, else told by the extension ({@code .gz} aside), else by the first
     * lines. Compressed data is known by its first bytes, whatever the name. Standard input may be empty and then has
     * no examples, as for {@code jq}; an empty file is an error, because somebody meant it to hold something.
     *
     * @param location a file, or {@code -} for standard input
     * @throws io.understudy.core.BadDataException if the file is missing, a folder, empty, unreadable or of no known
     *     format
     * @throws IllegalArgumentException if there is no format of this name
     */
    public static CorpusReader open(String location, Optional<String> format, FormatOptions options)
            throws IOException {
        // Checked before anything is opened.
        format.ifPresent(Corpus::format);
        return open(bytes(location), location, format, options);
    }

    /**
     * The bytes that {@link #open(String, Optional, FormatOptions)} would read, for callers who look at them on their
     * way.
     *
     * @throws io.understudy.core.BadDataException if the file is missing, a folder or unreadable
     */
    public static InputStream bytes(String location) throws IOException {
        return Input.bytes(location);
    }

    /**
     * As {@link #open(String, Optional, FormatOptions)}, from bytes at hand.
     *
     * @param in closed by the reader, or when this fails
     * @param location how messages name it and what tells the format
     */
    public static CorpusReader open(InputStream in, String location, Optional<String> format, FormatOptions options)
            throws IOException {
        Optional<CorpusFormat> named = format.map(Corpus::format).or(() -> formatOf(location));
        Input input = new Input(location, in);
        try {
            if (input.isEmpty() && !location.equals(Names.STANDARD)) {
                throw new BadDataException(location, 0, "is empty");
            }
            CorpusFormat found = named.isPresent() || input.isEmpty()
                    ? named.orElse(formats().get(0))
                    : recognize(location, input.head());
            return new Opened(found.read(input.stream(), location, options), input);
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /**
     * Creates a file; the format is the named one, else told by the extension. Gzip where the name ends in {@code .gz}.
     *
     * @throws IllegalArgumentException if the format is unknown or cannot be told, or if there can be no file at this
     *     place
     */
    public static CorpusWriter create(Path file, Optional<String> format, FormatOptions options) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + ": is a folder; expected the name of a file to write");
        }
        CorpusFormat found = format.map(Corpus::format)
                .or(() -> formatOf(file.toString()))
                .orElseThrow(() -> new IllegalArgumentException(
                        file + ": cannot tell the format from the name; say --to with one of: "
                                + String.join(", ", names())));
        AtomicFile target = new AtomicFile(file);
        try {
            OutputStream out = Names.isGzip(file.toString()) ? new GZIPOutputStream(target, 1 << 16) : target;
            return new Created(found.write(out, options), out, target);
        } catch (IOException | RuntimeException e) {
            target.close();
            throw e;
        }
    }

    /** Writes to a stream, such as standard output. {@link CorpusWriter#commit} flushes it; nothing closes it. */
    public static CorpusWriter create(OutputStream out, CorpusFormat format, FormatOptions options) throws IOException {
        return format.write(new Unclosed(out), options);
    }

    /**
     * Reads ahead on a thread of its own, so that reading and what is done with the examples run at the same time;
     * their order stays. A few hundred examples are held. Close it to stop the thread.
     */
    public static CorpusReader readAhead(CorpusReader reader) {
        return new ReadAhead(reader);
    }

    private static CorpusFormat recognize(String location, String head) {
        List<CorpusFormat> sure =
                formats().stream().filter(format -> format.recognizes(head)).toList();
        if (sure.size() == 1) {
            return sure.get(0);
        }
        throw new BadDataException(
                location,
                0,
                "cannot tell the format from the name or the first lines; say --from with one of: "
                        + String.join(", ", names()));
    }

    private static List<String> names() {
        return formats().stream().map(CorpusFormat::name).toList();
    }

    /** Looked up once, when first needed. */
    private static final class Loaded {
        static final List<CorpusFormat> FORMATS = load();

        private static List<CorpusFormat> load() {
            List<CorpusFormat> formats = new ArrayList<>();
            ServiceLoader.load(CorpusFormat.class, Corpus.class.getClassLoader())
                    .forEach(formats::add);
            formats.sort(Comparator.comparing(CorpusFormat::name));
            return List.copyOf(formats);
        }
    }

    /** Counts bytes of the file instead of bytes after decompression. */
    private record Opened(CorpusReader reader, Input input) implements CorpusReader {
        @Override
        public boolean hasNext() {
            return reader.hasNext();
        }

        @Override
        public Example next() {
            return reader.next();
        }

        @Override
        public long bytesRead() {
            return input.bytesRead();
        }

        @Override
        public void close() throws IOException {
            try (input) {
                reader.close();
            }
        }
    }

    private record Created(CorpusWriter writer, OutputStream out, AtomicFile target) implements CorpusWriter {
        @Override
        public void write(Example example) throws IOException {
            writer.write(example);
        }

        @Override
        public void commit() throws IOException {
            writer.commit();
            if (out instanceof GZIPOutputStream gzip) {
                gzip.finish();
            }
            target.commit();
        }

        @Override
        public Map<String, Long> losses() {
            return writer.losses();
        }

        @Override
        public void close() throws IOException {
            // First the file: closing gzip writes, and what is written now is not wanted.
            try (writer) {
                target.close();
            }
        }
    }

    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
