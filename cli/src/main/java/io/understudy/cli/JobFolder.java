package io.understudy.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder a job writes. Its files are written into a hidden folder inside it and move to their place together when
 * the job is done: who stops a job, or meets a full disk, finds what was there before. (Inside, not beside, because the
 * folder may be a mount of its own.)
 */
final class JobFolder implements Closeable {

    private static final Pattern OWN = Pattern.compile(
            "(synthetic|train|test|fold-[0-9]+)\\..+|(report|split|manifest)\\.json|report(-[0-9]+)?\\.html|DATA_CARD\\.md");

    private static final String MANIFEST = "manifest.json";

    private static final String DRAFT = ".understudy-";

    private final Path place;
    private final Path draft;
    private final Deque<Path> made = new ArrayDeque<>();
    private final OnExit onExit;

    /**
     * @param overwrite whether files of an earlier job may be replaced; files that no job writes are left alone
     * @throws IllegalArgumentException if the place is a file, or a folder with something in it and not to be
     *     overwritten
     */
    JobFolder(Path place, boolean overwrite) throws IOException {
        this.place = place;
        this.draft = place.resolve(DRAFT + ProcessHandle.current().pid());
        check(place, overwrite);
        // Before anything is made, so that nothing made is left.
        this.onExit = new OnExit(this::discard);
        make();
    }

    private synchronized void make() throws IOException {
        for (Path missing = place.toAbsolutePath(); missing != null && !Files.exists(missing); ) {
            made.push(missing);
            missing = missing.getParent();
        }
        Files.createDirectories(place);
        delete(draft);
        Files.createDirectory(draft);
    }

    /** As the constructor checks, without making anything: to be asked before the work begins. */
    static void check(Path place, boolean overwrite) throws IOException {
        if (place.toString().isEmpty()) {
            throw new IllegalArgumentException("--out is empty; expected the name of a folder");
        }
        if (place.toString().equals("-")) {
            throw new IllegalArgumentException("-o -: a job writes several files; expected the name of a folder");
        }
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new IllegalArgumentException(place + ": is a file; expected a folder, or a name that is free");
        }
        try (Stream<Path> entries = Files.list(place)) {
            if (!overwrite
                    && entries.anyMatch(path -> !path.getFileName().toString().startsWith(DRAFT))) {
                throw new IllegalArgumentException(
                        place + ": folder is not empty; give --overwrite to replace what it holds, or another -o");
            }
        }
    }

    /** Where to write a file of this name. */
    Path file(String name) {
        return draft.resolve(name);
    }

    /** Where it will be. */
    Path placeOf(String name) {
        return place.resolve(name);
    }

    /** Puts all files in their place; the manifest last, so that a folder with one is whole. */
    void commit() throws IOException {
        List<Path> old;
        try (Stream<Path> entries = Files.list(place)) {
            old = entries.filter(
                            path -> OWN.matcher(path.getFileName().toString()).matches())
                    .toList();
        }
        for (Path path : old) {
            delete(path);
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(draft)) {
            files = entries.sorted(Comparator.comparing((Path path) -> path.endsWith(MANIFEST))
                            .thenComparing(Path::compareTo))
                    .toList();
        }
        for (Path file : files) {
            Files.move(file, place.resolve(file.getFileName()));
        }
        made.clear();
    }

    @Override
    public void close() {
        discard();
        onExit.close();
    }

    /** Again and again: a thread that was not stopped yet may make one more file. */
    private synchronized void discard() {
        for (int tries = 0; tries < 10 && !isGone(); tries++) {
            Thread.onSpinWait();
        }
    }

    private boolean isGone() {
        try {
            delete(draft);
            while (!made.isEmpty()) {
                Files.deleteIfExists(made.getLast());
                made.removeLast();
            }
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        } catch (IOException e) {
            // A hidden folder is left; saying so would hide why the job ended.
            return true;
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
