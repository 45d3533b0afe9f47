package io.understudy.generator;

import io.understudy.templates.grammar.Alternative.Side;
import io.understudy.templates.grammar.language.Utterances;
import java.util.List;

/**
 * How many lines of an intent are wanted; or of a part of it, where its utterances are told apart by quotas.
 *
 * @param train for the training side, 0 or more; all lines where nothing is split
 * @param test for the test side, 0 or more
 * @param quotas that its lines count for
 * @param others no line may be an utterance of these
 */
public record IntentQuota(Utterances utterances, long train, long test, List<Quota> quotas, List<Utterances> others) {

    /** @throws IllegalArgumentException if a number is negative */
    public IntentQuota {
        quotas = List.copyOf(quotas);
        others = List.copyOf(others);
        if (train < 0 || test < 0) {
            throw new IllegalArgumentException("intent '" + utterances.intent().name() + "' is to have "
                    + Math.min(train, test) + " lines; expected 0 or more");
        }
    }

    public IntentQuota(Utterances utterances, long train, long test) {
        this(utterances, train, test, List.of(), List.of());
    }

    /** The same with other numbers. */
    public IntentQuota with(long trainLines, long testLines) {
        return new IntentQuota(utterances, trainLines, testLines, quotas, others);
    }

    public long lines() {
        return train + test;
    }

    public String name() {
        return utterances.intent().name();
    }

    long of(Side side) {
        return side == Side.TRAIN ? train : test;
    }
}
