package io.understudy.generator;

import io.understudy.templates.grammar.Alternative.Side;
import io.understudy.templates.grammar.language.Utterances;

/**
 * How many lines of an intent are wanted.
 *
 * @param train for the training side, 0 or more; all lines where nothing is split
 * @param test for the test side, 0 or more
 */
public record IntentQuota(Utterances utterances, long train, long test) {

    /** @throws IllegalArgumentException if a number is negative */
    public IntentQuota {
        if (train < 0 || test < 0) {
            throw new IllegalArgumentException("intent '" + utterances.intent().name() + "' is to have "
                    + Math.min(train, test) + " lines; expected 0 or more");
        }
    }

    public long lines() {
        return train + test;
    }

    long of(Side side) {
        return side == Side.TRAIN ? train : test;
    }
}
