package io.understudy.cli;

import io.understudy.core.Gate;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.OffsetUnit;
import io.understudy.eval.Evaluation;
import io.understudy.eval.EvaluationOptions;
import io.understudy.eval.SourceIndex;
import io.understudy.eval.leakage.GateRules;
import io.understudy.eval.report.Manifest;
import io.understudy.eval.report.Report;
import io.understudy.generator.GrammarGenerator;
import io.understudy.generator.GrammarLine;
import io.understudy.generator.GrammarOutcome;
import io.understudy.generator.GrammarPlan;
import io.understudy.generator.IntentQuota;
import io.understudy.generator.IntentQuotas;
import io.understudy.generator.Outcome;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.grammar.Alternative.Side;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.coverage.Covering;
import io.understudy.templates.grammar.language.Language;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lines from a grammar, and what they are worth. There is no original, so nothing is known of leakage, unless one is
 * given to compare with.
 *
 * @param file the grammar
 * @param count lines asked for
 * @param to format of the lines
 */
record GrammarJob(
        String file,
        Optional<Long> count,
        String to,
        GrammarOptions options,
        JobOptions job,
        ReadOptions reading,
        int threads,
        GateRules rules,
        Terminal terminal,
        Narrator narrator) {

    /** What was read. */
    private record Source(List<InputFile> files, Optional<SourceIndex> original, GrammarPlan plan) {
        long records() {
            return original.map(SourceIndex::records).orElse(0L);
        }

        Gate gate(GateRules rules) {
            return original.map(index -> index.gate(rules)).orElse(Gate.OPEN);
        }
    }

    void preview(long lines, Preview shown) throws IOException, InterruptedException {
        Source source = read(Optional.of(lines));
        told(generate(source, line -> line, line -> shown.show(line.example())));
    }

    Report write(Path place) throws IOException, InterruptedException {
        Source source = read(count);
        CorpusFormat format = Corpus.format(to);
        Evaluation evaluation = Evaluation.of(new EvaluationOptions(rules, job.seed, job.showText), source.original());
        try (JobFolder folder = new JobFolder(place, job.overwrite);
                Lines lines = new Lines(folder, format, source.plan().isSplit())) {
            GrammarOutcome made =
                    generate(source, line -> new Read(line.side(), evaluation.read(line.example())), read -> {
                        evaluation.add(read.reading());
                        lines.write(read);
                    });
            lines.commit();
            Report report = evaluation.report();
            Outcome outcome = made.outcome();
            JobReport.write(folder, report, manifest(source, outcome, lines));
            folder.commit();
            told(made);
            narrator.say("wrote " + Count.of(outcome.produced(), "line") + lines.sides() + " to "
                    + place.resolve(lines.name("synthetic")) + "; read " + place.resolve("report.html"));
            return report;
        }
    }

    private void told(GrammarOutcome made) {
        GenerateVerb.told(narrator, made.outcome());
        made.shortfalls().forEach(narrator::say);
    }

    private record Read(Side side, Evaluation.Reading reading) {}

    /** The file of all lines, and where they are split, one for each side. */
    private final class Lines implements AutoCloseable {
        private final CorpusFormat format;
        private final Output all;
        private final Map<Side, Output> sides = new EnumMap<>(Side.class);
        private final Map<Side, Long> counts = new EnumMap<>(Side.class);

        Lines(JobFolder folder, CorpusFormat format, boolean split) throws IOException {
            this.format = format;
            this.all = open(folder, "synthetic");
            if (split) {
                for (Side side : Side.values()) {
                    sides.put(side, open(folder, Choice.name(side)));
                    counts.put(side, 0L);
                }
            }
        }

        private Output open(JobFolder folder, String name) throws IOException {
            return Output.to(folder, name(name), format.name(), reading.format());
        }

        String name(String name) {
            return name + "." + format.extensions().get(0);
        }

        void write(Read read) {
            all.write(read.reading().line());
            Output side = sides.get(read.side());
            if (side != null) {
                side.write(read.reading().line());
                counts.merge(read.side(), 1L, Long::sum);
            }
        }

        /** Such as {@code (800 train, 200 test)}. */
        String sides() {
            return counts.isEmpty()
                    ? ""
                    : " (" + Count.of(counts.get(Side.TRAIN)) + " train, " + Count.of(counts.get(Side.TEST)) + " test)";
        }

        void commit() throws IOException {
            all.commit(narrator);
            for (Output side : sides.values()) {
                side.commit(new Narrator(terminal, true));
            }
        }

        @Override
        public void close() throws IOException {
            all.close();
            for (Output side : sides.values()) {
                side.close();
            }
        }
    }

    private Source read(Optional<Long> lines) throws IOException, InterruptedException {
        List<InputFile> files = new ArrayList<>();
        Grammar grammar = Grammars.read(file, files);
        Language language = Language.of(grammar);
        SourceIndex.Builder index = SourceIndex.builder();
        if (!options.against().isEmpty()) {
            files.addAll(new Inputs(options.against(), reading.withoutFormat(), terminal, narrator, threads)
                    .each("reading", Inputs.Recognition.UNLABELLED, index::add));
        }
        List<IntentQuota> quotas = IntentQuotas.of(language, options.wishes(lines, grammar));
        List<List<BigInteger>> first = new ArrayList<>();
        if (options.cover().isPresent()) {
            List<Covering> coverings =
                    new Coverings(options.cover().get(), job.seed, threads, narrator).of(quotas, lines);
            coverings.forEach(covering -> first.add(covering.ranks()));
            quotas =
                    IntentQuotas.covering(quotas, first.stream().map(List::size).toList(), lines);
        }
        return new Source(
                files,
                options.against().isEmpty() ? Optional.empty() : Optional.of(index.build()),
                new GrammarPlan(quotas, first, options.uniform(), options.disjoint(), job.seed, threads));
    }

    private <T> GrammarOutcome generate(Source source, Function<GrammarLine, T> study, Consumer<T> sink)
            throws InterruptedException {
        GrammarGenerator generator = new GrammarGenerator(Surrogates.standard(), source.gate(rules));
        long[] done = {0};
        try (Progress progress = new Progress(
                narrator, "generating", OptionalLong.of(source.plan().lines()))) {
            return generator.generate(source.plan(), study, line -> {
                sink.accept(line);
                progress.lines(++done[0]);
            });
        }
    }

    private Manifest manifest(Source source, Outcome outcome, Lines lines) throws IOException {
        Map<String, String> recipe = new LinkedHashMap<>(Map.of("verb", "generate"));
        recipe.put("generator", GrammarGenerator.NAME);
        count.ifPresent(number -> recipe.put("count", Long.toString(number)));
        recipe.put("to", to);
        reading.record(recipe);
        job.record(recipe);
        options.record(recipe);
        Map<String, Long> trains = new LinkedHashMap<>();
        Map<String, Long> tests = new LinkedHashMap<>();
        source.plan().intents().forEach(quota -> {
            trains.merge(quota.name(), quota.train(), Long::sum);
            tests.merge(quota.name(), quota.test(), Long::sum);
        });
        trains.forEach((name, train) ->
                recipe.put("intent." + name, train + (tests.get(name) > 0 ? "+" + tests.get(name) : "")));
        lines.counts.forEach((side, number) -> recipe.put("lines." + Choice.name(side), Long.toString(number)));
        return new Manifest(
                JobReport.inputs(source.files()),
                recipe,
                job.seed,
                JobReport.versions(),
                JobReport.models(source.files()),
                new Manifest.Counts(source.records(), outcome.produced(), outcome.requested(), outcome.candidates()),
                outcome.dropped(),
                Choice.name(reading.offsets.orElse(OffsetUnit.CODEPOINT)));
    }
}
