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
import java.util.Set;
import java.util.stream.LongStream;

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
     * @param quotas how many lines are to have something
     * @param balance what is to occur equally often
     * @param even whether each derivation of an intent is as likely as any other; otherwise the weights hold
     */
    public record Wishes(
            Optional<Long> count,
            Optional<Double> test,
            Map<String, Optional<Long>> intents,
            List<Quota> quotas,
            Set<Balance> balance,
            boolean even) {
        /** @throws IllegalArgumentException if the test is negative or larger than the count */
        public Wishes {
            intents = new LinkedHashMap<>(intents);
            quotas = List.copyOf(quotas);
            balance = Set.copyOf(balance);
            if (even && (balance.contains(Balance.VALUES) || balance.contains(Balance.ALTERNATIVES))) {
                throw new IllegalArgumentException(
                        "values or alternatives are to be balanced, and every utterance is to"
                                + " be as likely as any other; expected one of the two");
            }
            if (test.isPresent() && !(test.get() >= 0)) {
                throw new IllegalArgumentException("the test has " + test.get() + " lines; expected 0 or more");
            }
            if (test.isPresent() && count.isPresent() && test.get() >= 1 && test.get() > count.get()) {
                throw new IllegalArgumentException("the test is to have %d of %d lines; expected no more than there are"
                        .formatted(test.get().longValue(), count.get()));
            }
        }

        public Wishes(Optional<Long> count, Optional<Double> test, Map<String, Optional<Long>> intents) {
            this(count, test, intents, List.of(), Set.of(), false);
        }
    }

    /**
     * One intent with what was said about it so far.
     *
     * @param fixed whether the caller gave its number
     */
    record Wanted(Utterances utterances, long lines, double testShare, boolean fixed, List<Quota> quotas) {
        Wanted with(long number) {
            return new Wanted(utterances, number, testShare, fixed, quotas);
        }
    }

    /**
     * Where a count is given, intents get shares of it in proportion to the numbers of the grammar (equal shares, where
     * it has none); an intent with fewer derivations leaves the rest to the others while they have more. Where there
     * are quotas, or labels to balance, intents are set apart by what their utterances have, and each part is given
     * lines.
     *
     * @throws IllegalArgumentException if an intent is not known, or a quota asks for what no utterance has
     * @throws BadDataException if a number of the grammar is none
     */
    public static List<IntentQuota> of(Language language, Wishes wishes) {
        List<Wanted> wanted = wanted(language, wishes);
        boolean noneSaid = wanted.stream().allMatch(each -> each.lines == 0);
        boolean evenly = noneSaid || wishes.balance.contains(Balance.INTENTS);
        if (evenly || wishes.count.isPresent()) {
            long said = wanted.stream().mapToLong(Wanted::lines).sum();
            wanted = shared(wanted, wishes.count.orElse(noneSaid ? DEFAULT_LINES : said), evenly);
        }
        if (wishes.balance.contains(Balance.VALUES) || wishes.balance.contains(Balance.ALTERNATIVES)) {
            wanted = wanted.stream().map(each -> balanced(each, wishes.balance)).toList();
        }
        if (!wishes.quotas.isEmpty() || wishes.balance.contains(Balance.LABELS)) {
            wanted = new Partition(wanted, wishes).parts();
        }
        List<IntentQuota> quotas = wishes.test.isPresent() ? tested(wanted, wishes.test.get()) : asSaid(wanted);
        return quotas.stream()
                .map(each -> new IntentQuota(
                        each.utterances(),
                        each.train(),
                        each.test(),
                        each.quotas(),
                        Negatives.others(each.utterances().intent(), language)))
                .toList();
    }

    /**
     * The same with as many lines of each intent as it takes to cover it, at least; what has a quota of its own keeps
     * its lines.
     *
     * @param least lines that cover each
     * @param asked lines in all; empty: no others. Where there are fewer than it takes, the quotas stay as they are
     */
    public static List<IntentQuota> covering(List<IntentQuota> quotas, List<Integer> least, Optional<Long> asked) {
        long[] all = new long[quotas.size()];
        long[] room = new long[all.length];
        double[] weights = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            IntentQuota quota = quotas.get(i);
            all[i] = quota.quotas().isEmpty() ? least.get(i) : quota.lines();
            weights[i] = quota.quotas().isEmpty() ? quota.lines() : 0;
            room[i] = weights[i] > 0 ? Math.max(0, derivations(quota.utterances()) - all[i]) : 0;
        }
        long taken = LongStream.of(all).sum();
        if (asked.isPresent() && asked.get() < taken) {
            return quotas;
        }
        long[] rest = Apportionment.of(asked.orElse(taken) - taken, weights, room);
        List<IntentQuota> covering = new ArrayList<>();
        for (int i = 0; i < rest.length; i++) {
            IntentQuota quota = quotas.get(i);
            long lines = all[i] + rest[i];
            boolean isSplit =
                    quota.lines() > 0 && (asked.isPresent() || !quota.quotas().isEmpty());
            long test = isSplit ? lines * quota.test() / quota.lines() : 0;
            covering.add(quota.with(lines - test, test));
        }
        return covering;
    }

    private static Wanted balanced(Wanted wanted, Set<Balance> what) {
        Utterances balanced =
                wanted.utterances.balanced(what.contains(Balance.ALTERNATIVES), what.contains(Balance.VALUES));
        return new Wanted(balanced, wanted.lines, wanted.testShare, wanted.fixed, wanted.quotas);
    }

    private static List<Wanted> wanted(Language language, Wishes wishes) {
        if (wishes.intents.isEmpty()) {
            return language.intents().stream().map(IntentQuotas::said).toList();
        }
        List<Wanted> wanted = new ArrayList<>();
        wishes.intents.forEach((name, lines) -> {
            Wanted said = said(language.intent(name));
            wanted.add(new Wanted(
                    said.utterances, lines.orElse(said.lines), said.testShare, lines.isPresent(), List.of()));
        });
        return wanted;
    }

    private static Wanted said(Utterances utterances) {
        Intent intent = utterances.intent();
        long train = number(intent, "train");
        long test = number(intent, "test");
        return new Wanted(utterances, train + test, test == 0 ? 0 : (double) test / (train + test), false, List.of());
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
            shared.add(wanted.get(i).with(lines[i]));
        }
        return shared;
    }

    static long derivations(Wanted wanted) {
        return derivations(wanted.utterances);
    }

    private static long derivations(Utterances utterances) {
        return utterances.isOpen()
                ? Long.MAX_VALUE
                : utterances.count().min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
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
            quotas.add(quota(wanted.get(i), each[i]));
        }
        return quotas;
    }

    private static List<IntentQuota> asSaid(List<Wanted> wanted) {
        return wanted.stream()
                .map(each -> quota(each, Math.round(each.lines * each.testShare)))
                .toList();
    }

    private static IntentQuota quota(Wanted wanted, long test) {
        return new IntentQuota(wanted.utterances, wanted.lines - test, test, wanted.quotas, List.of());
    }
}
