package io.understudy.core.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears, whole, on {@link #commit}: it is written beside its place and then moved. Closing without commit
 * leaves what was there before. Devices and pipes, which cannot be replaced, are written directly.
 */
final class AtomicFile extends OutputStream {

    private final OutputStream out;
    private final Path part;
    private final Path target;
    /** A process that is stopped, as with Ctrl-C, closes nothing. */
    private final Thread onExit = new Thread(this::discard, "understudy-discard");

    private boolean done;

    /** @throws IllegalArgumentException if there can be no file at this place; one sentence says why */
    AtomicFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + ": is a folder; expected the name of a file to write");
        }
        target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(file + ": its folder does not exist; make it first");
        }
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                part = target;
                out = Files.newOutputStream(target);
            } else {
                part = beside(folder, target.getFileName().toString());
                Runtime.getRuntime().addShutdownHook(onExit);
                out = Files.newOutputStream(part, StandardOpenOption.WRITE);
            }
        } catch (AccessDeniedException e) {
            throw new IllegalArgumentException(file + ": no permission to write here", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        // Closing gzip writes its last bytes, also where the file was given up before.
        if (!done) {
            out.write(bytes, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        if (!done) {
            out.flush();
        }
    }

    void commit() throws IOException {
        out.close();
        if (!part.equals(target)) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        done = true;
        forget();
    }

    @Override
    public void close() throws IOException {
        if (done) {
            return;
        }
        done = true;
        forget();
        try {
            out.close();
        } finally {
            if (!part.equals(target)) {
                Files.deleteIfExists(part);
            }
        }
    }

    private void discard() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // A hidden file is left; the process ends for a reason that matters more.
            return;
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The process is being stopped, and the hook does its work now.
            return;
        }
    }

    /** A new, empty, hidden file; made like any other, so that it gets the permissions that files here get. */
    private static Path beside(Path folder, String name) throws IOException {
        for (int i = 0; ; i++) {
            try {
                return Files.createFile(folder.resolve("." + name + (i == 0 ? "" : "." + i) + ".part"));
            } catch (FileAlreadyExistsException e) {
                // Left over, or another run is at it: take the next name.
                if (i == 1000) {
                    throw e;
                }
            }
        }
    }
}
