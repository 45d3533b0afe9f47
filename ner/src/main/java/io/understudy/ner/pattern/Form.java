package io.understudy.ner.pattern;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to write a mention. Letters match in either case.
 *
 * @param evidence names the form
 * @param label of the mention
 * @param pattern tried at one place
 * @param group what of the match is the mention; 0 for all of it
 * @param check what the pattern cannot say: checksums, ranges, context
 */
record Form(Evidence evidence, Label label, Pattern pattern, int group, Check check) {

    /** How far an expression may look. */
    private static final int WINDOW = 160;

    /** Whether the characters from {@code start} to {@code end} are what they look like. */
    @FunctionalInterface
    interface Check {
        boolean passes(String text, int start, int end);
    }

    static Form of(String rule, Label label, String expression) {
        return of(rule, label, expression, (text, start, end) -> true);
    }

    static Form of(String rule, Label label, String expression, Check check) {
        return of(rule, label, expression, 0, check);
    }

    /** A form whose mention is the first group of the expression. */
    static Form within(String rule, Label label, String expression, Check check) {
        return of(rule, label, expression, 1, check);
    }

    private static Form of(String rule, Label label, String expression, int group, Check check) {
        return new Form(
                Evidence.of("patterns", label.name().toLowerCase(Locale.ROOT) + "." + rule),
                label,
                Pattern.compile(expression, Pattern.CASE_INSENSITIVE),
                group,
                check);
    }

    /** To be used for one text, at any number of places. */
    Matcher matcher(String text) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** The mention that begins at {@code at}, or a little after where the form has context before it. */
    Optional<Finding> match(String text, int at, Matcher matcher) {
        if (!matcher.region(at, Math.min(at + WINDOW, text.length())).lookingAt()) {
            return Optional.empty();
        }
        int start = matcher.start(group);
        int end = matcher.end(group);
        return end > start && check.passes(text, start, end)
                ? Optional.of(new Finding(new Mention(start, end, label), Finding.USUAL_SCORE, evidence))
                : Optional.empty();
    }
}
