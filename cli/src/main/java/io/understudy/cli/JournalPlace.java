package io.understudy.cli;

import io.understudy.generator.journal.Journal;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The journal of a job in its folder: hidden, there as long as the job is not done. A job that ends with nothing
 * answered leaves none.
 */
final class JournalPlace implements AutoCloseable {

    private static final String NAME = ".understudy-journal.jsonl";
    private static final String DRAFTS = "\\.understudy-[0-9]+";

    private final Path file;
    private final boolean madeFolder;
    private boolean keep = true;

    private JournalPlace(Path file, boolean madeFolder) {
        this.file = file;
        this.madeFolder = madeFolder;
    }

    /**
     * As {@link #open} checks, without making anything.
     *
     * @throws IllegalArgumentException if there is an interrupted run and nobody said what to do with it
     */
    static void check(Path place, boolean resume, boolean overwrite) throws IOException {
        if (resume && overwrite) {
            throw new IllegalArgumentException(
                    "--resume goes on with a run, --overwrite begins anew; give one of them");
        }
        boolean interrupted = Files.exists(place.resolve(NAME));
        if (interrupted && !resume && !overwrite) {
            throw new IllegalArgumentException(
                    place + ": holds an interrupted run; --resume goes on with it, --overwrite begins anew");
        }
        if (resume && !interrupted && Files.exists(place.resolve("manifest.json"))) {
            throw new IllegalArgumentException(place + ": the run in it is done; there is nothing to resume");
        }
        if (!interrupted) {
            JobFolder.check(place, overwrite);
        }
    }

    static JournalPlace open(Path place, boolean resume, boolean overwrite) throws IOException {
        check(place, resume, overwrite);
        boolean made = !Files.exists(place);
        Files.createDirectories(place);
        if (overwrite) {
            Files.deleteIfExists(place.resolve(NAME));
        }
        return new JournalPlace(place.resolve(NAME), made);
    }

    Path file() {
        return file;
    }

    /** This process has the journal for itself: drafts that a killed one left are nobody's. */
    void began(Journal journal) throws IOException {
        keep = journal.answeredBefore() > 0;
        try (Stream<Path> entries = Files.list(file.toAbsolutePath().getParent())) {
            List<Path> drafts = entries.filter(
                            path -> path.getFileName().toString().matches(DRAFTS))
                    .toList();
            for (Path draft : drafts) {
                JobFolder.delete(draft);
            }
        }
    }

    /**
     * The job's files are in their place.
     *
     * @param whole whether nothing is left to ask
     */
    void finished(boolean whole) throws IOException {
        keep = !whole;
        if (whole) {
            Files.deleteIfExists(file);
        }
    }

    static String hint(Path place) {
        return Files.exists(place.resolve(NAME)) ? "; what was answered is kept, --resume goes on" : "";
    }

    /** A journal in which nothing was answered is of no use. */
    @Override
    public void close() throws IOException {
        if (!keep && Files.exists(file) && Journal.isEmpty(file)) {
            Files.delete(file);
        }
        if (madeFolder && !Files.exists(file)) {
            try {
                Files.deleteIfExists(file.toAbsolutePath().getParent());
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }
}
