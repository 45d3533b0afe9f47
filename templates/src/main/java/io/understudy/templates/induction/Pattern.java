package io.understudy.templates.induction;

import java.util.List;

/** What an induced phrase looks like, with the records behind each part. */
sealed interface Pattern {

    /**
     * Fixed words.
     *
     * @param words as {@link Joined} cuts them; not empty
     */
    record Fixed(List<String> words) implements Pattern {}

    /** One after the other; at least two. */
    record Chain(List<Pattern> parts) implements Pattern {}

    /** One of at least two, by their records. */
    record Choice(List<Weighted> alternatives) implements Pattern {}

    /**
     * There or not.
     *
     * @param records that have it
     * @param of records that could
     */
    record Maybe(Pattern pattern, long records, long of) implements Pattern {}

    /** Nothing at all. */
    record Empty() implements Pattern {}

    /** One alternative and the records behind it. */
    record Weighted(Pattern pattern, long records) {}
}
