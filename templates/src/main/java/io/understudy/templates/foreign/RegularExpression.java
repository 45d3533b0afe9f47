package io.understudy.templates.foreign;

import io.understudy.core.BadDataException;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Maybe;
import io.understudy.templates.grammar.Expression.Range;
import io.understudy.templates.grammar.Expression.Sequence;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Numbers;
import io.understudy.templates.grammar.Numbers.Style;
import io.understudy.templates.grammar.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a regular expression matches, where that is finite: characters, classes of ASCII characters, groups, {@code |},
 * {@code ?}, {@code {2}}, {@code {2,5}}. Anchors say nothing here.
 */
final class RegularExpression {

    private static final int MOST_REPEATED = 40;
    private static final int MOST_NESTED = 20;
    private static final int MOST_PARTS = 5000;
    /** Digits in a row are one range as long as a number holds them. */
    private static final int MOST_DIGITS = 15;

    private static final String DIGITS = "0123456789";
    private static final String WORD = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private final String pattern;
    private final Position start;
    private int at;
    private int parts;

    private RegularExpression(String pattern, Position start) {
        this.pattern = pattern;
        this.start = start;
    }

    /** @throws BadDataException if it is none, or matches without an end */
    static Expression parse(String pattern, Position start) {
        RegularExpression expression = new RegularExpression(pattern, start);
        Expression body = expression.choice(0);
        if (expression.at < pattern.length()) {
            throw expression.fault("a bracket that closes nothing");
        }
        return body;
    }

    private Expression choice(int depth) {
        if (depth > MOST_NESTED) {
            throw fault("more than " + MOST_NESTED + " brackets within each other");
        }
        List<Alternative> alternatives = new ArrayList<>();
        do {
            alternatives.add(new Alternative(sequence(depth)));
        } while (skipped("|"));
        return alternatives.size() == 1 ? alternatives.get(0).body() : new Choice(alternatives, position());
    }

    private Expression sequence(int depth) {
        List<Expression> all = new ArrayList<>();
        while (at < pattern.length() && peek() != '|' && peek() != ')') {
            if (skipped("^") || skipped("$") || skipped("\\b") || skipped("\\A") || skipped("\\Z")) {
                continue;
            }
            all.add(quantified(depth));
        }
        return all.size() == 1 ? all.get(0) : new Sequence(all, position());
    }

    private Expression quantified(int depth) {
        Position from = position();
        Set<Character> characters = new TreeSet<>();
        Expression one;
        if (skipped("(")) {
            if (peek() == '?' && !skipped("?:") && !pattern.startsWith("?P<", at)) {
                throw fault("a group that looks around or sets a flag is not supported");
            }
            if (skipped("?P<")) {
                while (at < pattern.length() && !skipped(">")) {
                    at++;
                }
            }
            one = choice(depth + 1);
            expect(")");
        } else {
            characters = peek() == '[' ? bracket() : single(false);
            one = of(characters, from);
        }
        boolean digits = characters.size() == 10 && characters.contains('0') && characters.contains('9');
        return repeated(one, digits, from);
    }

    private Expression repeated(Expression one, boolean digits, Position from) {
        if (skipped("?")) {
            skipped("?");
            return new Maybe(one, OptionalDouble.empty(), from);
        }
        if (peek() == '*' || peek() == '+') {
            throw fault("'" + peek() + "' has no last number; expected one, such as {1,8}");
        }
        if (!skipped("{")) {
            return one;
        }
        int least = number();
        int most = least;
        if (skipped(",")) {
            if (peek() == '}') {
                throw fault(
                        "'{%d,}' has no last number; expected one, such as {%d,%d}".formatted(least, least, least + 8));
            }
            most = number();
        }
        expect("}");
        skipped("?");
        if (most < least || most > MOST_REPEATED) {
            throw fault("a part repeated " + most + " times; expected " + least + " to " + MOST_REPEATED);
        }
        List<Alternative> lengths = new ArrayList<>();
        for (int length = least; length <= most; length++) {
            lengths.add(new Alternative(times(one, length, digits, from)));
        }
        return lengths.size() == 1 ? lengths.get(0).body() : new Choice(lengths, from);
    }

    private Expression times(Expression one, int length, boolean digits, Position from) {
        if (digits && length > 0 && length <= MOST_DIGITS) {
            long last = Long.parseLong("9".repeat(length));
            return new Range(new Numbers(0, last, 1, 0, length, Style.DIGITS), from);
        }
        List<Expression> all = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            count(size(one));
            all.add(one);
        }
        return all.size() == 1 ? all.get(0) : new Sequence(all, from);
    }

    private Set<Character> bracket() {
        expect("[");
        boolean inverted = skipped("^");
        Set<Character> characters = new TreeSet<>();
        boolean first = true;
        while (first || peek() != ']') {
            first = false;
            Set<Character> from = single(true);
            if (peek() == '-' && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']' && from.size() == 1) {
                at++;
                Set<Character> to = single(true);
                char low = from.iterator().next();
                char high = to.iterator().next();
                if (to.size() != 1 || high < low || high > '~') {
                    throw fault("a class that is no range of ASCII characters");
                }
                for (char c = low; c <= high; c++) {
                    characters.add(c);
                }
            } else {
                characters.addAll(from);
            }
        }
        expect("]");
        if (inverted) {
            throw fault("a class of all but some characters is not supported; expected those it has");
        }
        return characters;
    }

    private Set<Character> single(boolean inClass) {
        if (at >= pattern.length()) {
            throw fault("the regular expression ends too early");
        }
        char sign = pattern.charAt(at++);
        if (sign == '.' && !inClass) {
            throw fault("'.' matches any character; expected those that are meant, such as [a-z]");
        }
        if (sign != '\\') {
            return new TreeSet<>(Set.of(sign));
        }
        if (at >= pattern.length()) {
            throw fault("the regular expression ends in a backslash");
        }
        char escaped = pattern.charAt(at++);
        return switch (escaped) {
            case 'd' -> characters(DIGITS);
            case 'w' -> characters(WORD);
            case 's' -> characters(" ");
            default -> {
                if (Character.isLetterOrDigit(escaped)) {
                    throw fault("'\\" + escaped + "' is not supported; have: \\d, \\w, \\s, \\b");
                }
                yield characters(String.valueOf(escaped));
            }
        };
    }

    private Expression of(Set<Character> characters, Position from) {
        count(characters.size());
        if (characters.size() == 1) {
            return new Text(String.valueOf(characters.iterator().next()), from);
        }
        List<Alternative> each = new ArrayList<>();
        characters.forEach(c -> each.add(new Alternative(new Text(String.valueOf(c), from))));
        return new Choice(each, from);
    }

    private int size(Expression body) {
        if (body instanceof Sequence sequence) {
            return sequence.parts().stream().mapToInt(this::size).sum();
        }
        if (body instanceof Choice choice) {
            return choice.alternatives().stream()
                    .mapToInt(each -> size(each.body()))
                    .sum();
        }
        return body instanceof Maybe maybe ? size(maybe.body()) : 1;
    }

    private void count(int more) {
        parts += more;
        if (parts > MOST_PARTS) {
            throw fault("more than " + MOST_PARTS + " parts, repeated ones counted");
        }
    }

    private static Set<Character> characters(String all) {
        Set<Character> characters = new TreeSet<>();
        all.chars().forEach(c -> characters.add((char) c));
        return characters;
    }

    private int number() {
        int from = at;
        while (at < pattern.length() && DIGITS.indexOf(pattern.charAt(at)) >= 0) {
            at++;
        }
        if (at == from || at - from > 4) {
            throw fault("expected a number of at most four digits");
        }
        return Integer.parseInt(pattern.substring(from, at));
    }

    private char peek() {
        return at < pattern.length() ? pattern.charAt(at) : 0;
    }

    private boolean skipped(String text) {
        boolean there = pattern.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    private void expect(String text) {
        if (!skipped(text)) {
            throw fault("expected '" + text + "' in the regular expression");
        }
    }

    private Position position() {
        return new Position(start.file(), start.line(), start.column() + at);
    }

    private BadDataException fault(String problem) {
        return Source.fault(position(), problem);
    }
}
