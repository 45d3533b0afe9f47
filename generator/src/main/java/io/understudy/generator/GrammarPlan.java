package io.understudy.generator;

import java.math.BigInteger;
import java.util.List;

/**
 * How much to generate from a grammar.
 *
 * @param intents in the order of the grammar
 * @param covering for each of them, numbers of derivations that come first, on the training side
 * @param even whether each derivation of an intent is as likely as any other; otherwise the grammar's weights hold
 * @param disjoint what train and test may not share
 * @param seed the only chance
 * @param threads how many make lines, 1 or more; changes no byte of the output
 */
public record GrammarPlan(
        List<IntentQuota> intents,
        List<List<BigInteger>> covering,
        boolean even,
        Disjoint disjoint,
        long seed,
        int threads) {

    /** @throws IllegalArgumentException if there are no threads */
    public GrammarPlan {
        intents = List.copyOf(intents);
        covering = List.copyOf(covering);
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + "; expected 1 or more");
        }
    }

    public GrammarPlan(List<IntentQuota> intents, boolean even, Disjoint disjoint, long seed, int threads) {
        this(intents, List.of(), even, disjoint, seed, threads);
    }

    /** Lines wanted in all. */
    public long lines() {
        return intents.stream().mapToLong(IntentQuota::lines).sum();
    }

    /** Whether some lines are for a test. */
    public boolean isSplit() {
        return intents.stream().anyMatch(quota -> quota.test() > 0);
    }
}
