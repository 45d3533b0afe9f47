package io.understudy.generator.surrogate;

import io.understudy.core.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A shape taken apart.
 *
 * @param shape as it was read from the original
 * @param tokens runs of letters, runs of digits, and single other characters, in order
 */
record Look(Shape shape, List<Token> tokens) {

    enum Run {
        LETTERS,
        DIGITS,
        SPACE,
        MARK
    }

    /** @param text piece of the shape's pattern */
    record Token(Run run, String text) {}

    /** Longer originals get a surrogate of this many words. */
    private static final int MAX_WORDS = 10;

    static Look of(Shape shape) {
        String pattern = shape.pattern();
        List<Token> tokens = new ArrayList<>();
        for (int at = 0; at < pattern.length(); ) {
            Run run = run(pattern.charAt(at));
            int end = at + 1;
            if (run == Run.LETTERS || run == Run.DIGITS) {
                while (end < pattern.length() && run(pattern.charAt(end)) == run) {
                    end++;
                }
            } else {
                end = pattern.offsetByCodePoints(at, 1);
            }
            tokens.add(new Token(run, pattern.substring(at, end)));
            at = end;
        }
        return new Look(shape, tokens);
    }

    private static Run run(char c) {
        return switch (c) {
            case 'X', 'x' -> Run.LETTERS;
            case 'd' -> Run.DIGITS;
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? Run.SPACE : Run.MARK;
        };
    }

    boolean has(Run run) {
        for (Token token : tokens) {
            if (token.run() == run) {
                return true;
            }
        }
        return false;
    }

    boolean has(char mark) {
        return shape.pattern().indexOf(mark) >= 0;
    }

    /** Parts between white space that hold a letter or digit, at most {@value #MAX_WORDS}; 0 when nothing is known. */
    int words() {
        int words = 0;
        boolean open = false;
        for (Token token : tokens) {
            if (token.run() == Run.SPACE) {
                open = false;
            } else if (token.run() != Run.MARK && !open) {
                open = true;
                words++;
            }
        }
        return Math.min(words, MAX_WORDS);
    }

    /** All digits of the original. */
    int digits() {
        int digits = 0;
        for (Token token : tokens) {
            digits += token.run() == Run.DIGITS ? token.text().length() : 0;
        }
        return digits;
    }

    /** The natural text in the case of the original, word by word where they have as many. */
    String cased(String text) {
        List<String> runs = new ArrayList<>();
        for (Token token : tokens) {
            if (token.run() == Run.LETTERS) {
                runs.add(token.text());
            }
        }
        if (runs.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int run = 0;
        for (int at = 0; at < text.length(); ) {
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                out.append(cased(runs.get(Math.min(run++, runs.size() - 1)), text.substring(at, end)));
                at = end;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    /** One word in the case of one run of letters. */
    static String cased(String run, String word) {
        return switch (run) {
            case "x" -> word.toLowerCase(Locale.ROOT);
            case "XX" -> word.toUpperCase(Locale.ROOT);
            case "Xx", "X" ->
                word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT);
            default -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        };
    }
}
