package io.understudy.core.format;

import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.text.Nearest;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
        return named(name).orElseThrow(() -> new IllegalArgumentException(Nearest.unknown("format", name, names())));
    }

    /** The others are not loaded for it: to look into every jar takes as long as to write many a corpus. */
    private static Optional<CorpusFormat> named(String name) {
        return loader().stream()
                .map(ServiceLoader.Provider::get)
                .filter(format -> format.name().equals(name))
                .findFirst();
    }

    private static ServiceLoader<CorpusFormat> loader() {
        return ServiceLoader.load(CorpusFormat.class, Corpus.class.getClassLoader());
    }

    /**
     * The format whose files are named like this one, {@code .gz} aside; of several, the one that is named like the
     * extension. Empty where the extension does not say.
     */
    public static Optional<CorpusFormat> formatOf(String file) {
        return Telling.byName(file, formats());
    }

    /**
     * Opens a corpus. The format is the named one, else told by the extension ({@code .gz} aside), else by the first
     * lines. A folder or zip is a corpus of several files ({@link BundleFormat}), or files of one format that are read
     * one after the other. Compressed data is known by its first bytes, whatever the name. Standard input may be empty
     * and then has no examples, as for {@code jq}; an empty file is an error, because somebody meant it to hold
     * something.
     *
     * @param location a file, or {@code -} for standard input
     * @throws io.understudy.core.BadDataException if the file is missing, empty, unreadable or of no known format
     * @throws IllegalArgumentException if there is no format of this name
     */
    public static CorpusReader open(String location, Optional<String> format, FormatOptions options)
            throws IOException {
        // Checked before anything is opened.
        Optional<CorpusFormat> named = format.map(Corpus::readable);
        if (isFolder(location)) {
            BundleSource files = new FolderSource(location);
            if (files.names().isEmpty()) {
                throw new BadDataException(location, 0, "is a folder; expected a file");
            }
            return Telling.open(files, named, options);
        }
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
        Optional<CorpusFormat> named = format.map(Corpus::readable);
        Input input = new Input(location, in);
        try {
            if (input.isEmpty() && !location.equals(Names.STANDARD)) {
                throw new BadDataException(location, 0, "is empty");
            }
            if (input.isEmpty()) {
                return new Opened(named.orElse(format("text")).read(input.stream(), location, options), input);
            }
            return new Opened(Telling.open(input, location, named, options), input);
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /** Whether there is a folder at this place. */
    public static boolean isFolder(String location) {
        try {
            return !location.equals(Names.STANDARD) && Files.isDirectory(Path.of(location));
        } catch (InvalidPathException e) {
            // Whoever opens it says so.
            return false;
        }
    }

    /**
     * Creates a file; the format is the named one, else told by the extension. Gzip where the name ends in {@code .gz}.
     * A {@link BundleFormat} is a zip where the name ends in {@code .zip}, and a new folder else.
     *
     * @throws IllegalArgumentException if the format is unknown or cannot be told, or if there can be no file at this
     *     place
     */
    public static CorpusWriter create(Path file, Optional<String> format, FormatOptions options) throws IOException {
        CorpusFormat found = format.map(Corpus::writable).orElseGet(() -> writableOf(file));
        if (found instanceof BundleFormat bundle
                && !Names.extension(file.toString()).equals("zip")) {
            AtomicFolder target = new AtomicFolder(file);
            try {
                return new Created(bundle.write(target, options), Optional.empty(), target::commit, target);
            } catch (IOException | RuntimeException e) {
                target.close();
                throw e;
            }
        }
        AtomicFile target = new AtomicFile(file);
        try {
            if (!Names.isGzip(file.toString())) {
                return new Created(found.write(target, options), Optional.empty(), target::commit, target);
            }
            GZIPOutputStream gzip = new GZIPOutputStream(target, 1 << 16);
            return new Created(found.write(gzip, options), Optional.of(gzip), target::commit, target);
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

    private static CorpusFormat readable(String name) {
        CorpusFormat found = format(name);
        if (!found.reads()) {
            throw new IllegalArgumentException("format '" + name + "' is only written, not read");
        }
        return found;
    }

    private static CorpusFormat writable(String name) {
        CorpusFormat found = format(name);
        if (!found.writes()) {
            throw new IllegalArgumentException("format '" + name + "' is only read, not written");
        }
        return found;
    }

    private static CorpusFormat writableOf(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + ": is a folder; expected the name of a file to write");
        }
        // As Telling has it: a format that is named like its extension is taken, whatever others share it.
        Optional<CorpusFormat> general = named(Names.extension(file.toString()))
                .filter(format -> format.writes()
                        && Telling.sharing(file.toString(), List.of(format)).size() == 1);
        if (general.isPresent()) {
            return general.get();
        }
        List<CorpusFormat> writable =
                formats().stream().filter(CorpusFormat::writes).toList();
        return Telling.byName(file.toString(), writable)
                .orElseThrow(() -> new IllegalArgumentException(
                        file + ": cannot tell the format from the name; say --to with one of: "
                                + Telling.choices(file.toString(), writable)));
    }

    private static List<String> names() {
        return formats().stream().map(CorpusFormat::name).toList();
    }

    /** Looked up once, when first needed. */
    private static final class Loaded {
        static final List<CorpusFormat> FORMATS = load();

        private static List<CorpusFormat> load() {
            List<CorpusFormat> formats = new ArrayList<>();
            loader().forEach(formats::add);
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
        public CorpusData data() {
            return reader.data();
        }

        @Override
        public Map<String, Long> losses() {
            return reader.losses();
        }

        @Override
        public void close() throws IOException {
            try (input) {
                reader.close();
            }
        }
    }

    /** What puts a file or folder in its place. */
    private interface Move {
        void commit() throws IOException;
    }

    private record Created(CorpusWriter writer, Optional<GZIPOutputStream> gzip, Move move, Closeable target)
            implements CorpusWriter {
        @Override
        public void write(Example example) throws IOException {
            writer.write(example);
        }

        @Override
        public void write(CorpusData data) throws IOException {
            writer.write(data);
        }

        @Override
        public void commit() throws IOException {
            writer.commit();
            if (gzip.isPresent()) {
                gzip.get().finish();
            }
            move.commit();
        }

        @Override
        public Map<String, Long> losses() {
            return writer.losses();
        }

        @Override
        public Map<String, Long> dataLosses() {
            return writer.dataLosses();
        }

        @Override
        public Map<String, String> renamed() {
            return writer.renamed();
        }

        @Override
        public List<String> notes() {
            return writer.notes();
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
