package io.understudy.generator;

import io.understudy.core.Seeds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * How many derivations of each intent are drawn in one go. The first round draws as many as are wanted; a later one, if
 * lines were refused, draws eight times as many, for intents that still lack some. An intent is done when a round drew all
 * it has; where something is invented, it is tried a few times more, because it gives other lines then.
 *
 * @param number from 0
 * @param draws by intent
 */
record Round(GrammarPlan plan, int number, List<Long> draws) {

    private static final int GROWTH = 8;

    /** More draws than these have not helped before. */
    private static final long MOST = 1L << 32;

    /** Rounds over all derivations, where something is invented. */
    private static final int REPEATS = 12;

    static Round first(GrammarPlan plan) {
        return new Round(
                plan,
                0,
                plan.intents().stream()
                        .map(quota -> Math.min(quota.lines(), derivations(quota)))
                        .toList());
    }

    Round next(QuotaSelection selection) {
        List<Long> next = new ArrayList<>();
        for (int intent = 0; intent < draws.size(); intent++) {
            IntentQuota quota = plan.intents().get(intent);
            long all = derivations(quota);
            long last = draws.get(intent);
            boolean more = last > 0
                    && selection.lacks(intent)
                    && (last < all || (number < REPEATS && quota.utterances().hasOpenParts()));
            next.add(more ? Math.min(all, Math.min(MOST, last) * GROWTH) : 0L);
        }
        return new Round(plan, number + 1, next);
    }

    boolean isEmpty() {
        return draws.stream().allMatch(draw -> draw == 0);
    }

    long draws(int intent) {
        return draws.get(intent);
    }

    long chunks(int size) {
        long sum = draws.stream().mapToLong(Long::longValue).sum();
        return (sum + size - 1) / size;
    }

    long seed(long seed, int intent) {
        return Seeds.derive(Seeds.derive(seed, number), intent);
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

    private static long derivations(IntentQuota quota) {
        return quota.utterances().count().min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }
}
