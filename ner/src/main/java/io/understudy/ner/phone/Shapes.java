package io.understudy.ner.phone;

import java.util.IdentityHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shapes, tried at places of one text. */
final class Shapes {

    /** How far an expression may look. */
    private static final int WINDOW = 60;

    private final String text;
    private final IdentityHashMap<Pattern, Matcher> matchers = new IdentityHashMap<>();

    Shapes(String text) {
        this.text = text;
    }

    /** The end of what looks like a number with a country code, or {@code at}. */
    int international(int at) {
        return end(Shape.INTERNATIONAL, at);
    }

    /** The end of the number of this shape that begins at {@code at}, or {@code at}. */
    int end(Shape shape, int at) {
        int end = end(shape.pattern(), at);
        return end > at && shape.check().passes(text, at, end) ? end : at;
    }

    private int end(Pattern pattern, int at) {
        Matcher matcher = matchers.computeIfAbsent(
                pattern, any -> any.matcher(text).useTransparentBounds(true).useAnchoringBounds(false));
        return matcher.region(at, Math.min(at + WINDOW, text.length())).lookingAt() ? matcher.end() : at;
    }
}
