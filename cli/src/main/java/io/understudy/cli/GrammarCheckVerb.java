package io.understudy.cli;

import io.understudy.core.BadDataException;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.FormatOptions;
import io.understudy.templates.grammar.Finding;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.coverage.Coverage;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Mixture;
import io.understudy.templates.grammar.language.Utterances;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is wrong with a grammar. */
@Command(
        name = "check",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Says what is wrong with a grammar, where, and what was meant: undefined and unused names, recursion that does"
                    + " not end, intents that say nothing, ambiguity, explosive growth.",
            "Exit code 2 where something must be mended."
        },
        footer = {"", "Example: understudy grammar check flights.grammar --watch"})
final class GrammarCheckVerb implements Callable<Integer> {

    private static final int SHOWN = 8;
    private static final long MILLISECONDS = 300;

    @Parameters(paramLabel = "FILE", description = "The grammar.")
    private String file = "";

    @Option(
            names = "--watch",
            description = "Check again whenever the file changes, and show some utterances; Ctrl-C ends.")
    private boolean watch;

    @Option(
            names = "--against",
            paramLabel = "CORPUS",
            description = "List the alternatives of the grammar that never occur in this corpus, and count what does.")
    private Optional<String> corpus = Optional.empty();

    @Option(
            names = "--cover",
            paramLabel = "WHAT",
            converter = Cover.Reader.class,
            description = "With --against: what is counted: each alternative (default), pairs or triples of them.")
    private Optional<Cover> cover = Optional.empty();

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final StandardOutput out;

    GrammarCheckVerb(Terminal terminal, StandardOutput out) {
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (cover.isPresent() && corpus.isEmpty()) {
            throw new IllegalArgumentException("--cover lacks --against CORPUS, in which is counted");
        }
        if (watch) {
            watched();
        }
        boolean right = check(new ArrayList<>());
        if (right && corpus.isPresent()) {
            against(corpus.get());
        }
        return right ? 0 : Failure.CALLER;
    }

    private void against(String location) throws IOException {
        Grammar grammar = Grammars.read(file);
        Cover counted = cover.orElse(Cover.EACH);
        Coverage coverage = new Coverage(grammar, Language.of(grammar), counted.strength);
        try (CorpusReader reader = Corpus.open(location, Optional.empty(), FormatOptions.DEFAULT)) {
            reader.forEachRemaining(coverage::add);
        }
        List<Position> positions = coverage.positions();
        for (Position position : positions) {
            say(position + ": never occurs\n");
        }
        say(Inputs.name(location) + ": the grammar says " + Count.of(coverage.said()) + " of "
                + Count.of(coverage.examples(), "line") + "; " + Count.of(positions.size()) + " of "
                + Count.of(coverage.alternatives(), "alternative") + " never occur\n");
        for (Coverage.Share share : coverage.shares()) {
            say("  " + share.intent() + ": " + Count.of(share.met()) + " of "
                    + share.all().map(Count::of).orElse("too many") + " " + counted.what
                    + share.all()
                            .filter(all -> all > 0)
                            .map(all -> " (%.1f %%)".formatted(Math.floor(1000.0 * share.met() / all) / 10))
                            .orElse("")
                    + "\n");
        }
    }

    private void watched() throws IOException, InterruptedException {
        Optional<FileTime> before = Optional.empty();
        long round = 0;
        while (true) {
            Optional<FileTime> now = changed();
            if (!now.equals(before)) {
                before = now;
                if (terminal.screenOut()) {
                    say("\u001b[2J\u001b[H");
                }
                List<Utterances> intents = new ArrayList<>();
                check(intents);
                show(intents, ++round);
                out.flush();
            }
            Thread.sleep(MILLISECONDS);
        }
    }

    private Optional<FileTime> changed() {
        try {
            return Optional.of(Files.getLastModifiedTime(Path.of(file)));
        } catch (IOException e) {
            // An editor may be about to put the new file in its place.
            return Optional.empty();
        }
    }

    private void show(List<Utterances> intents, long seed) throws IOException {
        Painter painter = new Painter(terminal.paintsOut());
        Mixture mixture = Language.sample(intents, seed, SHOWN, false);
        for (long place = 0; place < mixture.size(); place++) {
            say("  " + mixture.intent(place).intent().name() + "\t"
                    + painter.paint(mixture.utterance(place).text()) + "\n");
        }
    }

    /** @param intents is given those there are, if nothing is wrong */
    private boolean check(List<Utterances> intents) throws IOException {
        List<Finding> findings;
        try {
            Grammar grammar = Grammars.read(file);
            findings = Language.check(grammar);
            for (Finding finding : findings) {
                say(finding + "\n");
            }
            if (findings.stream().noneMatch(Finding::error)) {
                intents.addAll(Language.of(grammar).intents());
            }
        } catch (BadDataException e) {
            say(e.getMessage() + "\n");
            return false;
        }
        long errors = findings.stream().filter(Finding::error).count();
        long warnings = findings.size() - errors;
        say(file + ": "
                + (findings.isEmpty()
                        ? "nothing wrong; " + Count.of(intents.size(), "intent")
                        : Count.of(errors, "error") + ", " + Count.of(warnings, "warning"))
                + "\n");
        return errors == 0;
    }

    private void say(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
