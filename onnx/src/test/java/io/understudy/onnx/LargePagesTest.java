package io.understudy.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Memory in large pages, as Linux counts it. */
class LargePagesTest {

    private static final long SIZE = 64L << 20;

    @BeforeEach
    void onlyWhereLinuxGivesThem() throws IOException {
        Path enabled = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        assumeTrue(Files.isReadable(enabled), "this system has no large pages");
        assumeTrue(Files.readString(enabled).contains("[madvise]"), "large pages are given to all or to none");
        // At once since Linux 6.1; before, at some time.
        String[] version = System.getProperty("os.version").split("[.-]", -1);
        assumeTrue(
                Integer.parseInt(version[0]) * 100 + Integer.parseInt(version[1]) >= 601,
                "Linux is too old to give them at once");
    }

    private static long inLargePages() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/smaps_rollup")).stream()
                .filter(line -> line.startsWith("AnonHugePages:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                .sum();
    }

    private static Memory written() {
        Memory memory = new Memory(SIZE);
        memory.setMemory(0, SIZE, (byte) 1);
        return memory;
    }

    @Test
    void whatHasComeSinceLiesInThem() throws IOException {
        LargePages pages = LargePages.watch();
        long before = inLargePages();
        try (Memory memory = written()) {
            pages.use();
            // Less what does not fill a page, and what else this process freed meanwhile.
            assertThat(inLargePages() - before).isGreaterThan(SIZE * 3 / 4);
            assertThat(memory.getByte(SIZE - 1)).isEqualTo((byte) 1);
        }
    }

    @Test
    void whatWasThereBeforeIsLeft() throws IOException {
        try (Memory memory = written()) {
            long before = inLargePages();
            LargePages.watch().use();
            assertThat(inLargePages() - before).isLessThan(SIZE / 4);
            assertThat(memory.getByte(SIZE - 1)).isEqualTo((byte) 1);
        }
    }
}
