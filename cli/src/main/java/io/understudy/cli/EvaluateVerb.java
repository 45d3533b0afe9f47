package io.understudy.cli;

import io.understudy.eval.Evaluation;
import io.understudy.eval.EvaluationOptions;
import io.understudy.eval.SourceIndex;
import io.understudy.eval.leakage.GateRules;
import io.understudy.eval.report.CiReport;
import io.understudy.eval.report.Comparison;
import io.understudy.eval.report.Comparison.Named;
import io.understudy.eval.report.FailIf;
import io.understudy.eval.report.Manifest;
import io.understudy.eval.report.Report;
import io.understudy.eval.utility.UtilityOptions;
import io.understudy.eval.view.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a corpus. */
@Command(
        name = "evaluate",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = "Measures a corpus; with the original it stands in for, also what came through of that.",
        footer = {
            "",
            "Example: understudy evaluate out/synthetic.jsonl --against support.txt --fail-if 'leakage.hard>0'",
            "         understudy evaluate a.jsonl b.jsonl --against train.jsonl --holdout test.jsonl -o compared"
        })
final class EvaluateVerb implements Callable<Integer> {

    @Parameters(
            paramLabel = "SYNTHETIC",
            arity = "1..*",
            description = "Corpus to measure; - is standard input. Several are compared side by side.")
    private List<String> synthetic = List.of();

    @Option(
            names = "--against",
            paramLabel = "ORIGINAL",
            description = "Original it was made from; may be given again.")
    private List<String> against = new ArrayList<>();

    @Option(
            names = "--holdout",
            paramLabel = "FILE",
            description = "Original lines that played no part in making it, to tell leakage from coincidence.")
    private List<String> holdout = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = Choice.Seconds.class,
            description =
                    "How long models may be trained, such as 60s or 2m (default 20s; 0s: not at all). It decides how many"
                            + " lines are sampled, from their sizes and not by a clock, so that reports stay equal.")
    private int budget = UtilityOptions.SECONDS;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Also write JUnit XML: a test for each rule and condition.")
    private Optional<Path> junit = Optional.empty();

    @Option(names = "--markdown", paramLabel = "FILE", description = "Also write a summary in Markdown.")
    private Optional<Path> markdown = Optional.empty();

    @Mixin
    private final ExtraOptions extra = new ExtraOptions();

    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final ReadOptions reading = new ReadOptions();

    @Mixin
    private final ThreadOptions threads = new ThreadOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final StandardOutput standardOutput;

    EvaluateVerb(Terminal terminal, StandardOutput standardOutput) {
        this.terminal = terminal;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<FailIf> conditions = job.conditions(!against.isEmpty());
        List<String> all = new ArrayList<>(synthetic);
        all.addAll(against);
        all.addAll(holdout);
        Inputs.checkStandardInput(all);
        if (!holdout.isEmpty() && against.isEmpty()) {
            throw new IllegalArgumentException(
                    "--holdout needs --against: it tells leakage of the original from chance");
        }
        if (job.out.isPresent()) {
            JobFolder.check(job.out.get(), job.overwrite);
        }
        checkFile("--junit", junit);
        checkFile("--markdown", markdown);
        EvaluationOptions options = options();
        Narrator narrator = new Narrator(terminal, common.quiet);
        List<InputFile> files = new ArrayList<>();
        Optional<SourceIndex> original = index(against, narrator, files);
        Optional<SourceIndex> control = index(holdout, narrator, files);
        List<Named> corpora = new ArrayList<>();
        for (int i = 0; i < synthetic.size(); i++) {
            Evaluation evaluation = Evaluation.of(options, original, control);
            files.addAll(
                    i,
                    new Inputs(List.of(synthetic.get(i)), reading, terminal, narrator, threads.count())
                            .batches("measuring", Inputs.Recognition.NEVER, evaluation::readAll, evaluation::add));
            corpora.add(new Named(name(i, files.get(i), corpora), report(evaluation, narrator)));
        }
        write(corpora, files, original.map(SourceIndex::records).orElse(0L), narrator);
        CiReport ci = new CiReport(corpora, conditions);
        if (junit.isPresent()) {
            Files.writeString(junit.get(), ci.junit());
        }
        if (markdown.isPresent()) {
            Files.writeString(markdown.get(), ci.markdown());
        }
        return JobReport.gate(narrator, conditions, corpora);
    }

    private EvaluationOptions options() throws IOException {
        GateRules rules = new GateRules(job.minSources(), false, false);
        return new EvaluationOptions(rules, job.seed, job.showText, extra.extras());
    }

    private Report report(Evaluation evaluation, Narrator narrator) {
        try (Progress progress = new Progress(narrator, "training models", OptionalLong.empty())) {
            progress.share(0);
            return evaluation.report(new UtilityOptions(job.seed, budget), progress::share);
        }
    }

    /** The file's, with its number where an earlier one has the same. */
    private static String name(int i, InputFile file, List<Named> before) {
        return before.stream().anyMatch(each -> each.name().equals(file.name()))
                ? file.name() + " (" + (i + 1) + ")"
                : file.name();
    }

    /** A slip in a name should not cost the wait. */
    private static void checkFile(String option, Optional<Path> file) {
        Optional<Path> folder = file.map(Path::toAbsolutePath).map(Path::getParent);
        if (file.isPresent() && (Files.isDirectory(file.get()) || !Files.isDirectory(folder.orElseThrow()))) {
            throw new IllegalArgumentException(option + ": there can be no file " + file.get());
        }
    }

    private void write(List<Named> corpora, List<InputFile> files, long in, Narrator narrator) throws IOException {
        boolean single = corpora.size() == 1;
        Report first = corpora.get(0).report();
        String summary = single ? first.summary() : new Comparison(corpora).summary();
        standardOutput.write(summary.getBytes(StandardCharsets.UTF_8));
        standardOutput.flush();
        if (job.out.isEmpty()) {
            return;
        }
        try (JobFolder folder = new JobFolder(job.out.get(), job.overwrite)) {
            if (single) {
                JobReport.write(folder, first, manifest(files, in));
            } else {
                JobReport.write(folder, new Comparison(corpora), manifest(files, in));
            }
            folder.commit();
        }
        narrator.say("wrote " + job.out.get().resolve("report.html"));
    }

    private Optional<SourceIndex> index(List<String> locations, Narrator narrator, List<InputFile> files)
            throws IOException, InterruptedException {
        if (locations.isEmpty()) {
            return Optional.empty();
        }
        SourceIndex.Builder builder = SourceIndex.builder(Sample.MOST_LINES);
        files.addAll(new Inputs(locations, reading.withoutFormat(), terminal, narrator, threads.count())
                .each("reading", Inputs.Recognition.UNLABELLED, builder::add));
        return Optional.of(builder.build());
    }

    private Manifest manifest(List<InputFile> files, long in) throws IOException {
        long lines = files.subList(0, synthetic.size()).stream()
                .mapToLong(InputFile::records)
                .sum();
        Map<String, String> recipe = new LinkedHashMap<>(Map.of("verb", "evaluate"));
        reading.record(recipe);
        job.record(recipe);
        extra.record(recipe);
        recipe.put("budget", budget + "s");
        return new Manifest(
                JobReport.inputs(files),
                recipe,
                job.seed,
                JobReport.versions(),
                JobReport.models(files),
                new Manifest.Counts(in, lines, lines, lines),
                new TreeMap<>(),
                Choice.name(reading.offsets.orElse(io.understudy.core.format.OffsetUnit.CODEPOINT)));
    }
}
