package io.understudy.cli;

import io.understudy.eval.Evaluation;
import io.understudy.eval.EvaluationOptions;
import io.understudy.eval.SourceIndex;
import io.understudy.eval.leakage.GateRules;
import io.understudy.eval.report.FailIf;
import io.understudy.eval.report.Manifest;
import io.understudy.eval.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        description = "Measures a corpus; with the original it stands in for, also what came through of that.",
        footer = {
            "",
            "Example: understudy evaluate out/synthetic.jsonl --against support.txt --fail-if 'leakage.hard>0'"
        })
final class EvaluateVerb implements Callable<Integer> {

    @Parameters(paramLabel = "SYNTHETIC", description = "Corpus to measure; - is standard input.")
    private String synthetic = "-";

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
        List<String> all = new ArrayList<>(List.of(synthetic));
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
        Narrator narrator = new Narrator(terminal, common.quiet);
        List<InputFile> files = new ArrayList<>();
        Optional<SourceIndex> original = index(against, narrator, files);
        Optional<SourceIndex> control = index(holdout, narrator, files);
        GateRules rules = new GateRules(job.minSources(), false, false);
        Evaluation evaluation = Evaluation.of(new EvaluationOptions(rules, job.seed, job.showText), original, control);
        List<InputFile> measured = new Inputs(List.of(synthetic), reading, terminal, narrator, threads.count())
                .each("measuring", Inputs.Recognition.NEVER, evaluation::add);
        files.addAll(0, measured);
        Report report = evaluation.report();
        standardOutput.write(report.summary().getBytes(StandardCharsets.UTF_8));
        standardOutput.flush();
        if (job.out.isPresent()) {
            try (JobFolder folder = new JobFolder(job.out.get(), job.overwrite)) {
                JobReport.write(
                        folder,
                        report,
                        manifest(files, original.map(SourceIndex::records).orElse(0L)));
                folder.commit();
            }
            narrator.say("wrote " + job.out.get().resolve("report.html"));
        }
        return JobReport.gate(narrator, conditions, report);
    }

    private Optional<SourceIndex> index(List<String> locations, Narrator narrator, List<InputFile> files)
            throws IOException, InterruptedException {
        if (locations.isEmpty()) {
            return Optional.empty();
        }
        SourceIndex.Builder builder = SourceIndex.builder();
        files.addAll(new Inputs(locations, reading.withoutFormat(), terminal, narrator, threads.count())
                .each("reading", Inputs.Recognition.UNLABELLED, builder::add));
        return Optional.of(builder.build());
    }

    private Manifest manifest(List<InputFile> files, long in) throws IOException {
        long lines = files.get(0).records();
        Map<String, String> recipe = new LinkedHashMap<>(Map.of("verb", "evaluate"));
        reading.record(recipe);
        job.record(recipe);
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
