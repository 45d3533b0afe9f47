package io.understudy.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What is done with the lines of a job: written in a format, or shown. */
final class LinesOptions {

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            converter = Choice.Format.class,
            description = "Format of the lines (default jsonl).")
    String to = "jsonl";

    @Option(
            names = "--preview",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = Preview.DEFAULT,
            preprocessor = Preview.OnlyNumbers.class,
            converter = Choice.Positive.class,
            description = "Show the first N lines (" + Preview.DEFAULT + ") in colour, write nothing.")
    Optional<Long> preview = Optional.empty();

    /** Shows the lines that were asked for. */
    Preview shown(Terminal terminal, StandardOutput standardOutput) {
        return new Preview(preview.orElseThrow(), terminal, standardOutput);
    }
}
