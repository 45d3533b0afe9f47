package io.understudy.cli;

import io.understudy.core.Gate;
import io.understudy.eval.SourceIndex;
import io.understudy.eval.leakage.GateRules;
import io.understudy.templates.MinedTemplates;
import io.understudy.templates.grammar.text.GrammarWriter;
import io.understudy.templates.induction.Induced;
import io.understudy.templates.induction.Induction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A grammar from a corpus, as a person would have written it. */
@Command(
        name = "induce",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Writes a grammar that says what a corpus says, and what follows from it.",
            "Mentions are found first in inputs that have none; their surfaces stay out unless --keep-values is given."
        },
        footer = {"", "Example: understudy grammar induce train.jsonl -o train.grammar"})
final class GrammarInduceVerb implements Callable<Integer> {

    @Parameters(paramLabel = "CORPUS", arity = "1..*", description = "Files to read; - is standard input.")
    private List<String> inputs = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where to write (default: standard output).")
    private String out = "-";

    @Option(
            names = "--min-sources",
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "Records that must share a phrase without slots, or a value that is kept (default 5).")
    private long minSources = GateRules.STANDARD.minSources();

    @Option(names = "--private", description = "Ask --min-sources of every phrase, those with slots too.")
    private boolean everyCarrier;

    @Option(names = "--allow-verbatim", description = "Let phrases without slots in that fewer records share.")
    private boolean allowVerbatim;

    @Option(
            names = "--keep-values",
            description =
                    "Make catalogues of the surfaces, with how often they occur; else surfaces are invented later.")
    private boolean keepValues;

    @Option(
            names = "--beyond",
            paramLabel = "N",
            converter = Choice.Positive.class,
            description = "How many templates beyond the corpus to list at the end (default 20).")
    private long beyond = 20;

    @Mixin
    private final ReadOptions reading = new ReadOptions();

    @Mixin
    private final ThreadOptions threads = new ThreadOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final StandardOutput standardOutput;

    GrammarInduceVerb(Terminal terminal, StandardOutput standardOutput) {
        this.terminal = terminal;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Narrator narrator = new Narrator(terminal, common.quiet);
        SourceIndex.Builder index = SourceIndex.builder();
        MinedTemplates.Builder templates = MinedTemplates.builder();
        Induction induction = new Induction();
        new Inputs(inputs, reading, terminal, narrator, threads.count())
                .each("reading", Inputs.Recognition.UNLABELLED, example -> {
                    index.add(example);
                    templates.add(example);
                    induction.values(example.annotated());
                });
        MinedTemplates carriers = templates.build(rules(index));
        carriers.counted()
                .forEach(each ->
                        induction.add(each.carrier().template(), each.carrier().intent(), each.records()));
        Induced induced = induction.build();
        write(head(carriers, induced)
                + GrammarWriter.write(induced.grammar(keepValues ? OptionalLong.of(minSources) : OptionalLong.empty()))
                + tail(induced));
        narrator.say(Count.of(induced.size(), "rule") + " from " + Count.of(carriers.size(), "carrier phrase") + " of "
                + Count.of(carriers.records(), "record"));
        carriers.refused()
                .forEach((reason, refused) -> narrator.say("left out: " + Count.of(refused.carriers(), "carrier phrase")
                        + " of " + Count.of(refused.records(), "record") + " (" + reason + ")"));
        return 0;
    }

    /** Whose values go into the grammar may have their names in its phrases too. */
    private MinedTemplates.Rules rules(SourceIndex.Builder index) {
        int least = (int) Math.min(Integer.MAX_VALUE, minSources);
        Gate gate = keepValues ? Gate.OPEN : index.build().gate(new GateRules(least, allowVerbatim, everyCarrier));
        return new MinedTemplates.Rules(least, everyCarrier, allowVerbatim, gate);
    }

    private static String head(MinedTemplates carriers, Induced induced) {
        return "# %s, learnt from %s. The number before a line says how many records are behind it.%n%n"
                .formatted(Count.of(induced.size(), "rule"), Count.of(carriers.records(), "record"))
                .replace("\r", "");
    }

    private String tail(Induced induced) {
        StringBuilder lines = new StringBuilder();
        for (Induced.Unseen unseen : induced.beyond((int) Math.min(Integer.MAX_VALUE, beyond))) {
            lines.append(
                    String.format(Locale.ROOT, "# %6.1f  %s: %s\n", unseen.expected(), unseen.intent(), unseen.form()));
        }
        return lines.isEmpty()
                ? ""
                : "\n# Beyond the corpus: what no record says, by how many of as many records would be expected to.\n"
                        + lines;
    }

    private void write(String grammar) throws IOException {
        if (out.equals("-")) {
            standardOutput.write(grammar.getBytes(StandardCharsets.UTF_8));
            return;
        }
        Path file = Path.of(out);
        Path draft = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(draft, grammar);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Failure.named(out, e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
