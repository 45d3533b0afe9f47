package io.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: pipes that close, disks that are full, signals. */
@Timeout(60)
class ProcessTest {

    @TempDir
    Path folder;

    private Path corpus;
    private Process started;

    @AfterEach
    void endWhatTheTestLeft() {
        if (started != null) {
            started.destroyForcibly();
        }
    }

    @BeforeEach
    void writeTheCorpus() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs /bin/sh and signals");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append("[Ada Byrne](PERSON) flies from [Oslo](CITY) to gate ")
                    .append(i)
                    .append('\n');
        }
        corpus = Files.writeString(folder.resolve("corpus.markup"), lines);
    }

    @Test
    void aReaderWhoHasSeenEnoughEndsTheRunQuietly() throws Exception {
        Process process = start("convert", corpus.toString(), "-", "--to", "jsonl");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("{\"id\":");
        }
        assertThat(process.waitFor()).isEqualTo(141);
        assertThat(said(process)).isEmpty();
    }

    @Test
    void aFullDiskBehindStandardOutputIsTold() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs Linux's /dev/full");
        ProcessBuilder builder = builder("", "convert", corpus.toString(), "-", "--to", "jsonl");
        Process process = builder.redirectOutput(new File("/dev/full")).start();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said(process)).isEqualTo("understudy: standard output: No space left on device\n");
    }

    @Test
    void aFileThatMayNotGrowIsToldAndNotLeft() throws Exception {
        Path out = folder.resolve("out.jsonl");
        Process process = builder("ulimit -f 64; ", "convert", corpus.toString(), out.toString())
                .start();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said(process)).isEqualTo("understudy: " + out + ": File too large\n");
        assertOnlyTheCorpusIsLeft();
    }

    @Test
    void aJobWhoseDiskIsFullLeavesNothing() throws Exception {
        Path out = folder.resolve("out");
        Process process = builder("ulimit -f 64; ", "generate", corpus.toString(), "-n", "5000", "-o", out.toString())
                .start();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said(process)).endsWith("File too large\n");
        assertOnlyTheCorpusIsLeft();
    }

    @Test
    void aTinyDiskThatFillsUpLeavesNothing() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(mount.waitFor() == 0, "needs the right to mount a tmpfs");
        try {
            Path out = disk.resolve("out.jsonl");
            Run run = Run.of("convert", corpus.toString(), out.toString());
            assertThat(run.err()).isEqualTo("understudy: " + out + ": No space left on device\n");
            assertThat(run.code()).isEqualTo(1);
            Run job = Run.of(
                    "generate",
                    corpus.toString(),
                    "-n",
                    "5000",
                    "-o",
                    disk.resolve("job").toString());
            assertThat(job.err()).endsWith(": No space left on device\n");
            assertThat(job.code()).isEqualTo(1);
            assertThat(disk).isEmptyDirectory();
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    @Test
    void anInterruptedFilterLeavesNoFile() throws Exception {
        Path out = folder.resolve("out.jsonl");
        // Standard input stays open, so the run waits until it is interrupted.
        Process process = interruptible("convert", "-", out.toString(), "--from", "markup");
        process.getOutputStream().write("[Ada](PERSON)\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        await(2);
        interrupt(process);
        assertThat(process.waitFor()).isEqualTo(130);
        assertOnlyTheCorpusIsLeft();
    }

    @Test
    void anInterruptedJobLeavesNoFolder() throws Exception {
        Path out = folder.resolve("out");
        Process process = interruptible("generate", corpus.toString(), "-n", "100000000", "-o", out.toString());
        await(2);
        interrupt(process);
        assertThat(process.waitFor()).isEqualTo(130);
        assertOnlyTheCorpusIsLeft();
    }

    /** Waits until the run has begun to write: the folder holds so many entries. */
    private void await(int entries) throws Exception {
        while (true) {
            try (Stream<Path> paths = Files.list(folder)) {
                if (paths.count() >= entries) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void assertOnlyTheCorpusIsLeft() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            assertThat(paths).containsExactly(corpus);
        }
    }

    /** A build in the background ignores interrupts, and so would its children. */
    private Process interruptible(String... args) throws Exception {
        String env = "env --default-signal=INT";
        Process probe = new ProcessBuilder("/bin/sh", "-c", env + " true").start();
        assumeTrue(probe.waitFor() == 0, "needs '" + env + "'");
        started = builder("exec " + env + " \"$@\"; ", args).start();
        return started;
    }

    private static void interrupt(Process process) throws Exception {
        new ProcessBuilder("/bin/sh", "-c", "kill -INT " + process.pid())
                .start()
                .waitFor();
    }

    private static Process start(String... args) throws IOException {
        return builder("", args).start();
    }

    /** @param first what the shell does before it becomes the run */
    private static ProcessBuilder builder(String first, String... args) {
        List<String> words = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                first + "exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "io.understudy.cli.Main"));
        words.addAll(List.of(args));
        return new ProcessBuilder(words);
    }

    private static String said(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
