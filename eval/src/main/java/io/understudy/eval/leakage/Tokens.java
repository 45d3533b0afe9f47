package io.understudy.eval.leakage;

import io.understudy.core.text.Normalization;
import java.util.ArrayList;
import java.util.List;

/**
 * A line's words with what normalisation takes away: their case and what stands between them. Slower than
 * {@link WordRuns}, for lines that have given cause to look closer.
 */
final class Tokens {

    /**
     * One word.
     *
     * @param start UTF-16 offset in the line
     * @param end one past its last unit
     * @param word normalised, apostrophes joined, possessive left out
     * @param gap what stands between it and the word before
     */
    record Token(int start, int end, String word, String gap) {

        boolean isUpper(String line) {
            return Character.isUpperCase(line.codePointAt(start)) || Character.isTitleCase(line.codePointAt(start));
        }

        boolean isInitial() {
            return word.codePointCount(0, word.length()) == 1 && Character.isLetter(word.codePointAt(0));
        }

        long hash() {
            return WordRuns.hash(word);
        }
    }

    /** Letters that a word has at least, of which a number behind them is no part. */
    private static final int NUMBERED = 4;

    private Tokens() {}

    static List<Token> of(String line) {
        List<Token> tokens = new ArrayList<>();
        int before = 0;
        for (int at = 0; at < line.length(); ) {
            int c = line.codePointAt(at);
            if (!Character.isLetterOrDigit(c)) {
                at += Character.charCount(c);
                continue;
            }
            int start = at;
            while (at < line.length() && continues(line, at)) {
                at += Character.charCount(line.codePointAt(at));
            }
            String word = word(line.substring(start, at));
            if (!word.isEmpty()) {
                tokens.add(new Token(start, at, word, line.substring(before, start)));
                before = at;
            }
        }
        return tokens;
    }

    private static boolean continues(String line, int at) {
        int c = line.codePointAt(at);
        if (WordRuns.isPartOfWord(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        if (Character.getType(c) == Character.FORMAT) {
            return at + 1 < line.length();
        }
        // An apostrophe joins the letters around it; the possessive is dropped below.
        return isApostrophe(c) && at + 1 < line.length() && Character.isLetter(line.codePointAt(at + 1));
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02bc' || c == '`';
    }

    private static String word(String characters) {
        String normalised = Normalization.of(characters);
        String word = (normalised.endsWith("'s") ? normalised.substring(0, normalised.length() - 2) : normalised)
                .replace("'", "");
        return word.length() > NUMBERED ? withoutNumber(word) : word;
    }

    /** A user's name without what numbers it: "iyer84". */
    private static String withoutNumber(String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return end >= NUMBERED ? word.substring(0, end) : word;
    }
}
