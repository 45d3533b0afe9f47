package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.OffsetUnit;
import io.understudy.eval.Evaluation;
import io.understudy.eval.EvaluationOptions;
import io.understudy.eval.SourceIndex;
import io.understudy.eval.leakage.GateRules;
import io.understudy.eval.report.FailIf;
import io.understudy.eval.report.Manifest;
import io.understudy.eval.report.Report;
import io.understudy.generator.Outcome;
import io.understudy.generator.Plan;
import io.understudy.generator.TemplateGenerator;
import io.understudy.generator.onnx.OnnxModel;
import io.understudy.templates.MinedTemplates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job: new labelled lines from text or a labelled corpus, and what they are worth. */
@Command(
        name = "generate",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Writes new labelled lines that stand in for text or a labelled corpus, or that a grammar describes;"
                    + " then evaluates them.",
            "Mentions are found first in inputs that have none.",
            "With --model PROVIDER:NAME or a folder with a decoder, a language model writes the sentences: it is told"
                    + " the words around the names, with gaps for the names that were found. Names that were missed are"
                    + " told."
        },
        footer = {
            "",
            "Example: understudy generate examples/support.txt -n 1000 -o out",
            "         understudy generate examples/grammars/travel.grammar -n 1000 --test 0.2 -o out",
            "         understudy generate examples/support.txt --model openai:gpt-5-mini -n 50 --max-cost 1 -o out"
        })
final class GenerateVerb implements Callable<Integer> {

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Files to read; - is standard input.")
    private List<String> inputs = List.of();

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "How many lines (default: as many as the inputs have).")
    private Optional<Long> count = Optional.empty();

    @Option(names = "--private", description = "Ask --min-sources of every phrase, those with slots too.")
    private boolean everyCarrier;

    @Option(names = "--allow-verbatim", description = "Let lines pass that equal a line of the original.")
    private boolean allowVerbatim;

    @Option(
            names = "--canaries",
            paramLabel = "N",
            converter = Choice.Positive.class,
            description =
                    "Plant N secrets in a copy of the inputs, generate from that too, and measure what comes through.")
    private Optional<Long> canaries = Optional.empty();

    @Mixin
    private final SurrogateOptions surrogates = new SurrogateOptions();

    @Mixin
    private final WriteOptions writing = new WriteOptions();

    @Mixin
    private final GrammarOptions grammar = new GrammarOptions();

    @Mixin
    private final LinesOptions output = new LinesOptions();

    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final ReadOptions reading = new ReadOptions();

    @Mixin
    private final RecognizeOptions recognizing = new RecognizeOptions();

    @Mixin
    private final ThreadOptions threads = new ThreadOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final StandardOutput standardOutput;

    GenerateVerb(Terminal terminal, StandardOutput standardOutput) {
        this.terminal = terminal;
        this.standardOutput = standardOutput;
    }

    /**
     * What was read, in the ways in which it is needed.
     *
     * @param said the surfaces, where a model on this machine is to be kept from saying them
     */
    private record Source(
            List<InputFile> files,
            SourceIndex index,
            MinedTemplates templates,
            Gate gate,
            Optional<CanaryAudit> audit,
            Set<String> said) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        GateRules rules = new GateRules(job.minSources(), allowVerbatim, everyCarrier);
        boolean isGrammar = inputs.stream().anyMatch(input -> Grammars.isGrammar(input, reading.from));
        List<FailIf> conditions =
                job.conditions(!isGrammar || !grammar.against().isEmpty(), canaries.isPresent());
        Optional<String> writer = Writers.take(recognizing.models);
        recognizing.writes = writer.isPresent() && !Writers.isRemote(writer.get());
        checkWriter(writer, isGrammar);
        if (output.preview.isEmpty() && !writing.sendsNothing()) {
            Path out = job.place("generate");
            if (writer.isPresent()) {
                JournalPlace.check(out, writing.resume, job.overwrite);
            } else {
                JobFolder.check(out, job.overwrite);
            }
        }
        Narrator narrator = new Narrator(terminal, common.quiet);
        if (isGrammar) {
            inputs.stream()
                    .filter(Grammars::isYaml)
                    .forEach(input -> narrator.say(input
                            + ": taken as a grammar, for it says more than examples; --from FORMAT reads a corpus"));
            return fromGrammar(Grammars.only(inputs), rules, conditions, narrator);
        }
        grammar.checkUnused();
        if (!reading.labels.isEmpty()) {
            narrator.say("--labels: names of all other kinds stay in the lines as they are, and are not searched for");
        }
        surrogates.warn(narrator);
        Source source = read(narrator, rules, recognizing.writes);
        if (writer.isPresent()) {
            return fromModel(writer.get(), source, rules, conditions, narrator);
        }
        if (output.preview.isPresent()) {
            Preview shown = output.shown(terminal, standardOutput);
            told(narrator, generate(source, output.preview.get(), narrator, line -> line, shown::show));
            return 0;
        }
        Report report = write(source, rules, narrator, job.out.orElseThrow());
        return JobReport.gate(narrator, conditions, report);
    }

    /** What cannot be together, told before anything is read. */
    private void checkWriter(Optional<String> writer, boolean isGrammar) throws IOException {
        if (writer.isEmpty()) {
            writing.checkUnused();
            return;
        }
        if (isGrammar) {
            throw new IllegalArgumentException("--model " + Writers.name(writer.get())
                    + ": a grammar's sentences are its own; leave out one of them");
        }
        if (canaries.isPresent()) {
            throw new IllegalArgumentException("--canaries: not where a model writes; leave out one of them");
        }
        writing.task(1, !Writers.isRemote(writer.get()), job.seed);
        if (Writers.isRemote(writer.get())) {
            writing.settings(writer.get());
        } else {
            writing.checkLocal();
            OnnxModel.check(Path.of(writer.get()));
        }
    }

    private Integer fromModel(String writer, Source source, GateRules rules, List<FailIf> conditions, Narrator narrator)
            throws IOException, InterruptedException {
        Map<String, String> recipe = new LinkedHashMap<>(Map.of("verb", "generate"));
        recipe.put("private", Boolean.toString(everyCarrier));
        recipe.put("allow_verbatim", Boolean.toString(allowVerbatim));
        ModelJob lines = new ModelJob(
                writer,
                count,
                output.to,
                writing,
                job,
                reading,
                recognizing,
                surrogates,
                rules,
                recipe,
                threads.count(),
                narrator);
        ModelSource known = ModelSource.of(
                source.files(),
                source.index(),
                source.templates(),
                source.said(),
                rules,
                Writers.isRemote(writer),
                writing.ourWords(),
                writing.theirWords());
        if (writing.dryRun) {
            lines.dryRun(known, standardOutput);
            return 0;
        }
        if (writing.estimate) {
            lines.estimate(known, standardOutput);
            return 0;
        }
        if (output.preview.isPresent()) {
            lines.preview(known, output.preview.get(), output.shown(terminal, standardOutput));
            return 0;
        }
        return JobReport.gate(narrator, conditions, lines.write(known, job.out.orElseThrow()));
    }

    private Integer fromGrammar(String file, GateRules rules, List<FailIf> conditions, Narrator narrator)
            throws IOException, InterruptedException {
        GrammarJob lines = new GrammarJob(
                file, count, output.to, grammar, job, reading, threads.count(), rules, terminal, narrator);
        if (output.preview.isPresent()) {
            lines.preview(output.preview.get(), output.shown(terminal, standardOutput));
            return 0;
        }
        return JobReport.gate(narrator, conditions, lines.write(job.out.orElseThrow()));
    }

    private Source read(Narrator narrator, GateRules rules, boolean isSaid) throws IOException, InterruptedException {
        Set<String> said = new HashSet<>();
        SourceIndex.Builder index = SourceIndex.builder();
        MinedTemplates.Builder templates = MinedTemplates.builder();
        Optional<CanaryAudit> audit = output.preview.isPresent()
                ? Optional.empty()
                : canaries.map(number -> new CanaryAudit((int) Math.min(Integer.MAX_VALUE, number), job.seed));
        List<InputFile> files = new Inputs(inputs, reading, recognizing, terminal, narrator, threads.count())
                .each("reading", Inputs.Recognition.UNLABELLED, example -> {
                    index.add(example);
                    templates.add(example);
                    audit.ifPresent(copy -> copy.add(example));
                    if (isSaid) {
                        AnnotatedText text = example.annotated();
                        text.mentions().forEach(mention -> said.add(text.surface(mention)));
                    }
                });
        SourceIndex built = index.build();
        Gate gate = built.gate(rules);
        return new Source(
                files,
                built,
                templates.build(new MinedTemplates.Rules(job.minSources(), everyCarrier, allowVerbatim, gate)),
                gate,
                audit,
                said);
    }

    /**
     * Lines are measured as they go to the writer, not read back: that a file says what it was given is what the tests
     * of each format hold, and {@code evaluate} measures what stands in a file.
     */
    private Report write(Source source, GateRules rules, Narrator narrator, Path place)
            throws IOException, InterruptedException {
        CorpusFormat format = Corpus.format(output.to);
        long wanted = count.orElse(Math.max(1, source.index().records()));
        String file = "synthetic." + format.extensions().get(0);
        Evaluation evaluation =
                Evaluation.of(new EvaluationOptions(rules, job.seed, job.showText), Optional.of(source.index()));
        try (JobFolder folder = new JobFolder(place, job.overwrite);
                Output lines = Output.to(folder, file, output.to, reading.format())) {
            Outcome outcome = generate(source, wanted, narrator, evaluation::read, reading -> {
                evaluation.add(reading);
                lines.write(reading.line());
            });
            lines.commit(narrator);
            if (source.audit().isPresent()) {
                narrator.say("generating from a copy with canaries");
                evaluation.add(source.audit().get().run(rules, wanted, job.seed, threads.count()));
            }
            Manifest manifest = manifest(source, outcome);
            manifest.names().forEach(name -> evaluation.addBeside("manifest.json", name));
            Report report = evaluation.report();
            JobReport.write(folder, report, manifest);
            folder.commit();
            told(narrator, outcome);
            narrator.say("wrote " + Count.of(outcome.produced(), "line") + " to " + place.resolve(file) + "; read "
                    + place.resolve("report.html"));
            return report;
        }
    }

    private <T> Outcome generate(
            Source source, long wanted, Narrator narrator, Function<Example, T> study, Consumer<T> sink)
            throws InterruptedException {
        TemplateGenerator generator = new TemplateGenerator(source.templates(), surrogates.standard(), source.gate());
        long[] done = {0};
        try (Progress progress = new Progress(narrator, "generating", OptionalLong.of(wanted))) {
            return generator.generate(new Plan(wanted, job.seed, threads.count()), study, line -> {
                sink.accept(line);
                progress.lines(++done[0]);
            });
        }
    }

    static void told(Narrator narrator, Outcome outcome) {
        if (outcome.exhausted()) {
            narrator.say("asked for " + Count.of(outcome.requested(), "line") + ", there "
                    + (outcome.produced() == 1 ? "is" : "are") + " only "
                    + Count.of(outcome.produced(), "distinct one") + " that may pass");
        }
    }

    private Manifest manifest(Source source, Outcome outcome) throws IOException {
        Map<String, String> recipe = new LinkedHashMap<>(Map.of("verb", "generate"));
        recipe.put("generator", TemplateGenerator.NAME);
        count.ifPresent(number -> recipe.put("count", Long.toString(number)));
        recipe.put("to", output.to);
        reading.record(recipe);
        recognizing.record(recipe);
        job.record(recipe);
        surrogates.record(recipe);
        recipe.put("private", Boolean.toString(everyCarrier));
        recipe.put("allow_verbatim", Boolean.toString(allowVerbatim));
        canaries.ifPresent(number -> recipe.put("canaries", Long.toString(number)));
        SortedMap<String, Long> dropped = new TreeMap<>(outcome.dropped());
        source.templates()
                .refused()
                .forEach((reason, refused) -> dropped.put("carriers." + reason, refused.carriers()));
        return new Manifest(
                JobReport.inputs(source.files()),
                recipe,
                job.seed,
                JobReport.versions(),
                JobReport.models(source.files(), recognizing),
                new Manifest.Counts(
                        source.index().records(), outcome.produced(), outcome.requested(), outcome.candidates()),
                dropped,
                Choice.name(reading.offsets.orElse(OffsetUnit.CODEPOINT)));
    }
}
