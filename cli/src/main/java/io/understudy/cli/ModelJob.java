package io.understudy.cli;

import io.understudy.core.Example;
import io.understudy.core.Gate;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.OffsetUnit;
import io.understudy.eval.Evaluation;
import io.understudy.eval.EvaluationOptions;
import io.understudy.eval.leakage.GateRules;
import io.understudy.eval.report.Manifest;
import io.understudy.eval.report.Report;
import io.understudy.eval.report.Section;
import io.understudy.generator.Outcome;
import io.understudy.generator.journal.Journal;
import io.understudy.generator.llm.EgressException;
import io.understudy.generator.llm.Price;
import io.understudy.generator.llm.RemoteModel;
import io.understudy.generator.llm.Settings;
import io.understudy.generator.llm.Spending;
import io.understudy.generator.model.Answer.Usage;
import io.understudy.generator.model.Batches;
import io.understudy.generator.model.Identity;
import io.understudy.generator.model.ModelException;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.TextModel;
import io.understudy.generator.writing.ModelGenerator;
import io.understudy.generator.writing.Task;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Lines on carriers that a language model wrote, and what they are worth.
 *
 * @param writer {@code PROVIDER:MODEL}, or a folder with a decoder
 * @param count lines asked for; empty: as many as the inputs have
 * @param to format of the lines
 * @param recipe settings of the verb that shape the output
 */
record ModelJob(
        String writer,
        Optional<Long> count,
        String to,
        WriteOptions options,
        JobOptions job,
        ReadOptions reading,
        RecognizeOptions recognizing,
        SurrogateOptions surrogates,
        GateRules rules,
        Map<String, String> recipe,
        int threads,
        Narrator narrator) {

    /** Carriers of a model are new: the source's own rules for carriers ask nothing of them, likeness does. */
    private GateRules gateRules() {
        return new GateRules(rules.minSources(), rules.allowVerbatim(), false, true);
    }

    /** A document is asked for as text, not as a list of sentences. */
    private Settings settings(Task task) throws IOException {
        Settings settings = options.settings(writer);
        return task.prompt().output() == io.understudy.prompts.Output.LINES ? settings : settings.withStructured(false);
    }

    private Task task(ModelSource source, Optional<Long> lines) throws IOException {
        return options.task(lines.orElse(Math.max(1, source.index().records())), !Writers.isRemote(writer), job.seed);
    }

    private ModelGenerator generator(ModelSource source, Task task, TextModel model) {
        Gate gate = source.index().gate(gateRules());
        return new ModelGenerator(
                task, source.templates(), source.known(), source.frame(), model, surrogates.standard(), gate);
    }

    private RemoteModel remote(ModelSource source, Settings settings) {
        return options.batch
                ? RemoteModel.openBatches(settings, source.egress(), new WallTicker())
                : RemoteModel.open(settings, source.egress(), new WallTicker());
    }

    /** Prints the bodies of the first round's calls, one after the other, an empty line between them. */
    void dryRun(ModelSource source, StandardOutput out) throws IOException {
        Task task = task(source, count);
        try (RemoteModel model = remote(source, settings(task))) {
            Iterator<String> bodies =
                    model.bodies(generator(source, task, model).first().iterator());
            while (bodies.hasNext()) {
                out.write((bodies.next() + "\n" + (bodies.hasNext() ? "\n" : "")).getBytes(StandardCharsets.UTF_8));
            }
        } catch (EgressException e) {
            throw told(e);
        }
    }

    /** Says what it would take. */
    void estimate(ModelSource source, StandardOutput out) throws IOException {
        Task task = task(source, count);
        if (!Writers.isRemote(writer)) {
            out.write((Writers.name(writer) + " runs on this machine: it sends nothing and costs nothing\n")
                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        Settings settings = settings(task);
        try (RemoteModel model = remote(source, settings)) {
            out.write((estimate(generator(source, task, model), task, model, settings) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private String estimate(ModelGenerator generator, Task task, RemoteModel model, Settings settings) {
        long[] requests = {0};
        Usage usage = generator
                .first()
                .map(request -> {
                    requests[0]++;
                    return model.estimate(request, task.perRequest());
                })
                .reduce(Usage.NONE, Usage::plus);
        return settings.name() + ": about " + Count.of(requests[0], "call") + ", " + Count.of(usage.input(), "token")
                + " to read and " + Count.of(usage.output()) + " to write, "
                + settings.price()
                        .map(price -> "$" + dollars(price.of(usage)))
                        .orElse("of unknown price (see --prices)")
                + (options.batch ? " at the full price, of which batches cost a part" : "")
                + ", if every answer can be used; some cannot, and are asked for anew";
    }

    private static String dollars(long cost) {
        BigDecimal dollars = Price.dollars(cost);
        return String.format(Locale.ROOT, dollars.compareTo(BigDecimal.ONE) < 0 ? "%.4f" : "%.2f", dollars);
    }

    void preview(ModelSource source, long lines, Preview shown) throws IOException, InterruptedException {
        Task task = task(source, Optional.of(lines));
        try (TextModel model = open(source, task)) {
            GenerateVerb.told(narrator, run(generator(source, task, model), task, shown::show));
        }
    }

    private TextModel open(ModelSource source, Task task) throws IOException {
        return Writers.isRemote(writer)
                ? remote(source, settings(task))
                : Writers.open(
                        Path.of(writer), recognizing.device, threads, options.timeout(), source.forbidden(), narrator);
    }

    private Outcome run(ModelGenerator generator, Task task, Consumer<Example> sink) throws InterruptedException {
        try (Progress progress = new Progress(narrator, "writing", OptionalLong.of(task.lines()))) {
            return generator.generate(sink, progress::lines);
        } catch (EgressException e) {
            throw told(e);
        }
    }

    /** Where to look; the name only where text of the original may be shown. */
    private ModelException told(EgressException e) {
        return new ModelException(
                e.getMessage()
                        + (job.showText ? " (" + e.surface() + ")" : " (--show-text says which)")
                        + (options.isOwnPrompt()
                                ? "; look at the words of --prompt"
                                : "; look at the names of the intents"),
                e);
    }

    Report write(ModelSource source, Path place) throws IOException, InterruptedException {
        Task task = task(source, count);
        Map<String, String> said = recipe(task);
        try (JournalPlace journalPlace = JournalPlace.open(place, options.resume, job.overwrite);
                TextModel model = open(source, task);
                Journal journal = Journal.open(model, journalPlace.file(), run(source, task, said))) {
            journalPlace.began(journal);
            ModelGenerator generator = generator(source, task, journal);
            if (model instanceof RemoteModel remote) {
                remote.spentBefore(journal.usedBefore(), false);
                remote.spentBefore(journal.lostBefore(), true);
                remote.onLost(journal::lost);
                remote.rememberIn(told(journal.batches()));
                // It may have been answered and paid for, though nobody heard it.
                journal.onAskedAgain(request -> {
                    Usage usage = remote.estimate(request, task.perRequest());
                    remote.spentBefore(usage, true);
                    journal.lost(usage);
                });
                Settings settings = settings(task);
                narrator.say(estimate(generator, task, remote, settings));
                narrator.say("the words around the names are sent to "
                        + settings.baseUrl()
                                .map(Object::toString)
                                .orElse(settings.provider().baseUrl())
                        + "; names that were found stay here, names that were missed do not");
            }
            if (journal.answeredBefore() > 0) {
                narrator.say("going on: " + Count.of(journal.answeredBefore(), "request")
                        + " answered before, not asked again");
            }
            Report report = write(source, task, said, model, generator, place);
            journalPlace.finished(!generator.isBroke());
            return report;
        } catch (ModelException e) {
            throw new ModelException(e.getMessage() + JournalPlace.hint(place), e);
        }
    }

    /** A batch takes hours: whoever waits is told that it is safe to go away. */
    private Batches told(Batches batches) {
        return new Batches() {
            @Override
            public void submitted(String batch, List<Request> requests) {
                batches.submitted(batch, requests);
                narrator.say("handed in " + batch + " with " + Count.of(requests.size(), "request")
                        + "; it may take a day, and --resume waits for it after a break");
            }

            @Override
            public Optional<Place> placeOf(Request request) {
                return batches.placeOf(request);
            }
        };
    }

    private Report write(
            ModelSource source,
            Task task,
            Map<String, String> said,
            TextModel model,
            ModelGenerator generator,
            Path place)
            throws IOException, InterruptedException {
        CorpusFormat format = Corpus.format(to);
        String file = "synthetic." + format.extensions().get(0);
        Evaluation evaluation =
                Evaluation.of(new EvaluationOptions(gateRules(), job.seed, job.showText), Optional.of(source.index()));
        try (JobFolder folder = new JobFolder(place, true);
                Output lines = Output.to(folder, file, to, reading.format())) {
            Outcome outcome = run(generator, task, line -> {
                evaluation.add(line);
                lines.write(line);
            });
            spent(model);
            if (outcome.produced() == 0) {
                throw new ModelException("no line came of " + Count.of(generator.answered(), "answer") + "; refused: "
                        + outcome.dropped().entrySet().stream()
                                .map(reason -> reason.getKey() + " " + reason.getValue())
                                .collect(Collectors.joining(", ")));
            }
            lines.commit(narrator);
            Manifest manifest = manifest(source, task, said, model.identity(), generator, outcome);
            manifest.names().forEach(name -> evaluation.addBeside("manifest.json", name));
            Report report = evaluation.report();
            JobReport.write(folder, report, manifest);
            folder.commit();
            if (generator.isBroke()) {
                narrator.warn("asked for " + Count.of(outcome.requested(), "line") + ", --max-cost was enough for "
                        + Count.of(outcome.produced()) + "; --resume with a higher one goes on");
            } else {
                GenerateVerb.told(narrator, outcome);
            }
            narrator.say("wrote " + Count.of(outcome.produced(), "line") + " to " + place.resolve(file) + "; read "
                    + place.resolve("report.html"));
            return report;
        }
    }

    private void spent(TextModel model) throws IOException {
        if (model instanceof RemoteModel remote) {
            Spending spending = remote.spending();
            narrator.say(Count.of(spending.calls(), "call") + ", "
                    + Count.of(spending.used().input(), "token")
                    + " read and " + Count.of(spending.used().output()) + " written"
                    + (options.settings(writer).price().isPresent() ? ", $" + dollars(spending.cost()) : "")
                    + (spending.lost().equals(Usage.NONE)
                            ? ""
                            : "; with about "
                                    + Count.of(spending.lost().input()
                                            + spending.lost().output())
                                    + " tokens of replies that came broken or not at all"));
        }
    }

    private Map<String, String> recipe(Task task) {
        Map<String, String> said = new LinkedHashMap<>(recipe);
        said.put("generator", ModelGenerator.NAME);
        said.put("writer", Writers.name(writer));
        count.ifPresent(number -> said.put("count", Long.toString(number)));
        said.put("to", to);
        reading.record(said);
        recognizing.record(said);
        job.record(said);
        surrogates.record(said);
        options.record(task, said);
        return said;
    }

    /** Which run this is: what shapes its requests and lines, and nothing else. */
    private String run(ModelSource source, Task task, Map<String, String> said) {
        List<String> all = new ArrayList<>();
        source.files().forEach(file -> all.add(file.sha256()));
        all.add(task.prompt().sha256());
        all.add(Long.toString(task.seed()));
        all.add(said.toString());
        return DigestedInput.sha256(String.join("\n", all));
    }

    private Manifest manifest(
            ModelSource source,
            Task task,
            Map<String, String> said,
            Identity who,
            ModelGenerator generator,
            Outcome outcome)
            throws IOException {
        SortedMap<String, Long> dropped = new TreeMap<>(outcome.dropped());
        source.templates()
                .refused()
                .forEach((reason, refused) -> dropped.put("carriers." + reason, refused.carriers()));
        List<Manifest.Model> models = new ArrayList<>(JobReport.models(source.files(), recognizing));
        models.add(new Manifest.Model(who.name(), Writers.isRemote(writer) ? "unknown" : who.version(), who.licence()));
        Section writing = new Section()
                .put(
                        "prompt",
                        new Section()
                                .put("name", task.prompt().name())
                                .put("version", task.prompt().version())
                                .put("sha256", task.prompt().sha256()))
                .put("answered", generator.answered())
                .put("answered_by", String.join(", ", generator.answeredBy()))
                .put("tokens_read", generator.usage().input())
                .put("tokens_written", generator.usage().output());
        Optional<Price> price =
                Writers.isRemote(writer) ? options.settings(writer).price() : Optional.of(Price.FREE);
        price.ifPresent(each -> writing.put(
                "cost_usd", Price.dollars(each.of(generator.usage())).doubleValue()));
        return new Manifest(
                JobReport.inputs(source.files()),
                said,
                job.seed,
                JobReport.versions(),
                models,
                new Manifest.Counts(
                        source.index().records(), outcome.produced(), outcome.requested(), outcome.candidates()),
                dropped,
                Choice.name(reading.offsets.orElse(OffsetUnit.CODEPOINT)),
                Map.of("writing", writing));
    }
}
