package io.understudy.templates.grammar;

import java.util.Optional;

/**
 * One of several ways to go on: a line of a definition, or what stands between bars.
 *
 * @param side where utterances of this line go when train and test are written; only on lines of intents
 */
public record Alternative(Weight weight, Optional<Side> side, Expression body, Position at) {

    /** A side of a split. */
    public enum Side {
        TRAIN,
        TEST
    }

    public Alternative(Expression body) {
        this(Weight.ONE, Optional.empty(), body, body.at());
    }

    public Alternative(Weight weight, Expression body) {
        this(weight, Optional.empty(), body, body.at());
    }
}
