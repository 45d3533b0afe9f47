package io.understudy.core.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of real corpora and models beside the project, which only some machines have. */
public final class SharedData {

    private SharedData() {}

    /** A file or folder in it; the test that asks is skipped, with the reason, where it is missing. */
    public static Path path(String relative) {
        String folder = System.getProperty("understudy.shared", "");
        Path path = Path.of(folder).resolve(relative);
        Assumptions.assumeTrue(
                !folder.isEmpty() && Files.exists(path),
                () -> "no '" + relative + "' in the folder that -Dunderstudy.shared names");
        return path;
    }

    /** Whether there is the folder at all. */
    public static boolean isPresent() {
        String folder = System.getProperty("understudy.shared", "");
        return !folder.isEmpty() && Files.isDirectory(Path.of(folder));
    }
}
