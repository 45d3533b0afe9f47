package io.understudy.cli;

import io.understudy.core.Example;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A corpus that is being written: failures say which, and what it could not carry is told at its end. */
final class Output implements Closeable {

    /** Of Rasa's settings alone, which every file has. */
    private static final Pattern VERSION = Pattern.compile("\\{\"version\":[^,]*}");

    private final String name;
    private final String format;
    private final CorpusWriter writer;
    private final Release release;
    private final Closeable held;
    private List<String> settings = List.of();

    /** Hands on what was held back until the commit. */
    private interface Release {
        void run() throws IOException;
    }

    private Output(String name, String format, CorpusWriter writer) {
        this(name, format, writer, () -> {}, () -> {});
    }

    private Output(String name, String format, CorpusWriter writer, Release release, Closeable held) {
        this.name = name;
        this.format = format;
        this.writer = writer;
        this.release = release;
        this.held = held;
    }

    /** @throws IllegalArgumentException if there can be no such file, or its format cannot be told */
    static Output to(Path file, Optional<String> format, FormatOptions options) throws IOException {
        try {
            CorpusWriter writer = Corpus.create(file, format, options);
            String said = format.or(() -> Corpus.formatOf(file.toString()).map(CorpusFormat::name))
                    .orElse("");
            return new Output(file.toString(), said, writer);
        } catch (IOException e) {
            throw named(file.toString(), e);
        }
    }

    /** A file of a job, which messages name as it will be called. */
    static Output to(JobFolder folder, String file, String format, FormatOptions options) throws IOException {
        String name = folder.placeOf(file).toString();
        try {
            return new Output(name, format, Corpus.create(folder.file(file), Optional.of(format), options));
        } catch (IOException e) {
            throw named(name, e);
        }
    }

    static Output to(StandardOutput out, String format, FormatOptions options) throws IOException {
        return new Output("standard output", format, Corpus.create(out, Corpus.format(format), options));
    }

    /** As {@link #to(StandardOutput, String, FormatOptions)}, but not a byte before the commit. */
    static Output later(StandardOutput out, String format, FormatOptions options) throws IOException {
        FileChannel held = FileChannel.open(
                Files.createTempFile("understudy-", ".held"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        OutputStream file = new BufferedOutputStream(Channels.newOutputStream(held), 1 << 16);
        CorpusWriter writer = Corpus.create(file, Corpus.format(format), options);
        Release release = () -> {
            file.flush();
            Channels.newInputStream(held.position(0)).transferTo(out);
            out.flush();
        };
        return new Output("standard output", format, writer, release, held);
    }

    /** @throws UncheckedIOException if it cannot be written; so that it fits where examples are handed on */
    void write(Example example) {
        try {
            writer.write(example);
        } catch (IOException e) {
            throw new UncheckedIOException(named(name, e));
        }
    }

    /** What the corpus says beside its examples; after the last of them. */
    void write(CorpusData data) throws IOException {
        settings = data.kept().entrySet().stream()
                .filter(each -> !each.getKey().equals(format)
                        && !VERSION.matcher(each.getValue()).matches())
                .map(Map.Entry::getKey)
                .toList();
        try {
            writer.write(data);
        } catch (IOException e) {
            throw named(name, e);
        }
    }

    /** @throws IllegalArgumentException if anything was lost; nothing is put in its place then */
    void refuseLosses() {
        if (!lost().isEmpty()) {
            throw new IllegalArgumentException(
                    name + " cannot carry all; lost: " + lost() + "; nothing was written, because of --strict");
        }
    }

    /** Puts the file in its place and says what is not in it. */
    void commit(Narrator narrator) throws IOException {
        try {
            writer.commit();
            release.run();
        } catch (IOException e) {
            throw named(name, e);
        }
        if (!lost().isEmpty()) {
            narrator.say(name + " cannot carry all; lost: " + lost()
                    + (settings.isEmpty() ? "" : "; a file of the same format keeps settings"));
        }
        if (!writer.renamed().isEmpty()) {
            narrator.say(name + " forbids some names; renamed: "
                    + writer.renamed().entrySet().stream()
                            .map(each -> "'" + each.getKey() + "' to '" + each.getValue() + "'")
                            .collect(Collectors.joining(", ")));
        }
        writer.notes().forEach(note -> narrator.say(name + ": " + note));
    }

    private String lost() {
        return Stream.of(
                        writer.losses().entrySet().stream()
                                .map(loss -> loss.getKey() + " of " + Count.of(loss.getValue(), "example")),
                        Stream.of(Count.each(writer.dataLosses())).filter(each -> !each.isEmpty()),
                        settings.stream().map(tool -> "the settings of " + tool))
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws IOException {
        try (held) {
            writer.close();
        }
    }

    /** A failure of standard output says so already. */
    private static IOException named(String name, IOException e) {
        return name.equals("standard output") ? e : Failure.named(name, e);
    }
}
