package io.understudy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a corpus in another format. */
@Command(
        name = "convert",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = "Converts a corpus from one format to another, and says what the new one cannot carry.",
        footer = {"", "Example: understudy convert corpus.jsonl corpus.conll"})
final class ConvertVerb implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "INPUT", description = "File or folder to read; - is standard input.")
    private String input = "-";

    @Parameters(index = "1", paramLabel = "OUTPUT", description = "File or folder to write; - is standard output.")
    private String output = "-";

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            converter = Choice.Format.class,
            description = "Format to write; else told by OUTPUT's extension.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--strict", description = "Write nothing if the new format cannot carry all (exit code 2).")
    private boolean strict;

    @Mixin
    private final ReadOptions reading = new ReadOptions();

    @Mixin
    private final ThreadOptions threads = new ThreadOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final StandardOutput standardOutput;

    ConvertVerb(Terminal terminal, StandardOutput standardOutput) {
        this.terminal = terminal;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Narrator narrator = new Narrator(terminal, common.quiet);
        Inputs source = new Inputs(List.of(input), reading, terminal, narrator, threads.count());
        try (Output written = output()) {
            source.each("converting", Inputs.Recognition.NEVER, written::write);
            written.write(source.data());
            if (strict) {
                source.refuseLosses();
                written.refuseLosses();
            }
            written.commit(narrator);
        }
        return 0;
    }

    private Output output() throws IOException {
        if (!output.equals("-")) {
            return Output.to(Path.of(output), to, reading.format());
        }
        String format = to.orElseThrow(() ->
                new IllegalArgumentException("standard output has no extension to tell its format by; give --to"));
        return strict
                ? Output.later(standardOutput, format, reading.format())
                : Output.to(standardOutput, format, reading.format());
    }
}
