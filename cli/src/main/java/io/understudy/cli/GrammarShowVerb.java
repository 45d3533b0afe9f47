package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.generator.Invented;
import io.understudy.generator.surrogate.Surrogates;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Utterance;
import io.understudy.templates.grammar.language.Utterances;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Goes from a number to an utterance, and back. */
@Command(
        name = "show",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Shows utterance number K of an intent, or the numbers of a text.",
            "Numbers begin at 1; the first choice of a line changes slowest."
        },
        footer = {"", "Example: understudy grammar show flights.grammar --nth 1000000"})
final class GrammarShowVerb implements Callable<Integer> {

    private static final int MOST = 100;

    @Parameters(paramLabel = "FILE", description = "The grammar.")
    private String file = "";

    @Option(names = "--intent", paramLabel = "NAME", description = "Only this intent (default: each).")
    private Optional<String> intent = Optional.empty();

    @Option(names = "--nth", paramLabel = "K", converter = Ordinal.class, description = "Show utterance number K.")
    private Optional<BigInteger> nth = Optional.empty();

    @Option(
            names = "--rank",
            paramLabel = "TEXT",
            description = "Show the numbers of this text, all of them if it is "
                    + "ambiguous; exit code 1 where it is not said.")
    private Optional<String> rank = Optional.empty();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private final Terminal terminal;
    private final StandardOutput out;

    GrammarShowVerb(Terminal terminal, StandardOutput out) {
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (nth.isPresent() == rank.isPresent()) {
            throw new IllegalArgumentException("show needs either --nth K or --rank TEXT");
        }
        Language language = Language.of(Grammars.read(file));
        List<Utterances> intents = intent.isPresent() ? List.of(language.intent(intent.get())) : language.intents();
        return nth.isPresent() ? show(intents, nth.get()) : rank(intents, rank.get());
    }

    private int show(List<Utterances> intents, BigInteger number) throws IOException {
        Painter painter = new Painter(terminal.paintsOut());
        Invented invented = new Invented(Surrogates.standard());
        boolean shown = false;
        for (Utterances each : intents) {
            if (number.compareTo(each.count()) <= 0) {
                Utterance utterance = each.utterance(number.subtract(BigInteger.ONE));
                AnnotatedText text = invented.text(utterance, number.longValue(), Surrogates.Veto.NONE);
                line(intents.size() == 1 ? "" : each.intent().name() + "\t", painter.paint(text));
                shown = true;
            }
        }
        if (!shown) {
            throw new IllegalArgumentException("there is no utterance " + number + "; the intents have at most "
                    + intents.stream()
                            .map(Utterances::count)
                            .max(BigInteger::compareTo)
                            .orElseThrow());
        }
        return 0;
    }

    private int rank(List<Utterances> intents, String text) throws IOException {
        boolean found = false;
        for (Utterances each : intents) {
            for (BigInteger number : each.ranks(text, MOST)) {
                line(each.intent().name() + "\t", number.add(BigInteger.ONE).toString());
                found = true;
            }
        }
        if (!found) {
            new Narrator(terminal, common.quiet).say("the grammar does not say that");
        }
        return found ? 0 : Failure.FAILED;
    }

    private void line(String before, String rest) throws IOException {
        out.write((before + rest + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A whole number of any size, at least one. */
    static final class Ordinal implements ITypeConverter<BigInteger> {
        @Override
        public BigInteger convert(String value) {
            if (!value.matches("0*[1-9][0-9]{0,5000}")) {
                throw new TypeConversionException("'" + value + "' is not a whole number of 1 or more");
            }
            return new BigInteger(value);
        }
    }
}
