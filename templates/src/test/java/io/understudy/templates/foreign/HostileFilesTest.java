package io.understudy.templates.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.BadDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that nobody would write: read, or refused with a sentence of ours, and quickly. */
class HostileFilesTest {

    private static final int FILES = Integer.getInteger("understudy.hostile", 5_000);

    @ParameterizedTest
    @EnumSource
    void changedAtRandom(ForeignGrammar tool) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20L + FILES / 500), () -> {
            int read = 0;
            for (int seed = 0; seed < FILES; seed++) {
                read += reads(tool, HostileFiles.of(tool, new SplittableRandom(seed)), "seed " + seed) ? 1 : 0;
            }
            // Otherwise all of them are refused by the first line and nothing is tried.
            assertThat(read).as("files that are grammars all the same").isGreaterThan(FILES / 200);
        });
    }

    @ParameterizedTest
    @EnumSource
    void deepAndLong(ForeignGrammar tool) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            List<String> files = HostileFiles.large(tool);
            for (int i = 0; i < files.size(); i++) {
                reads(tool, files.get(i), "file " + i);
            }
        });
    }

    private static boolean reads(ForeignGrammar tool, String text, String which) {
        try {
            tool.read(Source.of(Path.of("g"), text));
            return true;
        } catch (BadDataException e) {
            assertThat(e.getMessage())
                    .as(which)
                    .startsWith("g:")
                    .doesNotContain("\n")
                    .hasSizeLessThan(5000);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(tool + ", " + which + ": " + e, e);
        }
    }
}
