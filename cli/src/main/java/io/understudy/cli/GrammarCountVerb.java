package io.understudy.cli;

import io.understudy.templates.grammar.language.Distinct;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Utterances;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says how much a grammar says. */
@Command(
        name = "count",
        versionProvider = Understudy.Version.class,
        addMethodSubcommands = false,
        abbreviateSynopsis = true,
        description = {
            "Counts, for each intent, the derivations exactly, and the distinct texts they make where that can be decided.",
            "What is invented later, such as names, counts as one."
        },
        footer = {"", "Example: understudy grammar count flights.grammar"})
final class GrammarCountVerb implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The grammar.")
    private String file = "";

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final StandardOutput out;

    GrammarCountVerb(StandardOutput out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Language language = Language.of(Grammars.read(file));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("INTENT", "DERIVATIONS", "DISTINCT TEXTS", "LINES"));
        for (Utterances intent : language.intents()) {
            rows.add(List.of(
                    intent.intent().name(),
                    number(intent.count()) + (intent.isOpen() ? " and what is invented" : ""),
                    distinct(intent.distinct()),
                    Count.of(intent.intent().body().alternatives().size())));
        }
        if (rows.size() > 2) {
            rows.add(List.of("(all)", number(language.count()), "", ""));
        }
        out.write(Table.of(rows).getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    static String distinct(Distinct distinct) {
        if (distinct.exact().isPresent()) {
            return number(distinct.exact().get());
        }
        return distinct.example().isPresent() ? "fewer: it is ambiguous" : "at most as many: too large to decide";
    }

    /** With commas, and its size where it is long. */
    static String number(BigInteger number) {
        String digits = String.format(Locale.ROOT, "%,d", number);
        return number.bitLength() < 64
                ? digits
                : digits.length() > 60 ? size(number) : digits + " (" + size(number) + ")";
    }

    private static String size(BigInteger number) {
        String plain = number.toString();
        return plain.charAt(0) + "." + plain.substring(1, 3) + "e" + (plain.length() - 1);
    }
}
