package io.understudy.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says on standard error what happens. Lines and a live line share the screen: the live line is wiped before a line is
 * said, and painted again by whoever owns it. Thread-safe.
 */
final class Narrator {

    private static final String WIPE = "\r\u001b[K";

    private final OutputStream err;
    private final boolean live;
    private final boolean quiet;
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private boolean painted;

    Narrator(Terminal terminal, boolean quiet) {
        this.err = terminal.err();
        this.live = terminal.screenErr();
        this.quiet = quiet;
    }

    /** Whether a line may be painted over. */
    boolean live() {
        return live;
    }

    boolean quiet() {
        return quiet;
    }

    /** Says a line, unless told to be quiet. */
    void say(String sentence) {
        if (!quiet) {
            warn(sentence);
        }
    }

    /** Says a line, unless it was said so before. */
    void once(String sentence) {
        if (said.add(sentence)) {
            say(sentence);
        }
    }

    /** Says a line even when told to be quiet: why nothing, or less, was done. */
    synchronized void warn(String sentence) {
        write((painted ? WIPE : "") + "understudy: " + sentence + System.lineSeparator());
        painted = false;
    }

    /** Paints the live line anew; empty: wipes it. */
    synchronized void paint(Optional<String> line) {
        if (live && !quiet && (painted || line.isPresent())) {
            write(WIPE + line.orElse(""));
            painted = line.isPresent();
        }
    }

    private void write(String characters) {
        try {
            err.write(characters.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // There is nowhere left to say that standard error cannot be written.
            painted = false;
        }
    }
}
