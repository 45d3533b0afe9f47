package io.understudy.core.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that appears, whole, on {@link #commit}: it is written beside its place and then moved. */
final class AtomicFolder implements BundleTarget {

    private final Path place;
    private final Path draft;
    private final Thread onExit = new Thread(this::discard, "understudy-discard");
    private boolean done;

    /** @throws IllegalArgumentException if there can be no folder at this place; one sentence says why */
    AtomicFolder(Path place) throws IOException {
        this.place = place.toAbsolutePath();
        Path parent = this.place.getParent();
        if (Files.exists(place) && !isEmptyFolder(place)) {
            throw new IllegalArgumentException(place
                    + (Files.isDirectory(place)
                            ? ": folder is not empty; give the name of a new one"
                            : ": is a file, and this format is a folder; give another name, or one that ends in .zip"));
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IllegalArgumentException(place + ": its folder does not exist; make it first");
        }
        if (!Files.isWritable(parent)) {
            throw new IllegalArgumentException(place + ": no permission to write here");
        }
        draft = parent.resolve(
                "." + this.place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        Runtime.getRuntime().addShutdownHook(onExit);
        delete();
        Files.createDirectory(draft);
    }

    @Override
    public OutputStream create(String name) throws IOException {
        Path file = draft.resolve(BundleNames.checked(name));
        Files.createDirectories(file.getParent());
        return new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 14);
    }

    @Override
    public void finish() {}

    void commit() throws IOException {
        Files.deleteIfExists(place);
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        done = true;
        forget();
    }

    @Override
    public void close() throws IOException {
        if (!done) {
            done = true;
            forget();
            delete();
        }
    }

    private void delete() throws IOException {
        if (Files.exists(draft)) {
            List<Path> paths;
            try (Stream<Path> walk = Files.walk(draft)) {
                paths = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void discard() {
        try {
            delete();
        } catch (IOException | java.io.UncheckedIOException e) {
            // A hidden folder is left; the process ends for a reason that matters more.
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

    private static boolean isEmptyFolder(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.findAny().isEmpty();
        }
    }
}
