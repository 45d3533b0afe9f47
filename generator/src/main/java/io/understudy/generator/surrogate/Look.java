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

    /**
     * The natural text in the case of the original: word by word where they have as many, else all small or all capital
     * as the original, else with its first letter as there and the rest small if the original ended so. Letters behind
     * a digit ("3rd") stay.
     */
    String cased(String text) {
        List<String> runs = runs();
        if (runs.isEmpty()) {
            return shape.isUpper() ? text.toUpperCase(Locale.ROOT) : text;
        }
        String last = runs.get(runs.size() - 1);
        boolean alike = runs.size() == runs(text);
        boolean even = alike || shape.isLower() || shape.isUpper();
        StringBuilder out = new StringBuilder(text.length());
        int run = 0;
        for (int at = 0; at < text.length(); ) {
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end == at) {
                out.append(text.charAt(at++));
                continue;
            }
            String word = text.substring(at, end);
            if (at > 0 && Character.isDigit(text.charAt(at - 1))) {
                out.append(shape.isUpper() ? word.toUpperCase(Locale.ROOT) : word);
            } else if (even) {
                out.append(cased(runs.get(Math.min(run++, runs.size() - 1)), word));
            } else {
                boolean first = run++ == 0;
                out.append(
                        first
                                ? cased(runs.get(0).equals("x") ? "x" : "Xxx", word)
                                : last.equals("x") ? cased("x", word) : word);
            }
            at = end;
        }
        return out.toString();
    }

    private static int runs(String text) {
        int runs = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            runs += Character.isLetter(c) && !Character.isLetterOrDigit(before) ? 1 : 0;
            before = c;
        }
        return runs;
    }

    /** The pattern with "w" for each run of letters and, if {@code digitsAlike}, "d" for each run of digits. */
    String outline(boolean digitsAlike) {
        StringBuilder outline = new StringBuilder("= ");
        for (Token token : tokens) {
            outline.append(
                    switch (token.run()) {
                        case LETTERS -> "w";
                        case DIGITS -> digitsAlike ? "n" : token.text();
                        default -> token.text();
                    });
        }
        return outline.toString();
    }

    /** Whether the last word began with a capital: the phrase is a title. */
    boolean endsCapital() {
        List<String> runs = runs();
        return !runs.isEmpty() && runs.get(runs.size() - 1).startsWith("X");
    }

    /** Runs of letters that do not follow a digit. */
    private List<String> runs() {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).run() == Run.LETTERS
                    && (i == 0 || tokens.get(i - 1).run() != Run.DIGITS)) {
                runs.add(tokens.get(i).text());
            }
        }
        return runs;
    }

    /** Whether the second word is in small letters and the first is not: "Bank of Oslo". */
    boolean joins() {
        List<String> runs = runs();
        return runs.size() > 2 && !runs.get(0).equals("x") && runs.get(1).equals("x");
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
