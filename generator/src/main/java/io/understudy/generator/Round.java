package io.understudy.generator;

import io.understudy.core.Seeds;
import io.understudy.templates.grammar.language.Sampling;
import io.understudy.templates.grammar.language.Utterance;
import io.understudy.templates.grammar.language.Utterances;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * How many lines of each intent are made in one go, each from a derivation of its own while there are enough. The first
 * round makes as many as are wanted; a later one, if lines were refused, eight times as many, for intents that still
 * lack some. An intent is done when a round had all its derivations, or some dozens of times as many as it is to have
 * lines; where something is invented, so that a derivation can give more than one line, after some rounds.
 *
 * @param number from 0
 * @param draws lines by intent
 * @param samples derivations by intent, by the place of the line; where there are fewer, they come again and again
 */
record Round(GrammarPlan plan, int number, List<Long> draws, List<Drawn> samples) {

    /** Derivations by their place. */
    interface Drawn {
        Utterance at(long place);
    }

    private static final int GROWTH = 8;

    /** More lines than these for each that is wanted have not helped before; what is invented takes longer. */
    private static final long MOST_TIMES = 512;

    private static final long MOST_TIMES_INVENTED = 64;

    /** As many are tried in any case. */
    private static final long FEW = 1 << 13;

    /** Rounds for an intent in which something is invented. */
    private static final int MOST_ROUNDS = 5;

    /** Where something is to be covered, the derivations that do. */
    static Round first(GrammarPlan plan) {
        return plan.covering().isEmpty() ? drawn(plan, 0) : covering(plan);
    }

    private static Round covering(GrammarPlan plan) {
        List<Long> draws = new ArrayList<>();
        List<Drawn> samples = new ArrayList<>();
        for (int intent = 0; intent < plan.intents().size(); intent++) {
            Utterances utterances = plan.intents().get(intent).utterances();
            List<BigInteger> ranks = plan.covering().get(intent);
            draws.add((long) ranks.size());
            samples.add(place -> utterances.utterance(ranks.get((int) place)));
        }
        return new Round(plan, 0, draws, samples);
    }

    private static Round drawn(GrammarPlan plan, int number) {
        return of(plan, number, plan.intents().stream().map(IntentQuota::lines).toList());
    }

    /** Lines that are looked at and not written. */
    static Round looked(GrammarPlan plan, long each) {
        return of(
                plan,
                -1,
                plan.intents().stream()
                        .map(part -> part.lines() == 0 ? 0 : each)
                        .toList());
    }

    /** How many lines of an intent can be had for each of this round. */
    double scale(int intent) {
        Utterances utterances = plan.intents().get(intent).utterances();
        double most = (double) most(intent);
        if (!utterances.isOpen()) {
            most = Math.min(most, utterances.count().doubleValue());
        }
        return most / Math.max(1, draws.get(intent));
    }

    /** Whether its lines are there to cover something. */
    boolean covers() {
        return number == 0 && !plan.covering().isEmpty();
    }

    private static Round of(GrammarPlan plan, int number, List<Long> wanted) {
        List<Long> draws = new ArrayList<>();
        List<Drawn> samples = new ArrayList<>();
        for (int intent = 0; intent < wanted.size(); intent++) {
            Utterances utterances = plan.intents().get(intent).utterances();
            Sampling sample = utterances.sample(seed(plan, number, intent), wanted.get(intent), plan.even());
            samples.add(place -> sample.utterance(place % sample.size()));
            draws.add(utterances.isOpen() ? wanted.get(intent) : Long.valueOf(sample.size()));
        }
        return new Round(plan, number, draws, samples);
    }

    Round next(QuotaSelection selection) {
        if (covers()) {
            return drawn(plan, 1);
        }
        List<Long> next = new ArrayList<>();
        for (int intent = 0; intent < draws.size(); intent++) {
            Utterances utterances = plan.intents().get(intent).utterances();
            long last = draws.get(intent);
            boolean hasMore = utterances.isOpen()
                    ? number + 1 < MOST_ROUNDS
                    : BigInteger.valueOf(last).compareTo(utterances.count()) < 0;
            next.add(selection.lacks(intent) && hasMore && last < most(intent) ? last * GROWTH : 0L);
        }
        return of(plan, number + 1, next);
    }

    private long most(int intent) {
        IntentQuota quota = plan.intents().get(intent);
        long times = quota.utterances().isOpen() ? MOST_TIMES_INVENTED : MOST_TIMES;
        return Math.max(FEW, times * Math.min(Long.MAX_VALUE / times, quota.lines()));
    }

    boolean isEmpty() {
        return draws.stream().allMatch(lines -> lines == 0);
    }

    /** The derivation of a line of an intent. */
    Utterance utterance(int intent, long line) {
        return samples.get(intent).at(line);
    }

    long chunks(int size) {
        long sum = draws.stream().mapToLong(Long::longValue).sum();
        return (sum + size - 1) / size;
    }

    /** The seed of an intent in this round. */
    long seed(int intent) {
        return seed(plan, number, intent);
    }

    private static long seed(GrammarPlan plan, int number, int intent) {
        return Seeds.derive(Seeds.derive(plan.seed(), number), intent);
    }

    /** How many of {@code all} come before part {@code part} of {@code parts} equal ones. */
    static long share(long all, long part, long parts) {
        return Math.multiplyHigh(all, part) == 0 && all * part >= 0
                ? all * part / parts
                : BigInteger.valueOf(all)
                        .multiply(BigInteger.valueOf(part))
                        .divide(BigInteger.valueOf(parts))
                        .longValueExact();
    }
}
