package io.understudy.generator;

import io.understudy.templates.grammar.language.Trait;
import java.util.Optional;

/**
 * How many lines are to be of an intent, or to have a trait.
 *
 * @param said as the caller says it; how messages name it
 * @param intent its name; empty where a trait counts
 * @param trait empty where an intent counts
 * @param least lines
 * @param most lines; {@link Long#MAX_VALUE} for any number
 */
public record Quota(String said, Optional<String> intent, Optional<Trait> trait, long least, long most) {

    /** @throws IllegalArgumentException if it asks for both or neither, or for fewer lines than it allows */
    public Quota {
        if (intent.isPresent() == trait.isPresent()) {
            throw new IllegalArgumentException(said + ": expected an intent or a trait");
        }
        if (least < 0 || most < least) {
            throw new IllegalArgumentException(
                    said + ": from " + least + " to " + most + " lines; expected the lower number first");
        }
    }
}
