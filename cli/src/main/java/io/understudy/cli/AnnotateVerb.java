package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusFormat;
import io.understudy.ner.Recognizers;
import io.understudy.ner.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds mentions in real text. */
@Command(
        name = "annotate",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Finds mentions in real text and writes a labelled corpus.",
            "Mentions that an input has already stay, and those found are added where none was."
        },
        footer = {"", "Example: understudy annotate notes.txt --record paragraph -o notes.jsonl"})
final class AnnotateVerb implements Callable<Integer> {

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Files to read; - is standard input.")
    private List<String> inputs = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where to write (default: standard output).")
    private String out = "-";

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            converter = Choice.Format.class,
            description = "Format to write; else told by FILE's extension, else jsonl, on a terminal coloured markup.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--preview",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = Preview.DEFAULT,
            preprocessor = Preview.OnlyNumbers.class,
            converter = Choice.Positive.class,
            description = "Show the first N examples (" + Preview.DEFAULT + ") in colour, write nothing.")
    private Optional<Long> preview = Optional.empty();

    @Option(
            names = "--explain",
            description = "Say with each span why it was found: score, recognizer, rule, context, checksum (in JSONL).")
    private boolean explain;

    @Mixin
    private final ReadOptions reading = new ReadOptions();

    @Option(
            names = "--train",
            description = "Learn from INPUT, a labelled corpus, and write the recognizer to FILE; use it with --model.")
    private boolean train;

    @Mixin
    private final RecognizeOptions recognizing = new RecognizeOptions();

    @Mixin
    private final ThreadOptions threads = new ThreadOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final StandardOutput standardOutput;

    AnnotateVerb(Terminal terminal, StandardOutput standardOutput) {
        this.terminal = terminal;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Narrator narrator = new Narrator(terminal, common.quiet);
        recognizing.explain = explain;
        Inputs source = new Inputs(inputs, reading, recognizing, terminal, narrator, threads.count());
        if (train) {
            return train(source, narrator);
        }
        if (preview.isPresent()) {
            Preview shown = new Preview(preview.get(), terminal, standardOutput);
            source.first(preview.get(), "finding mentions", Inputs.Recognition.ALWAYS, shown::show);
            return 0;
        }
        if (out.equals("-") && to.isEmpty() && terminal.screenOut()) {
            Preview shown = new Preview(Long.MAX_VALUE, terminal, standardOutput);
            source.each("finding mentions", Inputs.Recognition.ALWAYS, shown::show);
            return 0;
        }
        if (carriesParts()) {
            source.keepParts();
        }
        try (Output output = output()) {
            long[] count = {0, 0};
            source.each("finding mentions", Inputs.Recognition.ALWAYS, example -> {
                count[0]++;
                count[1] += example.annotated().mentions().size();
                output.write(example);
            });
            output.commit(narrator);
            narrator.say(Count.of(count[1], "mention") + " in " + Count.of(count[0], "example"));
        }
        return 0;
    }

    private int train(Inputs source, Narrator narrator) throws IOException, InterruptedException {
        if (out.equals("-")) {
            throw new IllegalArgumentException("--train lacks -o FILE, where the recognizer is written");
        }
        List<AnnotatedText> corpus = new ArrayList<>();
        source.each("reading", Inputs.Recognition.NEVER, example -> corpus.add(example.annotated()));
        narrator.say("training on " + Count.of(corpus.size(), "example") + "; this may take minutes");
        Training trained = Recognizers.train(corpus, Path.of(out));
        narrator.say("learned from " + Count.of(trained.mentions(), "mention")
                + (trained.cut() == 0 ? "" : ", " + trained.cut() + " of them with ends inside a word")
                + "; use it with --model " + out);
        return 0;
    }

    /**
     * Whether what is written can say of what a mention is made; to lose it where it cannot is no loss of the user's.
     */
    private boolean carriesParts() {
        return to.map(Corpus::format)
                .or(() -> out.equals("-") ? Optional.of(Corpus.format("jsonl")) : Corpus.formatOf(out))
                .filter(format -> format.carries().contains(CorpusFormat.Part.SPAN_KEYS))
                .isPresent();
    }

    private Output output() throws IOException {
        return out.equals("-")
                ? Output.to(standardOutput, to.orElse("jsonl"), reading.format())
                : Output.to(Path.of(out), to, reading.format());
    }
}
