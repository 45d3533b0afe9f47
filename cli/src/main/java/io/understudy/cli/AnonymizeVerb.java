package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.Provenance;
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
import io.understudy.eval.report.Section;
import io.understudy.generator.surrogate.Anonymizer;
import io.understudy.generator.surrogate.AnonymizerBuilder;
import io.understudy.generator.surrogate.AnonymizerOptions;
import io.understudy.generator.surrogate.Secret;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.ner.EntityRecognizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The same lines with every mention stood in for, searched again, and what they are worth. */
@Command(
        name = "anonymize",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Writes the same lines with a surrogate for every mention, searches them again, then evaluates them.",
            "Mentions are found first in inputs that have none, and linked: one person stays one person."
        },
        footer = {"", "Example: understudy anonymize notes.txt --key-file secret.key -o out"})
final class AnonymizeVerb implements Callable<Integer> {

    /** What provenance calls what it writes. */
    private static final String NAME = "surrogates";

    @Parameters(paramLabel = "INPUT", arity = "0..*", description = "Files to read; - is standard input.")
    private List<String> inputs = List.of();

    @Mixin
    private final StandInOptions standIn = new StandInOptions();

    @Mixin
    private final MappingOptions mapping = new MappingOptions();

    @Mixin
    private final SurrogateOptions surrogates = new SurrogateOptions();

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

    AnonymizeVerb(Terminal terminal, StandardOutput standardOutput) {
        this.terminal = terminal;
        this.standardOutput = standardOutput;
    }

    /**
     * What is known once all was read.
     *
     * @param kept the examples themselves, where they can be read only once
     */
    private record Source(
            List<InputFile> files,
            SourceIndex index,
            Recollection mentions,
            Scoped scopes,
            SortedSet<String> labels,
            Optional<List<Example>> kept) {}

    /** A line on its way to the writer. */
    private record Line(Evaluation.Reading reading, AnnotatedText original, Residue.Left left) {}

    /** An example that was read again, and what becomes of it. */
    private record Again(Example example, Anonymizer.Prepared prepared) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (mapping.read.isPresent()) {
            String text = MappingFile.read(mapping.read.get(), mapping.passphrase());
            standardOutput.write(text.getBytes(StandardCharsets.UTF_8));
            return 0;
        }
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("anonymize lacks INPUT; see understudy anonymize --help");
        }
        AnonymizerOptions options = standIn.options(surrogates.plausible);
        Secret secret = standIn.secret();
        List<FailIf> conditions = job.conditions(true);
        if (output.preview.isEmpty()) {
            JobFolder.check(job.place("anonymize"), job.overwrite);
        }
        Optional<char[]> passphrase =
                mapping.mapping.isPresent() ? Optional.of(mapping.passphrase()) : Optional.empty();
        Narrator narrator = new Narrator(terminal, common.quiet);
        surrogates.warn(narrator);
        Source source = read(narrator);
        Anonymizer anonymizer = anonymizer(source, options, secret, narrator);
        if (output.preview.isPresent()) {
            Preview shown = output.shown(terminal, standardOutput);
            again(
                    source,
                    "standing in",
                    narrator,
                    example -> prepared(source, anonymizer, example),
                    each -> each.example().withAnnotated(anonymizer.standIn(each.prepared())),
                    shown::show);
            return 0;
        }
        Report report = write(source, anonymizer, narrator, passphrase);
        return JobReport.gate(narrator, conditions, report);
    }

    private Source read(Narrator narrator) throws IOException, InterruptedException {
        SourceIndex.Builder index = SourceIndex.builder().sparing(Surrogates::isEveryday);
        Recollection mentions = new Recollection();
        Scoped scopes = new Scoped(standIn.scope, reading.from);
        SortedSet<String> labels = new TreeSet<>();
        boolean once = inputs.contains("-") || output.preview.isPresent();
        List<Example> kept = new ArrayList<>();
        Consumer<Example> sink = example -> {
            index.add(example);
            mentions.add(example.annotated());
            scopes.add(example);
            example.annotated()
                    .mentions()
                    .forEach(mention -> labels.add(mention.label().name()));
            if (once) {
                kept.add(example);
            }
        };
        Inputs all = new Inputs(inputs, reading, recognizing, terminal, narrator, threads.count());
        List<InputFile> files = List.of();
        if (output.preview.isPresent()) {
            all.first(output.preview.get(), "reading", Inputs.Recognition.UNLABELLED, sink);
        } else {
            files = all.each("reading", Inputs.Recognition.UNLABELLED, sink);
        }
        scopes.link();
        return new Source(files, index.build(), mentions, scopes, labels, once ? Optional.of(kept) : Optional.empty());
    }

    private Anonymizer anonymizer(Source source, AnonymizerOptions options, Secret secret, Narrator narrator)
            throws IOException, InterruptedException {
        AnonymizerBuilder builder = Anonymizer.builder(options, secret);
        again(
                source,
                "looking at names",
                narrator,
                example -> example,
                example -> example,
                example -> builder.add(
                        source.scopes().apply(example), source.scopes().document(example)));
        Gate gate = source.index().gate(new GateRules(job.minSources(), true, false));
        return builder.build((label, surface) -> gate.refuse(label, surface).isPresent());
    }

    private static Again prepared(Source source, Anonymizer anonymizer, Example example) {
        AnnotatedText linked = source.scopes().apply(example);
        return new Again(example, anonymizer.prepare(linked, source.scopes().document(example)));
    }

    /** Reads all examples once more, with the mentions that were found the first time. */
    private <A, B> void again(
            Source source,
            String what,
            Narrator narrator,
            Function<Example, A> inOrder,
            Function<A, B> work,
            Consumer<B> sink)
            throws IOException, InterruptedException {
        source.scopes().rewind();
        if (source.kept().isPresent()) {
            for (Example example : source.kept().get()) {
                sink.accept(work.apply(inOrder.apply(example)));
            }
            return;
        }
        int[] line = {0};
        List<InputFile> files = new Inputs(inputs, reading, recognizing, terminal, narrator, threads.count())
                .each(
                        what,
                        Inputs.Recognition.NEVER,
                        example -> {
                            if (line[0] == source.mentions().lines()) {
                                throw changed(inputs.get(inputs.size() - 1));
                            }
                            return inOrder.apply(source.mentions().apply(line[0]++, example));
                        },
                        work,
                        sink);
        for (int i = 0; i < files.size(); i++) {
            if (!files.get(i).sha256().equals(source.files().get(i).sha256())) {
                throw changed(inputs.get(i));
            }
        }
    }

    private static BadDataException changed(String file) {
        return new BadDataException(file, 0, "was changed while it was read; it must stay as it is until the end");
    }

    private Report write(Source source, Anonymizer anonymizer, Narrator narrator, Optional<char[]> passphrase)
            throws IOException, InterruptedException {
        CorpusFormat format = Corpus.format(output.to);
        Path place = job.out.orElseThrow();
        String file = "synthetic." + format.extensions().get(0);
        // Every carrier is the original's own: one record is enough for each.
        GateRules rules = new GateRules(1, true, false);
        Evaluation evaluation =
                Evaluation.of(new EvaluationOptions(rules, job.seed, job.showText), Optional.of(source.index()));
        EntityRecognizer recognizer = new Models(narrator, recognizing).recognizer(reading.relabel());
        Residue residue = new Residue();
        MappingFile written = new MappingFile();
        long[] count = {0, 0};
        try (JobFolder folder = new JobFolder(place, job.overwrite);
                Output lines = Output.to(folder, file, output.to, reading.format())) {
            again(
                    source,
                    "standing in",
                    narrator,
                    example -> {
                        count[0]++;
                        return new Again(
                                numbered(example, count[0]),
                                prepared(source, anonymizer, example).prepared());
                    },
                    each -> line(each, anonymizer, recognizer, evaluation),
                    line -> {
                        evaluation.add(line.reading());
                        residue.add(line.left());
                        count[1] += line.left().original().isEmpty() ? 0 : 1;
                        Example stoodIn = line.reading().line();
                        lines.write(stoodIn);
                        if (passphrase.isPresent()) {
                            note(written, line.original(), stoodIn.annotated());
                        }
                    });
            lines.commit(narrator);
            Report report = evaluation.report();
            JobReport.write(folder, report, manifest(source, anonymizer, count[0], residue));
            folder.commit();
            if (passphrase.isPresent()) {
                written.write(mapping.mapping.orElseThrow(), passphrase.get());
            }
            Uniqueness.warn(anonymizer, narrator);
            if (count[1] > 0) {
                narrator.warn(Count.of(count[1], "line") + " still " + (count[1] == 1 ? "holds" : "hold")
                        + " what a recognizer finds and the original said: "
                        + residue.original().entrySet().stream()
                                .map(each -> each.getKey() + " " + Count.of(each.getValue()))
                                .collect(Collectors.joining(", ")));
            }
            narrator.say("wrote " + Count.of(count[0], "line") + " to " + place.resolve(file) + "; read "
                    + place.resolve("report.html"));
            return report;
        }
    }

    private static Line line(Again again, Anonymizer anonymizer, EntityRecognizer recognizer, Evaluation evaluation) {
        Example line = again.example().withAnnotated(anonymizer.standIn(again.prepared()));
        AnnotatedText original = again.prepared().line();
        Residue.Left left = Residue.in(line.annotated(), original.text(), recognizer);
        return new Line(evaluation.read(line, left.original().size()), original, left);
    }

    /** Neither id nor unknown keys of the original, which may say whom it is about. */
    private Example numbered(Example example, long number) {
        String digits = Long.toString(number);
        return new Example(
                "s-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits,
                example.intent(),
                example.annotated(),
                new Provenance.Synthetic(NAME, Optional.empty(), job.seed));
    }

    private static void note(MappingFile mapping, AnnotatedText original, AnnotatedText stoodIn) {
        for (int i = 0; i < original.mentions().size(); i++) {
            mapping.add(
                    original.mentions().get(i).label().name(),
                    original.surface(original.mentions().get(i)),
                    stoodIn.surface(stoodIn.mentions().get(i)));
        }
    }

    private Manifest manifest(Source source, Anonymizer anonymizer, long lines, Residue residue) throws IOException {
        Map<String, String> recipe = new LinkedHashMap<>(Map.of("verb", "anonymize"));
        recipe.put("to", output.to);
        standIn.record(recipe);
        surrogates.record(recipe);
        recipe.put("mapping", mapping.mapping.isPresent() ? "written, encrypted" : "none");
        reading.record(recipe);
        recognizing.record(recipe);
        job.record(recipe);
        Section proofs = new Section();
        source.labels()
                .forEach(label ->
                        Surrogates.proof(label, surrogates.plausible).ifPresent(proof -> proofs.put(label, proof)));
        Section found = new Section();
        residue.found().forEach(found::put);
        Section original = new Section();
        residue.original().forEach(original::put);
        Map<String, Section> more = new LinkedHashMap<>();
        more.put("ranges", proofs);
        more.put("uniqueness", Uniqueness.of(anonymizer));
        more.put("residual", new Section().put("found", found).put("in_original", original));
        return new Manifest(
                JobReport.inputs(source.files()),
                recipe,
                job.seed,
                JobReport.versions(),
                JobReport.models(source.files(), recognizing),
                new Manifest.Counts(source.index().records(), lines, lines, lines),
                new TreeMap<>(),
                Choice.name(reading.offsets.orElse(OffsetUnit.CODEPOINT)),
                more);
    }
}
