package io.understudy.cli;

import io.understudy.core.Example;
import io.understudy.core.format.FormatOptions;
import io.understudy.generator.Balance;
import io.understudy.generator.IntentQuota;
import io.understudy.generator.IntentQuotas;
import io.understudy.generator.Quota;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.coverage.Covering;
import io.understudy.templates.grammar.language.Language;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws utterances from a grammar. */
@Command(
        name = "sample",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Draws utterances from a grammar: no text of an intent twice, choices by their weights, as many from each intent.",
            "In colour on a terminal, JSONL into a pipe."
        },
        footer = {"", "Example: understudy grammar sample flights.grammar -n 20"})
final class GrammarSampleVerb implements Callable<Integer> {

    private static final long DEFAULT = 20;

    @Parameters(paramLabel = "FILE", description = "The grammar.")
    private String file = "";

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "How many lines (default " + DEFAULT + "; with --cover as many as that takes).")
    private Optional<Long> count = Optional.empty();

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

    @Mixin
    private final QuotaOptions quotas = new QuotaOptions();

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
        Grammar grammar = Grammars.read(file);
        Language language = Language.of(grammar);
        if (outFile.isEmpty() && to.isEmpty() && terminal.screenOut()) {
            Preview preview = new Preview(Long.MAX_VALUE, terminal, out);
            draw(grammar, language, narrator, preview::show);
            return 0;
        }
        try (Output written = outFile.isPresent()
                ? Output.to(outFile.get(), to, FormatOptions.DEFAULT)
                : Output.to(out, to.orElse("jsonl"), FormatOptions.DEFAULT)) {
            draw(grammar, language, narrator, written::write);
            written.commit(narrator);
        }
        return 0;
    }

    private void draw(Grammar grammar, Language language, Narrator narrator, Consumer<Example> sink)
            throws InterruptedException {
        List<Quota> asked = quotas.quotas(grammar);
        Set<Balance> balance = EnumSet.of(Balance.INTENTS);
        balance.addAll(quotas.balance());
        Map<String, Optional<Long>> only = new LinkedHashMap<>();
        intent.ifPresent(name -> only.put(name, Optional.empty()));
        long lines = quotas.lines(count, asked).orElse(DEFAULT);
        List<IntentQuota> intents = IntentQuotas.of(
                language, new IntentQuotas.Wishes(Optional.of(lines), Optional.of(0.0), only, asked, balance, uniform));
        List<List<BigInteger>> first = new ArrayList<>();
        if (quotas.cover.isPresent()) {
            List<Covering> coverings =
                    new Coverings(quotas.cover.get(), seed, threads.count(), narrator).of(intents, count);
            coverings.forEach(covering -> first.add(covering.ranks()));
            if (count.isEmpty() || !asked.isEmpty()) {
                intents = IntentQuotas.covering(
                        intents, first.stream().map(List::size).toList(), count);
                lines = count.orElse(
                        intents.stream().mapToLong(IntentQuota::lines).sum());
            }
        }
        Sample sample = new Sample(intents, first, lines, seed, uniform, shard, threads.count());
        long drawn = sample.draw(sink);
        if (drawn < lines && count.isPresent()) {
            narrator.say("asked for " + Count.of(lines, "line") + ", there " + (drawn == 1 ? "is" : "are") + " only "
                    + Count.of(drawn));
        }
        sample.missed().forEach(narrator::say);
    }
}
