package io.understudy.eval.canary;

import io.understudy.core.AnnotatedText;

/**
 * A planted secret.
 *
 * @param opening the beginning of a record, with its mentions
 * @param secret digits
 * @param repeats how many times it is planted; 0 for one that is not, to compare with
 */
record Canary(AnnotatedText opening, String secret, int repeats) {

    /** How many digits a secret has. */
    static final int DIGITS = 4;

    /** How many secrets there are. */
    static final int SECRETS = 10_000;

    /** The line that is planted: the digits one by one, as a person says them. */
    AnnotatedText line() {
        return new AnnotatedText(opening.text() + " " + String.join(" ", secret.split("", -1)), opening.mentions());
    }
}
