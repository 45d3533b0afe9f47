package io.understudy.core;

/**
 * How a surface looked, without what it said: {@code Xx Xx} for "Ada Byrne", {@code ddd-dddd} for "555-0134". A run of
 * letters becomes {@code Xx} (title case), {@code XX} (upper), {@code X} (one capital), {@code x} (lower) or
 * {@code Xxx} (mixed, such as "McKay"); each digit becomes {@code d}; everything else stays as it is, so the pattern
 * holds punctuation and spacing of the original and nothing else of it.
 *
 * @param pattern as above; empty when nothing is known
 */
public record Shape(String pattern) {

    /** Nothing is known of the original. */
    public static final Shape UNKNOWN = new Shape("");

    /** Longer surfaces keep the shape of their beginning only. */
    private static final int MAX_LENGTH = 64;

    public static Shape of(CharSequence surface) {
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        while (at < surface.length() && pattern.length() < MAX_LENGTH) {
            int codePoint = Character.codePointAt(surface, at);
            if (Character.isLetter(codePoint)) {
                at = letters(surface, at, pattern);
            } else {
                // Combining marks belong to the letter before them; other scripts' digits are digits.
                if (Character.isDigit(codePoint)) {
                    pattern.append('d');
                } else if (Character.getType(codePoint) != Character.NON_SPACING_MARK) {
                    pattern.appendCodePoint(codePoint);
                }
                at += Character.charCount(codePoint);
            }
        }
        return new Shape(pattern.toString());
    }

    private static int letters(CharSequence surface, int from, StringBuilder pattern) {
        int upper = 0;
        int total = 0;
        boolean first = false;
        int at = from;
        while (at < surface.length()) {
            int codePoint = Character.codePointAt(surface, at);
            if (Character.isLetter(codePoint)) {
                boolean isUpper = Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint);
                first |= total == 0 && isUpper;
                upper += isUpper ? 1 : 0;
                total++;
            } else if (Character.getType(codePoint) != Character.NON_SPACING_MARK) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        pattern.append(
                upper == 0 ? "x" : upper == total ? (total == 1 ? "X" : "XX") : first && upper == 1 ? "Xx" : "Xxx");
        return at;
    }

    /** Whether letters occur and none of them is upper case. */
    public boolean isLower() {
        return pattern.indexOf('x') >= 0 && pattern.indexOf('X') < 0;
    }

    /** Whether letters occur, none of them is lower case, and there is a run of two or more. */
    public boolean isUpper() {
        return pattern.indexOf('x') < 0 && pattern.contains("XX");
    }

    /** The number of parts between spaces; 0 when nothing is known. */
    public int words() {
        return pattern.isBlank() ? 0 : pattern.strip().split("\\s+").length;
    }
}
