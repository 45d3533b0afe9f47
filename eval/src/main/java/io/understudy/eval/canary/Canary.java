package io.understudy.eval.canary;

import io.understudy.core.AnnotatedText;
import java.util.stream.Collectors;

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
        return new AnnotatedText(opening.text() + " " + spoken(), opening.mentions());
    }

    /** The digits with spaces between. */
    String spoken() {
        return secret.chars().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }
}
