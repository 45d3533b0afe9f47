package io.understudy.ner.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a line: a word, a number, a mark, or the end of the line.
 *
 * @param lower in small letters
 */
record Token(int start, int end, Kind kind, String lower) {

    enum Kind {
        /** Begins with a digit, or is letters and digits mixed as postcodes are. */
        NUMBER,
        /** Begins with a capital, or with a letter of a script that has none. */
        CAPITAL,
        SMALL,
        MARK,
        LINE_END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean is(String word) {
        return lower.equals(word);
    }

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (c == '\n') {
                tokens.add(new Token(at, end, Kind.LINE_END, "\n"));
            } else if (Character.isLetterOrDigit(c)) {
                boolean digit = Character.isDigit(c);
                while (end < text.length() && isInside(text, end)) {
                    digit |= Character.isDigit(text.charAt(end));
                    end += Character.charCount(text.codePointAt(end));
                }
                Kind kind = digit ? Kind.NUMBER : Character.isLowerCase(c) ? Kind.SMALL : Kind.CAPITAL;
                tokens.add(new Token(at, end, kind, text.substring(at, end).toLowerCase(Locale.ROOT)));
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                tokens.add(new Token(at, end, Kind.MARK, text.substring(at, end)));
            }
            at = end;
        }
        return tokens;
    }

    private static boolean isInside(String text, int at) {
        int c = text.codePointAt(at);
        if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        return (c == '-' || c == '/' || c == '\'' || c == '\u2019')
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.codePointAt(at + 1));
    }
}
