package io.understudy.cli;

import io.understudy.core.Example;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.OffsetUnit;
import io.understudy.eval.report.Manifest;
import io.understudy.eval.split.Overlap;
import io.understudy.eval.split.Parts;
import io.understudy.eval.split.SplitBy;
import io.understudy.eval.split.SplitReport;
import io.understudy.eval.split.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Splits a corpus into parts that share nothing of one kind, or tells what two parts share. */
@Command(
        name = "split",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Splits a corpus into training and test lines, or folds, that share no template, value, entity, document or"
                    + " near duplicate.",
            "With --check, tells what a test set shares with its training lines instead."
        },
        footer = {
            "",
            "Example: understudy split corpus.jsonl --by template --test 0.2 -o parts",
            "         understudy split --check train.jsonl test.jsonl"
        })
final class SplitVerb implements Callable<Integer> {

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "Files to read; with --check, the training lines and then the test lines.")
    private List<String> inputs = List.of();

    @Option(
            names = "--by",
            paramLabel = "KIND",
            converter = Choice.Split.class,
            description =
                    "What parts must not share: template (default), value, entity, document, near-duplicate; or random.")
    private SplitBy by = SplitBy.TEMPLATE;

    @Option(
            names = "--test",
            paramLabel = "SHARE",
            converter = Choice.Share.class,
            description = "Share of lines to test on, between 0 and 1 (default 0.2).")
    private Optional<Double> test = Optional.empty();

    @Option(
            names = "--folds",
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "Write N parts of equal size instead, at least 2.")
    private Optional<Long> folds = Optional.empty();

    @Option(names = "--check", description = "Write nothing; tell what the second file shares with the first.")
    private boolean check;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder to write; made if it is not there.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--overwrite", description = "Replace the files of an earlier job in DIR.")
    private boolean overwrite;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            converter = Choice.Format.class,
            description = "Format of the parts (default: as the first input's name says, else jsonl).")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Choice.Whole.class,
            description = "The only chance (default 1).")
    private long seed = 1;

    @Mixin
    private final ReadOptions reading = new ReadOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final StandardOutput standardOutput;

    /** What came on standard input. */
    private Optional<Path> kept = Optional.empty();

    SplitVerb(Terminal terminal, StandardOutput standardOutput) {
        this.terminal = terminal;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Narrator narrator = new Narrator(terminal, common.quiet);
        if (check) {
            return check(narrator);
        }
        if (test.isPresent() && folds.isPresent()) {
            throw new IllegalArgumentException("--test and --folds exclude each other; give one of them");
        }
        if (folds.filter(count -> count < 2 || count > 1000).isPresent()) {
            throw new IllegalArgumentException("--folds is " + folds.get() + "; expected 2 to 1000");
        }
        Path place = out.orElseThrow(
                () -> new IllegalArgumentException("split lacks -o DIR, where to write; or give --check"));
        JobFolder.check(place, overwrite);
        Inputs.checkStandardInput(inputs);
        if (inputs.contains("-")) {
            keepStandardInput();
        }
        try {
            split(narrator, place);
        } finally {
            if (kept.isPresent()) {
                Files.delete(kept.get());
            }
        }
        return 0;
    }

    /** The input is read three times. Only this user may read the file, and it is gone when the parts are written. */
    private void keepStandardInput() throws IOException {
        Path file = Files.createTempFile("understudy-split-", "");
        file.toFile().deleteOnExit();
        kept = Optional.of(file);
        try (OutputStream copy = Files.newOutputStream(file)) {
            terminal.in().transferTo(copy);
        }
    }

    private int check(Narrator narrator) throws IOException, InterruptedException {
        if (inputs.size() != 2) {
            throw new IllegalArgumentException(
                    "--check takes two files, training lines and test lines; found " + inputs.size());
        }
        Overlap overlap = new Overlap();
        read(List.of(inputs.get(0)), narrator, overlap::train);
        read(List.of(inputs.get(1)), narrator, overlap::test);
        standardOutput.write(SplitReport.summary(overlap).getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private List<InputFile> read(List<String> files, Narrator narrator, Consumer<Example> sink)
            throws IOException, InterruptedException {
        if (kept.isEmpty()) {
            return new Inputs(files, reading, terminal, narrator, 1).each("reading", Inputs.Recognition.NEVER, sink);
        }
        try (InputStream again = Files.newInputStream(kept.get())) {
            return new Inputs(files, reading, terminal.reading(again), narrator, 1)
                    .each("reading", Inputs.Recognition.NEVER, sink);
        }
    }

    private void split(Narrator narrator, Path place) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        if (folds.isPresent()) {
            int count = folds.get().intValue();
            IntStream.rangeClosed(1, count).forEach(fold -> names.add("fold-" + fold));
            shares.addAll(Collections.nCopies(count, 1.0 / count));
        } else {
            double share = test.orElse(0.2);
            names.addAll(List.of("train", "test"));
            shares.addAll(List.of(1 - share, share));
        }
        Splitter splitter = new Splitter(by, seed);
        List<InputFile> files = read(inputs, narrator, splitter::add);
        Parts parts = splitter.split(shares);
        int empty = parts.sizes().indexOf(0);
        if (folds.isPresent() && empty >= 0) {
            throw new IllegalArgumentException(names.get(empty) + " would have no line: by " + Choice.name(by) + ", "
                    + Count.of(parts.lines(), "line") + " make " + Count.of(parts.groups(), "group")
                    + " that cannot be split; ask for fewer parts, or give another --by");
        }
        String format = to.or(() -> Corpus.formatOf(inputs.get(0)).map(each -> each.name()))
                .orElse("jsonl");
        String extension = Corpus.format(format).extensions().get(0);
        Optional<Overlap> overlap = folds.isPresent() ? Optional.empty() : Optional.of(overlap(parts, narrator));
        try (JobFolder folder = new JobFolder(place, overwrite);
                Closing outputs = new Closing()) {
            for (String name : names) {
                outputs.add(Output.to(folder, name + "." + extension, format, reading.format()));
            }
            int[] line = {0};
            read(inputs, narrator, example -> outputs.get(parts.part(line[0]++)).write(example));
            outputs.commit(narrator);
            SplitReport report = new SplitReport(by, names, parts, overlap);
            Files.writeString(folder.file("split.json"), report.json());
            Files.writeString(
                    folder.file("manifest.json"), manifest(files, parts, format).json());
            folder.commit();
            standardOutput.write(report.summary().getBytes(StandardCharsets.UTF_8));
            narrator.say("wrote " + String.join(", ", names) + " to " + place);
        }
    }

    private Overlap overlap(Parts parts, Narrator narrator) throws IOException, InterruptedException {
        Overlap overlap = new Overlap();
        for (int part = 0; part < 2; part++) {
            int wanted = part;
            int[] line = {0};
            read(inputs, narrator, example -> {
                if (parts.part(line[0]++) == wanted) {
                    if (wanted == 0) {
                        overlap.train(example);
                    } else {
                        overlap.test(example);
                    }
                }
            });
        }
        return overlap;
    }

    private Manifest manifest(List<InputFile> files, Parts parts, String format) {
        Map<String, String> recipe = new LinkedHashMap<>(Map.of("verb", "split"));
        recipe.put("by", Choice.name(by));
        folds.ifPresentOrElse(
                count -> recipe.put("folds", Long.toString(count)),
                () -> recipe.put("test", Double.toString(test.orElse(0.2))));
        recipe.put("to", format);
        reading.record(recipe);
        return new Manifest(
                JobReport.inputs(files),
                recipe,
                seed,
                JobReport.versions(),
                List.of(),
                new Manifest.Counts(parts.lines(), parts.lines(), parts.lines(), parts.lines()),
                new TreeMap<>(),
                Choice.name(reading.offsets.orElse(OffsetUnit.CODEPOINT)));
    }

    /** Corpora that are written side by side and closed together. */
    private static final class Closing implements AutoCloseable {
        private final List<Output> outputs = new ArrayList<>();

        void add(Output output) {
            outputs.add(output);
        }

        Output get(int part) {
            return outputs.get(part);
        }

        void commit(Narrator narrator) throws IOException {
            for (Output output : outputs) {
                output.commit(narrator);
            }
        }

        @Override
        public void close() throws IOException {
            for (Output output : outputs) {
                output.close();
            }
        }
    }
}
