package io.understudy.cli;

import io.understudy.core.text.Nearest;
import io.understudy.generator.Disjoint;
import io.understudy.generator.IntentQuotas;
import io.understudy.generator.Quota;
import io.understudy.templates.grammar.Grammar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What can be said about lines made from a grammar. */
final class GrammarOptions {

    @Option(
            names = "--test",
            paramLabel = "N",
            converter = Test.class,
            description = "Grammar: how much goes to test.*, a share (0.2) or lines (500); the rest to train.*.")
    private Optional<Double> test = Optional.empty();

    @Option(
            names = "--disjoint",
            paramLabel = "WHAT",
            converter = Apart.class,
            description = "Grammar: what train and test do not share: line (default), template, value or both.")
    private Optional<Disjoint> disjoint = Optional.empty();

    @Option(
            names = "--intent",
            paramLabel = "NAME[=N]",
            converter = Wanted.class,
            description = "Grammar: only this intent, with N lines; may be given again.")
    private List<IntentLines> intents = new ArrayList<>();

    @Option(
            names = "--uniform",
            description = "Grammar: every utterance of an intent is as likely as any other, whatever the weights.")
    private boolean uniform;

    @Option(
            names = "--against",
            paramLabel = "ORIGINAL",
            description = "Grammar: compare with this corpus, and let none of its names or lines through.")
    private List<String> against = new ArrayList<>();

    @Mixin
    private final QuotaOptions quotas = new QuotaOptions();

    private record IntentLines(String name, Optional<Long> lines) {}

    List<String> against() {
        return against;
    }

    boolean uniform() {
        return uniform;
    }

    Disjoint disjoint() {
        return disjoint.orElse(Disjoint.LINE);
    }

    Optional<Cover> cover() {
        return quotas.cover;
    }

    /** @throws IllegalArgumentException if an intent was given twice */
    IntentQuotas.Wishes wishes(Optional<Long> count, Grammar grammar) {
        Map<String, Optional<Long>> wanted = new LinkedHashMap<>();
        for (IntentLines intent : intents) {
            if (wanted.put(intent.name(), intent.lines()) != null) {
                throw new IllegalArgumentException("--intent names " + intent.name() + " twice");
            }
        }
        List<Quota> asked = quotas.quotas(grammar);
        return new IntentQuotas.Wishes(quotas.lines(count, asked), test, wanted, asked, quotas.balance(), uniform);
    }

    /** @throws IllegalArgumentException if one of these was given, and no grammar */
    void checkUnused() {
        List<String> used = new ArrayList<>();
        test.ifPresent(share -> used.add("--test"));
        disjoint.ifPresent(what -> used.add("--disjoint"));
        if (!intents.isEmpty()) {
            used.add("--intent");
        }
        if (uniform) {
            used.add("--uniform");
        }
        if (!against.isEmpty()) {
            used.add("--against");
        }
        used.addAll(quotas.used());
        if (!used.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join(", ", used) + ": only for grammars, and no input is one; expected a .grammar file");
        }
    }

    /** What of this shapes the output, by option. */
    void record(Map<String, String> recipe) {
        test.ifPresent(share -> recipe.put("test", Wanted.number(share)));
        recipe.put("disjoint", Choice.name(disjoint()));
        if (!intents.isEmpty()) {
            recipe.put(
                    "intents",
                    intents.stream()
                            .map(each -> each.name()
                                    + each.lines().map(lines -> "=" + lines).orElse(""))
                            .collect(Collectors.joining(",")));
        }
        quotas.record(recipe);
        recipe.put("uniform", Boolean.toString(uniform));
    }

    /** A share, or a whole number. */
    static final class Test implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            if (!value.matches("[0-9]{1,15}|0?\\.[0-9]{1,15}")) {
                throw new TypeConversionException(
                        "'" + value + "' is neither a share such as 0.2 nor a whole number of lines");
            }
            return Double.valueOf(value);
        }
    }

    static final class Apart implements ITypeConverter<Disjoint> {
        @Override
        public Disjoint convert(String value) {
            return Arrays.stream(Disjoint.values())
                    .filter(each -> Choice.name(each).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Nearest.unknown(
                            "way to keep train and test apart",
                            value,
                            Arrays.stream(Disjoint.values()).map(Choice::name).toList())));
        }
    }

    /** {@code NAME} or {@code NAME=N}. */
    static final class Wanted implements ITypeConverter<IntentLines> {
        @Override
        public IntentLines convert(String value) {
            int equals = value.lastIndexOf('=');
            String name = equals < 0 ? value : value.substring(0, equals);
            if (name.isBlank() || (equals >= 0 && !value.substring(equals + 1).matches("[0-9]{1,15}"))) {
                throw new TypeConversionException("'" + value + "' is no intent; expected NAME or NAME=LINES");
            }
            return new IntentLines(
                    name, equals < 0 ? Optional.empty() : Optional.of(Long.valueOf(value.substring(equals + 1))));
        }

        private static String number(double share) {
            return share < 1 ? Double.toString(share) : Long.toString((long) share);
        }
    }
}
