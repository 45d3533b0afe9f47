package io.understudy.cli;

import io.understudy.core.Example;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** A corpus that is being written: failures say which, and what it could not carry is told at its end. */
final class Output implements Closeable {

    private final String name;
    private final CorpusWriter writer;

    private Output(String name, CorpusWriter writer) {
        this.name = name;
        this.writer = writer;
    }

    /** @throws IllegalArgumentException if there can be no such file, or its format cannot be told */
    static Output to(Path file, Optional<String> format, FormatOptions options) throws IOException {
        try {
            return new Output(file.toString(), Corpus.create(file, format, options));
        } catch (IOException e) {
            throw named(file.toString(), e);
        }
    }

    static Output to(StandardOutput out, String format, FormatOptions options) throws IOException {
        return new Output("standard output", Corpus.create(out, Corpus.format(format), options));
    }

    /** @throws UncheckedIOException if it cannot be written; so that it fits where examples are handed on */
    void write(Example example) {
        try {
            writer.write(example);
        } catch (IOException e) {
            throw new UncheckedIOException(named(name, e));
        }
    }

    /** Puts the file in its place and says what is not in it. */
    void commit(Narrator narrator) throws IOException {
        try {
            writer.commit();
        } catch (IOException e) {
            throw named(name, e);
        }
        if (!writer.losses().isEmpty()) {
            narrator.say(name + " cannot carry all; lost: "
                    + writer.losses().entrySet().stream()
                            .map(loss -> loss.getKey() + " of " + Count.of(loss.getValue(), "example"))
                            .collect(Collectors.joining(", ")));
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** A failure of standard output says so already. */
    private static IOException named(String name, IOException e) {
        return name.equals("standard output") ? e : Failure.named(name, e);
    }
}
