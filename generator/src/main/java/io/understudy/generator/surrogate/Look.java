package io.understudy.generator.surrogate;

import io.understudy.core.Shape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A shape taken apart. Immutable. */
final class Look {

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

    /** Looks met lately, by hash. A race costs a look made twice: looks of one shape are equal. */
    private static final Look[] MET = new Look[1 << 12];

    private final Shape shape;
    private final List<Token> tokens;
    private final Set<Run> has = EnumSet.noneOf(Run.class);
    private final List<String> runs;
    private final boolean lower;
    private final boolean upper;
    private final int words;
    private final String outline;
    private final String vagueOutline;

    private Look(Shape shape) {
        this.shape = shape;
        this.tokens = tokens(shape.pattern());
        tokens.forEach(token -> has.add(token.run()));
        this.runs = runs(tokens);
        this.lower = shape.isLower();
        this.upper = shape.isUpper();
        this.words = words(tokens);
        this.outline = outline(tokens, false);
        this.vagueOutline = outline(tokens, true);
    }

    static Look of(Shape shape) {
        int hash = shape.pattern().hashCode();
        int place = (hash ^ (hash >>> 16)) & (MET.length - 1);
        Look met = MET[place];
        if (met == null || !met.shape.pattern().equals(shape.pattern())) {
            met = new Look(shape);
            MET[place] = met;
        }
        return met;
    }

    /** As it was read from the original. */
    Shape shape() {
        return shape;
    }

    /** Runs of letters, runs of digits, and single other characters, in order. */
    List<Token> tokens() {
        return tokens;
    }

    /** {@link Shape#isLower} of the shape. */
    boolean isLower() {
        return lower;
    }

    /** {@link Shape#isUpper} of the shape. */
    boolean isUpper() {
        return upper;
    }

    private static List<Token> tokens(String pattern) {
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
        return List.copyOf(tokens);
    }

    private static Run run(char c) {
        return switch (c) {
            case 'X', 'x' -> Run.LETTERS;
            case 'd' -> Run.DIGITS;
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? Run.SPACE : Run.MARK;
        };
    }

    boolean has(Run run) {
        return has.contains(run);
    }

    boolean has(char mark) {
        return shape.pattern().indexOf(mark) >= 0;
    }

    /** Parts between white space that hold a letter or digit, at most {@value #MAX_WORDS}; 0 when nothing is known. */
    int words() {
        return words;
    }

    private static int words(List<Token> tokens) {
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
        if (runs.isEmpty()) {
            return upper ? text.toUpperCase(Locale.ROOT) : text;
        }
        if (lower && isSmall(text)) {
            return text;
        }
        String last = runs.get(runs.size() - 1);
        boolean alike = runs.size() == runs(text);
        boolean even = alike || lower || upper;
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
            if (at > 0 && Character.isDigit(text.charAt(at - 1))) {
                append(upper ? "XX" : "", text, at, end, out);
            } else if (even) {
                append(runs.get(Math.min(run++, runs.size() - 1)), text, at, end, out);
            } else if (run++ == 0) {
                append(runs.get(0).equals("x") ? "x" : "Xxx", text, at, end, out);
            } else {
                append(last.equals("x") ? "x" : "", text, at, end, out);
            }
            at = end;
        }
        return out.toString();
    }

    /** ASCII without a capital. */
    private static boolean isSmall(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** One word of the text in the case of one run of letters; as it is where the run is empty. */
    private static void append(String run, String text, int start, int end, StringBuilder out) {
        if (run.isEmpty()) {
            out.append(text, start, end);
            return;
        }
        int begun = out.length();
        boolean small = run.equals("x") || run.equals("Xx") || run.equals("X");
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                out.setLength(begun);
                out.append(cased(run, text.substring(start, end)));
                return;
            }
            boolean capital = run.equals("XX") || (i == start && !run.equals("x"));
            out.append(capital ? (char) (c & ~0x20) : small ? (char) (c | 0x20) : c);
        }
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
        return digitsAlike ? vagueOutline : outline;
    }

    private static String outline(List<Token> tokens, boolean digitsAlike) {
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
        return !runs.isEmpty() && runs.get(runs.size() - 1).startsWith("X");
    }

    /** Runs of letters that do not follow a digit. */
    private static List<String> runs(List<Token> tokens) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).run() == Run.LETTERS
                    && (i == 0 || tokens.get(i - 1).run() != Run.DIGITS)) {
                runs.add(tokens.get(i).text());
            }
        }
        return List.copyOf(runs);
    }

    /** Whether the second word is in small letters and the first is not: "Bank of Oslo". */
    boolean joins() {
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
