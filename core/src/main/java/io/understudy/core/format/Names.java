package io.understudy.core.format;

import java.util.Locale;

/** Names of files and what is made of them. */
public final class Names {

    /** How messages and options name standard input and output. */
    static final String STANDARD = "-";

    private Names() {}

    /** The name without its folder; what provenance calls a corpus. */
    public static String corpus(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return file.equals(STANDARD) || name.isEmpty() ? "stdin" : name;
    }

    /** An id for the example on this line of a file that has none: {@code notes-12} for {@code in/notes.txt}. */
    public static String id(String file, long line) {
        String name = withoutGzip(corpus(file));
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + '-' + line;
    }

    /** Lower case, without the dot and without {@code .gz}; empty where there is none. */
    public static String extension(String file) {
        String name = withoutGzip(corpus(file));
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    public static boolean isGzip(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private static String withoutGzip(String name) {
        return isGzip(name) ? name.substring(0, name.length() - 3) : name;
    }
}
