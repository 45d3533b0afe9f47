package io.understudy.generator.surrogate;

import java.util.EnumSet;
import java.util.Set;

/**
 * How originals are stood in for.
 *
 * @param reuse with which probability a mention takes the surrogate of the one before of its entity; asked where the
 *     strategy is {@link Strategy#MARKOV}
 * @param kept what of a name stays
 * @param plausible whether numbers may be somebody's
 * @param keepWeekdays whether dates move by whole weeks
 * @param moving what dates, times and ages move with
 */
public record AnonymizerOptions(
        Strategy strategy, double reuse, Set<Kept> kept, boolean plausible, boolean keepWeekdays, Moving moving) {

    /** One surrogate for one original, everything kept, numbers that are nobody's. */
    public static final AnonymizerOptions STANDARD =
            new AnonymizerOptions(Strategy.CONSISTENT, .5, EnumSet.allOf(Kept.class), false, false, Moving.DOCUMENT);

    /** What stands where an original stood. */
    public enum Strategy {
        /** One surrogate for one original, everywhere: the text stays what it was, and an original left over shows. */
        CONSISTENT,
        /** Another surrogate for every mention: an original left over does not show, and who is who is lost. */
        RANDOM,
        /** In between: a mention takes the surrogate of the one before of its entity, or a new one. */
        MARKOV,
        /** The label in brackets. */
        REDACT,
        /** An asterisk for each letter and digit. */
        MASK
    }

    /** What has one offset, so that intervals inside it stay. */
    public enum Moving {
        /** All of a document. */
        DOCUMENT,
        /**
         * What is said of a person, in every document: of the one named last before it in its line, else of the one
         * named next; of the document where the line names nobody.
         */
        ENTITY
    }

    /** What a surrogate has in common with the name it stands in for. */
    public enum Kept {
        /** The language the name is at home in. */
        ORIGIN,
        GENDER,
        /** How many parts the name has, and which: "Smith" becomes a surname. Without: first name and surname. */
        PARTS,
        /** An initial becomes an initial. Without: the whole name. */
        INITIALS,
        CAPITALS,
        /** Up to four letters, up to seven, or more. */
        LENGTH,
        /** Latin, Greek, Cyrillic, ... asked where the origin is not kept. */
        SCRIPT
    }

    /** @throws IllegalArgumentException if {@code reuse} is not between 0 and 1 */
    public AnonymizerOptions {
        if (!(reuse >= 0 && reuse <= 1)) {
            throw new IllegalArgumentException("the probability of reuse is " + reuse + "; expected 0 to 1");
        }
        kept = Set.copyOf(kept);
    }

    boolean keeps(Kept what) {
        return kept.contains(what);
    }

    public AnonymizerOptions with(Strategy other) {
        return new AnonymizerOptions(other, reuse, kept, plausible, keepWeekdays, moving);
    }
}
