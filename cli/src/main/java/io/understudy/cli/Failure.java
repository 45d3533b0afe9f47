package io.understudy.cli;

import io.understudy.cli.StandardOutput.ClosedPipeException;
import io.understudy.core.BadDataException;
import io.understudy.generator.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * What an exception means to whoever called.
 *
 * @param code exit code
 * @param sentence what to say; empty: nothing
 */
record Failure(int code, String sentence) {

    static final int FAILED = 1;
    static final int CALLER = 2;
    static final int GATE = 3;
    static final int INTERRUPTED = 130;

    /** As a program ends that the signal SIGPIPE killed: nobody reads our output any more, which is no fault. */
    static final int CLOSED_PIPE = 141;

    static Failure of(Throwable thrown) {
        if (thrown instanceof UncheckedIOException unchecked) {
            return of(unchecked.getCause());
        }
        if (thrown instanceof ClosedPipeException) {
            return new Failure(CLOSED_PIPE, "");
        }
        if (thrown instanceof IOException io) {
            return new Failure(FAILED, sentence(io));
        }
        if (thrown instanceof BadDataException || thrown instanceof IllegalArgumentException) {
            return new Failure(CALLER, thrown.getMessage());
        }
        if (thrown instanceof ModelException) {
            return new Failure(FAILED, thrown.getMessage());
        }
        if (thrown instanceof InterruptedException) {
            return new Failure(INTERRUPTED, "interrupted; nothing was written");
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Failure(FAILED, "out of memory; give more with JAVA_OPTS=-Xmx4g");
        }
        // Its message may hold text of the input, so it is shown only on demand.
        return new Failure(
                FAILED,
                "failed for a reason that is ours (" + thrown.getClass().getSimpleName()
                        + "); run it again with --verbose and report what it says");
    }

    /** The same failure, with the file in its sentence. */
    static IOException named(String file, IOException e) {
        String sentence = sentence(e);
        return sentence.startsWith(file) ? e : new IOException(file + ": " + sentence, e);
    }

    private static String sentence(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or folder";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
