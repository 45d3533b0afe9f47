package io.understudy.templates.grammar.text;

import io.understudy.core.BadDataException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that grammars are read from. */
final class Sources {

    private static final long LARGEST = 1L << 28;

    private Sources() {}

    /** @throws BadDataException if it is not there, too large or not UTF-8 */
    static String read(Path file, String name) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BadDataException(name, 0, "is a folder; expected a file");
        }
        if (!Files.exists(file)) {
            throw new BadDataException(name, 0, "no such file");
        }
        if (Files.size(file) > LARGEST) {
            throw new BadDataException(name, 0, "has more than 256 MB; expected a smaller file");
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadDataException(name, 0, "is not UTF-8; save it as UTF-8");
        }
    }

    /** A file that another one names. */
    static Path beside(String file, String name, Cursor cursor) {
        try {
            Path path = Path.of(file).resolveSibling(name);
            if (!Files.isRegularFile(path)) {
                throw cursor.wrong("no such file: " + name + "; it is looked for beside this one");
            }
            return path;
        } catch (InvalidPathException e) {
            throw cursor.wrong("not the name of a file");
        }
    }
}
