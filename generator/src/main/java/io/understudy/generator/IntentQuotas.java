package io.understudy.generator;

import io.understudy.core.BadDataException;
import io.understudy.templates.grammar.Definition.Intent;
import io.understudy.templates.grammar.language.Language;
import io.understudy.templates.grammar.language.Utterances;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many lines each intent of a grammar gets: what its author says, unless the caller says otherwise. */
public final class IntentQuotas {

    /** Lines in all, where nobody says how many. */
    public static final long DEFAULT_LINES = 1000;

    private IntentQuotas() {}

    /**
     * What the caller wants.
     *
     * @param count lines in all, test lines included
     * @param test how much of them is for a test: a share below 1, or a number of lines; 0 for none
     * @param intents only these, in this order; where a number is given, so many lines. Empty: all of the grammar
     */
    public record Wishes(Optional<Long> count, Optional<Double> test, Map<String, Optional<Long>> intents) {
        /** @throws IllegalArgumentException if the test is negative or larger than the count */
        public Wishes {
            intents = new LinkedHashMap<>(intents);
            if (test.isPresent() && !(test.get() >= 0)) {
                throw new IllegalArgumentException("the test has " + test.get() + " lines; expected 0 or more");
            }
            if (test.isPresent() && count.isPresent() && test.get() >= 1 && test.get() > count.get()) {
                throw new IllegalArgumentException("the test is to have %d of %d lines; expected no more than there are"
                        .formatted(test.get().longValue(), count.get()));
            }
        }
    }

    /** One intent with what was said about it so far. */
    private record Wanted(Utterances utterances, long lines, double testShare) {}

    /**
     * Where a count is given, intents get shares of it in proportion to the numbers of the grammar (equal shares, where
     * it has none); an intent with fewer derivations leaves the rest to the others while they have more.
     *
     * @throws IllegalArgumentException if an intent is not known
     * @throws BadDataException if a number of the grammar is none
     */
    public static List<IntentQuota> of(Language language, Wishes wishes) {
        List<Wanted> wanted = wanted(language, wishes);
        boolean noneSaid = wanted.stream().allMatch(each -> each.lines == 0);
        if (noneSaid || wishes.count.isPresent()) {
            wanted = shared(wanted, wishes.count.orElse(DEFAULT_LINES), noneSaid);
        }
        return wishes.test.isPresent() ? tested(wanted, wishes.test.get()) : asSaid(wanted);
    }

    private static List<Wanted> wanted(Language language, Wishes wishes) {
        if (wishes.intents.isEmpty()) {
            return language.intents().stream().map(IntentQuotas::said).toList();
        }
        List<Wanted> wanted = new ArrayList<>();
        wishes.intents.forEach((name, lines) -> {
            Wanted said = said(language.intent(name));
            wanted.add(new Wanted(said.utterances, lines.orElse(said.lines), said.testShare));
        });
        return wanted;
    }

    private static Wanted said(Utterances utterances) {
        Intent intent = utterances.intent();
        long train = number(intent, "train");
        long test = number(intent, "test");
        return new Wanted(utterances, train + test, test == 0 ? 0 : (double) test / (train + test));
    }

    private static long number(Intent intent, String key) {
        String text = intent.arguments().getOrDefault(key, "0");
        if (!text.matches("[0-9]{1,15}")) {
            throw new BadDataException(
                    intent.at().file(),
                    intent.at().line(),
                    "intent '%s' says %s=%s; expected a number of lines".formatted(intent.name(), key, text));
        }
        return Long.parseLong(text);
    }

    private static List<Wanted> shared(List<Wanted> wanted, long count, boolean evenly) {
        double[] weights =
                wanted.stream().mapToDouble(each -> evenly ? 1 : each.lines).toArray();
        long[] room = wanted.stream().mapToLong(IntentQuotas::derivations).toArray();
        long[] lines = Apportionment.of(count, weights, room);
        List<Wanted> shared = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            shared.add(new Wanted(wanted.get(i).utterances, lines[i], wanted.get(i).testShare));
        }
        return shared;
    }

    private static long derivations(Wanted wanted) {
        return wanted.utterances.isOpen()
                ? Long.MAX_VALUE
                : wanted.utterances
                        .count()
                        .min(BigInteger.valueOf(Long.MAX_VALUE))
                        .longValueExact();
    }

    private static List<IntentQuota> tested(List<Wanted> wanted, double test) {
        long all = wanted.stream().mapToLong(Wanted::lines).sum();
        long lines = test < 1 ? Math.round(test * all) : (long) test;
        if (lines > all) {
            throw new IllegalArgumentException(
                    "the test is to have %d of %d lines; expected no more than there are".formatted(lines, all));
        }
        long[] each = Apportionment.of(
                lines,
                wanted.stream().mapToDouble(Wanted::lines).toArray(),
                wanted.stream().mapToLong(Wanted::lines).toArray());
        List<IntentQuota> quotas = new ArrayList<>();
        for (int i = 0; i < each.length; i++) {
            quotas.add(new IntentQuota(wanted.get(i).utterances, wanted.get(i).lines - each[i], each[i]));
        }
        return quotas;
    }

    private static List<IntentQuota> asSaid(List<Wanted> wanted) {
        return wanted.stream()
                .map(each -> {
                    long test = Math.round(each.lines * each.testShare);
                    return new IntentQuota(each.utterances, each.lines - test, test);
                })
                .toList();
    }
}
