package io.understudy.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output whose failures say what failed, and stay known: print writers swallow them. Closing only flushes,
 * because the stream belongs to the process.
 */
final class StandardOutput extends OutputStream {

    /** Whoever read our output has seen enough, as {@code head} does. */
    static final class ClosedPipeException extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedPipeException(IOException cause) {
            super("standard output is closed", cause);
        }
    }

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private Optional<IOException> failure = Optional.empty();

    StandardOutput(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    /** The first failure, if any. */
    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public void write(int b) throws IOException {
        try {
            out.write(b);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void flush() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    private IOException failed(IOException e) {
        String message = String.valueOf(e.getMessage());
        IOException told = message.toLowerCase(Locale.ROOT).contains("pipe")
                ? new ClosedPipeException(e)
                : new IOException("standard output: " + message, e);
        if (failure.isEmpty()) {
            failure = Optional.of(told);
        }
        return failure.get();
    }
}
