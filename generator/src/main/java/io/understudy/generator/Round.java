package io.understudy.generator;

import io.understudy.core.Seeds;
import io.understudy.templates.grammar.language.Sampling;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * How many derivations of each intent are drawn in one go. The first round draws as many as are wanted; a later one, if
 * lines were refused, draws eight times as many, for intents that still lack some. An intent is done when a round drew
 * all it has; where something is invented, it is tried a few times more, because it gives other lines then.
 *
 * @param number from 0
 * @param samples by intent
 */
record Round(GrammarPlan plan, int number, List<Sampling> samples) {

    private static final int GROWTH = 8;

    /** More draws than these have not helped before. */
    private static final long MOST = 1L << 32;

    /** Rounds over all derivations, where something is invented. */
    private static final int REPEATS = 12;

    static Round first(GrammarPlan plan) {
        return of(plan, 0, plan.intents().stream().map(IntentQuota::lines).toList());
    }

    private static Round of(GrammarPlan plan, int number, List<Long> draws) {
        List<Sampling> samples = new ArrayList<>();
        for (int intent = 0; intent < draws.size(); intent++) {
            samples.add(plan.intents()
                    .get(intent)
                    .utterances()
                    .sample(seed(plan, number, intent), draws.get(intent), plan.even()));
        }
        return new Round(plan, number, samples);
    }

    Round next(QuotaSelection selection) {
        List<Long> next = new ArrayList<>();
        for (int intent = 0; intent < samples.size(); intent++) {
            BigInteger all = plan.intents().get(intent).utterances().count();
            long last = draws(intent);
            boolean wasAll = BigInteger.valueOf(last).equals(all);
            boolean more = last > 0
                    && selection.lacks(intent)
                    && last < MOST
                    && (!wasAll || (number < REPEATS && selection.invents(intent)));
            next.add(more ? last * GROWTH : 0L);
        }
        return of(plan, number + 1, next);
    }

    boolean isEmpty() {
        return samples.stream().allMatch(sample -> sample.size() == 0);
    }

    /** How many derivations of the intent are drawn. */
    long draws(int intent) {
        return samples.get(intent).size();
    }

    long chunks(int size) {
        long sum = samples.stream().mapToLong(Sampling::size).sum();
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
