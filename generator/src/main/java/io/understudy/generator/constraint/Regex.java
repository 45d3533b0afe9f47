package io.understudy.generator.constraint;

import io.understudy.generator.constraint.Pattern.Alt;
import io.understudy.generator.constraint.Pattern.Chars;
import io.understudy.generator.constraint.Pattern.Range;
import io.understudy.generator.constraint.Pattern.Repeat;
import io.understudy.generator.constraint.Pattern.Seq;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads regular expressions: characters, classes, {@code . \d \w \s} and their opposites, groups, {@code |}, and
 * {@code * + ? {n} {n,} {n,m}}. The whole text must match; {@code ^} and {@code $} at the ends are read over. What no
 * automaton can follow, such as a reference back or a look ahead, is refused by name.
 */
final class Regex {

    private static final int MOST_REPEATS = 1000;
    private static final List<Range> DIGIT = List.of(new Range('0', '9'));
    private static final List<Range> WORD =
            List.of(new Range('0', '9'), new Range('A', 'Z'), new Range('_', '_'), new Range('a', 'z'));
    private static final List<Range> SPACE = List.of(new Range('\t', '\r'), new Range(' ', ' '));
    private static final List<Range> BREAK =
            List.of(new Range('\n', '\n'), new Range('\r', '\r'), new Range(0x85, 0x85), new Range(0x2028, 0x2029));

    private final String expression;
    private int at;

    private Regex(String expression) {
        this.expression = expression;
    }

    static Pattern parse(String expression) {
        Regex regex = new Regex(expression);
        Pattern pattern = regex.alternatives();
        if (regex.at < expression.length()) {
            throw regex.wrong("')' without '('");
        }
        return pattern;
    }

    private Pattern alternatives() {
        List<Pattern> options = new ArrayList<>();
        do {
            options.add(sequence());
        } while (accept('|'));
        return options.size() == 1 ? options.get(0) : new Alt(options);
    }

    private Pattern sequence() {
        List<Pattern> parts = new ArrayList<>();
        while (at < expression.length() && peek() != '|' && peek() != ')') {
            if (peek() == '^' || peek() == '$') {
                boolean edge = peek() == '^' ? parts.isEmpty() : at + 1 == expression.length() || isEnd(at + 1);
                if (!edge) {
                    throw wrong("'" + (char) peek() + "' in the middle");
                }
                at++;
                continue;
            }
            parts.add(repeated(atom()));
        }
        return new Seq(parts);
    }

    private boolean isEnd(int index) {
        return expression.charAt(index) == '|' || expression.charAt(index) == ')';
    }

    private Pattern repeated(Pattern part) {
        if (at >= expression.length()) {
            return part;
        }
        int sign = peek();
        if (sign != '*' && sign != '+' && sign != '?' && sign != '{') {
            return part;
        }
        Pattern repeat;
        if (sign == '{') {
            repeat = counted(part);
        } else {
            at++;
            repeat = new Repeat(part, sign == '+' ? 1 : 0, sign == '?' ? 1 : -1);
        }
        if (at < expression.length() && (peek() == '?' || peek() == '+')) {
            throw wrong("a lazy or possessive repeat, which says how to search, not what to match");
        }
        return repeated(repeat);
    }

    private Pattern counted(Pattern part) {
        int close = expression.indexOf('}', at);
        java.util.regex.Matcher counts = java.util.regex.Pattern.compile("(\\d{1,6})(,(\\d{0,6}))?")
                .matcher(close < 0 ? "" : expression.substring(at + 1, close));
        if (!counts.matches()) {
            throw wrong("'{' that begins no count; write \\{ for the character");
        }
        int least = Integer.parseInt(counts.group(1));
        int most = counts.group(2) == null ? least : counts.group(3).isEmpty() ? -1 : Integer.parseInt(counts.group(3));
        if (Math.max(least, most) > MOST_REPEATS || (most >= 0 && most < least)) {
            throw wrong("a count that is not from less to more, up to " + MOST_REPEATS);
        }
        at = close + 1;
        return new Repeat(part, least, most);
    }

    private Pattern atom() {
        int c = take();
        return switch (c) {
            case '(' -> {
                if (accept('?')) {
                    if (!accept(':')) {
                        throw wrong("a group that begins with '(?'; only '(?:' is known");
                    }
                }
                Pattern inner = alternatives();
                if (!accept(')')) {
                    throw wrong("'(' without ')'");
                }
                yield inner;
            }
            case '[' -> charClass();
            case '.' -> Pattern.not(BREAK);
            case '\\' -> new Chars(escaped());
            case '*', '+', '?' -> throw wrong("'" + (char) c + "' with nothing to repeat");
            default -> new Chars(List.of(new Range(c, c)));
        };
    }

    private Chars charClass() {
        boolean not = accept('^');
        List<Range> ranges = new ArrayList<>();
        boolean first = true;
        while (at < expression.length() && (peek() != ']' || first)) {
            first = false;
            int c = take();
            List<Range> begin = c == '\\' ? escaped() : List.of(new Range(c, c));
            boolean single =
                    begin.size() == 1 && begin.get(0).from() == begin.get(0).to();
            if (single && at + 1 < expression.length() && peek() == '-' && expression.charAt(at + 1) != ']') {
                at++;
                int d = take();
                int to = d == '\\' ? escaped().get(0).from() : d;
                if (to < begin.get(0).from()) {
                    throw wrong("a range from more to less");
                }
                ranges.add(new Range(begin.get(0).from(), to));
            } else {
                ranges.addAll(begin);
            }
        }
        if (!accept(']')) {
            throw wrong("'[' without ']'");
        }
        return not ? Pattern.not(ranges) : new Chars(ranges);
    }

    private List<Range> escaped() {
        if (at >= expression.length()) {
            throw wrong("a backslash at the end");
        }
        int c = take();
        return switch (c) {
            case 'd' -> DIGIT;
            case 'w' -> WORD;
            case 's' -> SPACE;
            case 'D' -> Pattern.not(DIGIT).ranges();
            case 'W' -> Pattern.not(WORD).ranges();
            case 'S' -> Pattern.not(SPACE).ranges();
            case 'n' -> List.of(new Range('\n', '\n'));
            case 'r' -> List.of(new Range('\r', '\r'));
            case 't' -> List.of(new Range('\t', '\t'));
            case 'u' -> {
                if (at + 4 > expression.length()
                        || !expression.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    throw wrong("\\u without four digits");
                }
                int code = Integer.parseInt(expression.substring(at, at + 4), 16);
                at += 4;
                yield List.of(new Range(code, code));
            }
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw wrong("'\\" + Character.toString(c) + "', which is not known here");
                }
                yield List.of(new Range(c, c));
            }
        };
    }

    private int peek() {
        return expression.codePointAt(at);
    }

    private int take() {
        int c = peek();
        at += Character.charCount(c);
        return c;
    }

    private boolean accept(char c) {
        boolean is = at < expression.length() && expression.charAt(at) == c;
        at += is ? 1 : 0;
        return is;
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(
                "the regular expression cannot be followed: " + problem + " (before character " + (at + 1) + ")");
    }
}
