package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance;
import io.understudy.core.Seeds;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.text.LongHashSet;
import io.understudy.generator.GrammarGenerator;
import io.understudy.generator.Invented;
import io.understudy.generator.TemplateGenerator;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.grammar.coverage.Covering;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Mixture;
import io.understudy.templates.grammar.language.Utterance;
import io.understudy.templates.grammar.language.Utterances;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws utterances from a grammar. */
@Command(
        name = "sample",
        versionProvider = Understudy.Version.class,
        abbreviateSynopsis = true,
        description = {
            "Draws utterances from a grammar: no text of an intent twice, choices by their weights, as many from each intent.",
            "In colour on a terminal, JSONL into a pipe."
        },
        footer = {"", "Example: understudy grammar sample flights.grammar -n 20"})
final class GrammarSampleVerb implements Callable<Integer> {

    /** What a line weighs for {@link Ordered}. */
    private static final int BATCHED = 64;

    @Parameters(paramLabel = "FILE", description = "The grammar.")
    private String file = "";

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "How many lines (default 20).")
    private long count = 20;

    @Option(names = "--intent", paramLabel = "NAME", description = "Only this intent.")
    private Optional<String> intent = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Choice.Whole.class,
            description = "The only chance (default 1).")
    private long seed = 1;

    @Option(names = "--uniform", description = "Draw each derivation of an intent equally often, whatever its weights.")
    private boolean uniform;

    @Option(
            names = "--cover",
            paramLabel = "WHAT",
            converter = Cover.Reader.class,
            description =
                    "Instead of N lines, a few in which all alternatives occur: each, pairs (any two of them together) or "
                            + "triples.")
    private Optional<Cover> cover = Optional.empty();

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            converter = Shard.Reader.class,
            description = "Write part K of N only; all parts together are the one run, byte for byte.")
    private Shard shard = Shard.WHOLE;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "File to write (default: standard output).")
    private Optional<Path> outFile = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            converter = Choice.Format.class,
            description = "Format of the lines (default: colour on a terminal, jsonl into a pipe).")
    private Optional<String> to = Optional.empty();

    @Mixin
    private final ThreadOptions threads = new ThreadOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final StandardOutput out;

    GrammarSampleVerb(Terminal terminal, StandardOutput out) {
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Narrator narrator = new Narrator(terminal, common.quiet);
        Language language = Language.of(Grammars.read(file, new ArrayList<>()));
        List<Utterances> intents = intent.isPresent() ? List.of(language.intent(intent.get())) : language.intents();
        if (outFile.isEmpty() && to.isEmpty() && terminal.screenOut()) {
            Preview preview = new Preview(Long.MAX_VALUE, terminal, out);
            draw(intents, narrator, preview::show);
            return 0;
        }
        try (Output written = outFile.isPresent()
                ? Output.to(outFile.get(), to, FormatOptions.DEFAULT)
                : Output.to(out, to.orElse("jsonl"), FormatOptions.DEFAULT)) {
            draw(intents, narrator, written::write);
            written.commit(narrator);
        }
        return 0;
    }

    private void draw(List<Utterances> intents, Narrator narrator, Consumer<Example> sink) throws InterruptedException {
        if (cover.isPresent()) {
            covered(intents, cover.get(), narrator, sink);
            return;
        }
        boolean plain = intents.stream().allMatch(each -> each.distinct().isUnambiguous());
        boolean open = intents.stream().anyMatch(Utterances::isOpen);
        long drawn = plain && !open ? unambiguous(intents, sink) : distinct(intents, open, sink);
        if (drawn < count) {
            narrator.say("asked for " + Count.of(count, "line") + ", there " + (drawn == 1 ? "is" : "are") + " only "
                    + Count.of(drawn));
        }
    }

    private static AnnotatedText invented(Utterance utterance, long seed) {
        return new Invented(Surrogates.standard()).text(utterance, seed, Surrogates.Veto.NONE);
    }

    private void covered(List<Utterances> intents, Cover what, Narrator narrator, Consumer<Example> sink) {
        long number = 0;
        for (Utterances each : intents) {
            Covering covering = Covering.of(each, what.strength, seed);
            for (Utterance utterance : covering.utterances()) {
                AnnotatedText text = invented(utterance, Seeds.derive(seed, number));
                sink.accept(new Line(number, each.intent().name(), text).example(++number, seed));
            }
            narrator.say(
                    each.intent().name() + ": " + Count.of(covering.utterances().size(), "line") + " hold "
                            + (covering.isComplete() ? "all " : "the ") + Count.of(covering.tuples()) + " "
                            + (what == Cover.EACH ? "alternatives" : Choice.name(what))
                            + (covering.isComplete()
                                    ? "; no fewer than " + Count.of(covering.least()) + " could"
                                    : " that were met in a large even sample; about " + Count.of(covering.least())
                                            + " at the least"));
        }
    }

    /** What is to occur together. */
    enum Cover {
        EACH(1),
        PAIRS(2),
        TRIPLES(3);

        private final int strength;

        Cover(int strength) {
            this.strength = strength;
        }

        static final class Reader implements ITypeConverter<Cover> {
            @Override
            public Cover convert(String value) {
                return Choice.of("cover", value, Cover.values());
            }
        }
    }

    /** A line that was drawn. */
    private record Line(long place, String intent, AnnotatedText text) {
        Example example(long number, long seed) {
            return new Example(
                    TemplateGenerator.id(number),
                    Optional.of(intent),
                    text,
                    new Provenance.Synthetic(
                            GrammarGenerator.NAME, Optional.of(text.template().toString()), seed));
        }
    }

    /** No two derivations say the same, so each line is made for itself and nothing is remembered. */
    private long unambiguous(List<Utterances> intents, Consumer<Example> sink) throws InterruptedException {
        Mixture mixture = Language.sample(intents, seed, count, uniform);
        long from = shard.from(mixture.size());
        Ordered.each(
                places(from, shard.to(mixture.size()), () -> true),
                place -> BATCHED,
                threads.count(),
                place -> new Line(place, mixture.intent(place).intent().name(), mixture.text(place))
                        .example(place + 1, seed),
                sink);
        return mixture.size();
    }

    /**
     * Remembers a hash of each text. More are drawn until there are enough: of what is invented later any number,
     * otherwise as many as there are derivations.
     */
    private long distinct(List<Utterances> intents, boolean open, Consumer<Example> sink) throws InterruptedException {
        Map<String, LongHashSet> seen = new HashMap<>();
        long[] found = {0};
        long asked = count;
        for (int round = 0; found[0] < count; round++) {
            long chance = Seeds.derive(seed, round);
            Mixture mixture = Language.sample(intents, chance, asked, uniform);
            long before = found[0];
            // Asked for on this thread, which also finds: no more are drawn than it takes, and the few that are under
            // way.
            Iterator<Long> places = places(0, mixture.size(), () -> found[0] < count);
            Ordered.each(
                    places,
                    place -> BATCHED,
                    threads.count(),
                    place -> new Line(
                            place,
                            mixture.intent(place).intent().name(),
                            open
                                    ? invented(mixture.utterance(place), Seeds.derive(chance, place))
                                    : mixture.text(place)),
                    line -> {
                        LongHashSet of = seen.computeIfAbsent(line.intent(), name -> new LongHashSet());
                        if (found[0] < count && of.add(Seeds.hash(line.text().text()))) {
                            found[0]++;
                            if (found[0] > shard.from(count) && found[0] <= shard.to(count)) {
                                sink.accept(line.example(found[0], seed));
                            }
                        }
                    });
            boolean whole = mixture.size() < asked;
            if (whole && (!open || found[0] == before)) {
                break;
            }
            asked = Math.min(Long.MAX_VALUE / 4, asked) * 2;
        }
        return found[0];
    }

    /** @param goesOn asked before each */
    private static Iterator<Long> places(long from, long to, BooleanSupplier goesOn) {
        return new Iterator<>() {
            private long next = from;

            @Override
            public boolean hasNext() {
                return next < to && goesOn.getAsBoolean();
            }

            @Override
            public Long next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return next++;
            }
        };
    }
}
