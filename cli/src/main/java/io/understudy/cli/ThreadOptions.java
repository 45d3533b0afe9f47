package io.understudy.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** How many threads work; never changes a byte of the output. */
final class ThreadOptions {

    private static final long MOST = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "Threads that work (default: one per core); never changes a byte of the output.")
    private Optional<Long> threads = Optional.empty();

    int count() {
        return (int) Math.min(MOST, threads.orElse((long) Runtime.getRuntime().availableProcessors()));
    }
}
