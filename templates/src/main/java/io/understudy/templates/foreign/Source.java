package io.understudy.templates.foreign;

import io.understudy.core.BadDataException;
import io.understudy.core.Label;
import io.understudy.core.text.Nearest;
import io.understudy.templates.grammar.Finding;
import io.understudy.templates.grammar.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A file of another tool's grammar, whole, in lines. */
final class Source {

    /** Grammars are written by people; what is larger is something else. */
    static final int MOST_BYTES = 1 << 23;

    private static final int MANY_NAMES = 30;
    private static final int LONG_NAME = 100;

    private final Path path;
    private final Optional<Position> within;
    private final String text;
    private final List<String> lines;

    private Source(Path path, Optional<Position> within, String text) {
        this.path = path;
        this.within = within;
        this.text = text;
        this.lines = text.lines().toList();
    }

    static Source of(Path path, String text) {
        return new Source(path, Optional.empty(), text);
    }

    /** A part of a file that is read by itself; all of it stands where the part does. */
    static Source within(Position at, String text) {
        return new Source(Path.of(at.file()), Optional.of(at), text);
    }

    /** @throws BadDataException if it is not UTF-8 or too large */
    static Source read(Path path) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new BadDataException(path.toString(), 0, "is larger than 8 MB; expected a grammar");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return of(path, text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new BadDataException(path.toString(), 0, "is not UTF-8");
        }
    }

    /**
     * The file that this one names.
     *
     * @param relative to the folder of this one
     * @throws BadDataException if there is none
     */
    Source named(String relative, Position at) throws IOException {
        try {
            Path other = path.resolveSibling(relative).normalize();
            if (!Files.isRegularFile(other)) {
                throw fault(at, "no file '" + other + "'; expected one beside this one");
            }
            return read(other);
        } catch (InvalidPathException e) {
            throw fault(at, "'" + relative + "' is no name of a file");
        }
    }

    Path path() {
        return path;
    }

    String text() {
        return text;
    }

    int lines() {
        return lines.size();
    }

    /** @param line 1-based; empty beyond the end */
    String line(int line) {
        return line > lines.size() ? "" : lines.get(line - 1);
    }

    /** @param index in UTF-16 units from the start of the line */
    Position position(int line, int index) {
        return within.orElseGet(() -> new Position(path.toString(), line, index + 1));
    }

    /** @throws BadDataException if a label may not be called so */
    static Label label(String name, Position at) {
        try {
            return new Label(name.strip());
        } catch (IllegalArgumentException e) {
            throw fault(at, e.getMessage());
        }
    }

    /** What a name nearly is, and which there are; some of them where there are many. */
    static String unknown(String what, String typed, Collection<String> known) {
        List<String> some = known.stream()
                .filter(name -> name.length() <= LONG_NAME)
                .limit(MANY_NAMES)
                .toList();
        String shown = typed.length() <= LONG_NAME ? typed : typed.substring(0, LONG_NAME) + "...";
        String sentence = Nearest.unknown(what, shown, some);
        return some.size() < known.size() ? sentence + ", ..." : sentence;
    }

    BadDataException fault(int line, int index, String problem) {
        return fault(position(line, index), problem);
    }

    static BadDataException fault(Position at, String problem) {
        return Finding.error(at, problem).thrown();
    }
}
