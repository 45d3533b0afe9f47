package io.understudy.templates.induction;

import java.util.List;

/**
 * What may stand at one place of one or more rules.
 *
 * @param place between which slots
 * @param pattern how it is written
 * @param seen what the corpus has there, by records
 * @param rules how many rules use it
 */
record Phrases(Frame.Place place, Pattern pattern, Bag seen, int rules) {

    long records() {
        return seen.records();
    }

    /** The phrase, where there is but one. */
    boolean isFixed() {
        return pattern instanceof Pattern.Fixed || pattern instanceof Pattern.Empty;
    }

    static Phrases of(Frame.Place place, Bag seen, int rules, Bits bits) {
        return new Phrases(place, new Factoring(bits).pattern(seen), seen, rules);
    }

    /** Whether the pattern can be these words. */
    boolean matches(List<String> words) {
        return Matching.matches(pattern, words);
    }
}
