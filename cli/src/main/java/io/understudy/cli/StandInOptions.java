package io.understudy.cli;

import io.understudy.generator.surrogate.AnonymizerOptions;
import io.understudy.generator.surrogate.AnonymizerOptions.Kept;
import io.understudy.generator.surrogate.AnonymizerOptions.Moving;
import io.understudy.generator.surrogate.AnonymizerOptions.Strategy;
import io.understudy.generator.surrogate.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How originals are stood in for. */
final class StandInOptions {

    /** What is linked, and what dates move with. */
    enum Scope {
        LINE,
        DOCUMENT,
        CORPUS
    }

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Secret that says which surrogate an original gets (default: a fresh one, kept nowhere).")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            converter = Choice.Strategies.class,
            description = "consistent (default), random, markov, redact or mask.")
    private Strategy strategy = Strategy.CONSISTENT;

    @Option(
            names = "--reuse",
            paramLabel = "P",
            description = "Probability that markov takes the surrogate of the mention before (default 0.5).")
    private double reuse = AnonymizerOptions.STANDARD.reuse();

    @Option(
            names = "--scope",
            paramLabel = "NAME",
            converter = Choice.Scopes.class,
            description = "Where mentions are linked and dates move together: line, document (default) or corpus. A"
                    + " document is a plain text, or a record of another format.")
    Scope scope = Scope.DOCUMENT;

    @Option(
            names = "--lose",
            paramLabel = "A,B",
            converter = Choice.KeptOnes.class,
            description = "What surrogates of names need not keep: origin, gender, parts, initials, capitals, length,"
                    + " script.")
    private Set<Kept> lose = Set.of();

    @Option(names = "--keep-weekdays", description = "Move dates by whole weeks.")
    private boolean keepWeekdays;

    @Option(
            names = "--dates-by",
            paramLabel = "NAME",
            converter = Choice.Movings.class,
            description =
                    "What dates, times and ages keep their intervals in: document (default), or entity, the person"
                            + " they are said of, in every document.")
    private Moving datesBy = Moving.DOCUMENT;

    Secret secret() throws IOException {
        return keyFile.isPresent() ? Secret.read(keyFile.get()) : Secret.fresh();
    }

    AnonymizerOptions options(boolean plausible) {
        Set<Kept> kept = EnumSet.allOf(Kept.class);
        kept.removeAll(lose);
        return new AnonymizerOptions(strategy, reuse, kept, plausible, keepWeekdays, datesBy);
    }

    void record(Map<String, String> recipe) {
        recipe.put("key", keyFile.isPresent() ? "from a file" : "fresh, not kept");
        recipe.put("strategy", Choice.name(strategy));
        if (strategy == Strategy.MARKOV) {
            recipe.put("reuse", Double.toString(reuse));
        }
        recipe.put("scope", Choice.name(scope));
        recipe.put(
                "lose",
                lose.isEmpty()
                        ? "nothing"
                        : lose.stream().map(Choice::name).sorted().collect(Collectors.joining(",")));
        recipe.put("keep_weekdays", Boolean.toString(keepWeekdays));
        recipe.put("dates_by", Choice.name(datesBy));
    }
}
