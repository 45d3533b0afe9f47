package io.understudy.templates.grammar;

import io.understudy.core.BadDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong, or may be, with a grammar.
 *
 * @param error whether nothing can be made from it as it is
 * @param message what was found, what was expected, which choices there are
 */
public record Finding(boolean error, Position at, String message) {

    private static final int WIDEST = 200;

    /** Nothing can be made before this is mended. */
    public static Finding error(Position at, String message) {
        return new Finding(true, at, message);
    }

    /** Can be lived with. */
    public static Finding warning(Position at, String message) {
        return new Finding(false, at, message);
    }

    /** {@code file:line:column: message}, then the line of the file with a caret below, where it can be shown. */
    @Override
    public String toString() {
        return at + ": " + (error ? "" : "warning: ") + message + caret().orElse("");
    }

    /** As an exception. */
    public BadDataException thrown() {
        String told = message + caret().orElse("");
        return at.line() > 0 && at.column() > 0
                ? new BadDataException(at.file(), at.line(), at.column(), told)
                : new BadDataException(at.file(), at.line(), told);
    }

    private Optional<String> caret() {
        if (at.line() < 1 || at.column() < 1) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(Path.of(at.file()), StandardCharsets.UTF_8)) {
            return lines.skip(at.line() - 1L)
                    .findFirst()
                    .filter(line -> line.length() <= WIDEST && at.column() <= line.length() + 1)
                    .map(this::marked);
        } catch (IOException | InvalidPathException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private String marked(String line) {
        String before = line.substring(0, at.column() - 1).replaceAll("[^\\t]", " ");
        String shown = line.replaceAll("[\\p{Cntrl}&&[^\\t]]", "\uFFFD");
        return "\n  " + shown + "\n  " + before + "^";
    }
}
