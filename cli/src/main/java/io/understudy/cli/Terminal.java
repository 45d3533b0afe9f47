package io.understudy.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Where a run reads and writes. The only place that meets the process's own streams.
 *
 * @param in standard input
 * @param out standard output, unbuffered
 * @param err standard error, unbuffered
 * @param screenOut whether standard output is a terminal that a person looks at
 * @param screenErr the same for standard error
 * @param colour whether a screen may be painted
 */
public record Terminal(
        InputStream in, OutputStream out, OutputStream err, boolean screenOut, boolean screenErr, boolean colour) {

    /** Pipes on all sides: nothing is a screen, nothing is painted. */
    public static Terminal piped(InputStream in, OutputStream out, OutputStream err) {
        return new Terminal(in, out, err, false, false, false);
    }

    /**
     * The process's streams. Java 17 cannot tell which of them are terminals ({@link System#console} asks for two at
     * once), so the launcher says it.
     */
    static Terminal ofProcess() {
        List<String> screens =
                List.of(System.getProperty("understudy.terminal", "").split(","));
        boolean colour =
                System.getenv().getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(
                System.in,
                // System.out swallows errors, so that a full disk or a closed pipe would go unseen.
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                screens.contains("out"),
                screens.contains("err"),
                colour);
    }

    /** With other standard input. */
    Terminal reading(InputStream other) {
        return new Terminal(other, out, err, screenOut, screenErr, colour);
    }

    Terminal withoutColour() {
        return new Terminal(in, out, err, screenOut, screenErr, false);
    }

    boolean paintsOut() {
        return screenOut && colour;
    }

    boolean paintsErr() {
        return screenErr && colour;
    }
}
