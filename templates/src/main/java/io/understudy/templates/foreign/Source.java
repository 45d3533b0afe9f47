package io.understudy.templates.foreign;

import io.understudy.core.BadDataException;
import io.understudy.core.Label;
import io.understudy.templates.grammar.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** A file of another tool's grammar, whole, in lines. */
final class Source {

    /** Grammars are written by people; what is larger is something else. */
    static final int MOST_BYTES = 1 << 23;

    private final Path path;
    private final List<String> lines;

    private Source(Path path, List<String> lines) {
        this.path = path;
        this.lines = lines;
    }

    static Source of(Path path, String text) {
        return new Source(path, text.lines().toList());
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
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
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

    int lines() {
        return lines.size();
    }

    /** @param line 1-based */
    String line(int line) {
        return lines.get(line - 1);
    }

    /** @param index in UTF-16 units from the start of the line */
    Position position(int line, int index) {
        return new Position(path.toString(), line, index + 1);
    }

    /** @throws BadDataException if a label may not be called so */
    static Label label(String name, Position at) {
        try {
            return new Label(name.strip());
        } catch (IllegalArgumentException e) {
            throw fault(at, e.getMessage());
        }
    }

    BadDataException fault(int line, int index, String problem) {
        return fault(position(line, index), problem);
    }

    static BadDataException fault(Position at, String problem) {
        return new BadDataException(at.file(), at.line(), at.column(), problem);
    }
}
