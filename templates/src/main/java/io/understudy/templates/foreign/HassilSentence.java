package io.understudy.templates.foreign;

import io.understudy.core.BadDataException;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Maybe;
import io.understudy.templates.grammar.Expression.Sequence;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * A sentence template: {@code (a|b)}, {@code [optional]}, {@code {list:slot}}, {@code <rule>}, {@code (this;that)} in
 * any order, a backslash before a sign that is text.
 */
final class HassilSentence {

    /** What lists and rules say. */
    interface Names {

        /** @param name what stands between the braces */
        Expression list(String name, Position at);

        Expression rule(String name, Position at);
    }

    /** Instead of a sign that closes a group: the end of the text. */
    private static final char END = 0;

    private static final String OPEN = "([{<";
    private static final Pattern SPACES = Pattern.compile("(?U)\\s+");
    private static final String SPECIAL = "([{<)]}>|;";
    private static final int MOST_NESTED = 25;
    private static final int MOST_PERMUTED = 6;
    /** Parts of a sentence, those that stand in several orders counted as often. */
    private static final int MOST_PARTS = 20_000;

    private final String text;
    private final IntFunction<Position> places;
    private final Names names;
    private final int end;
    private int at;

    private HassilSentence(String text, IntFunction<Position> places, Names names) {
        this.text = text;
        this.places = places;
        this.names = names;
        this.end = text.length();
    }

    /** @param places where the characters of the text stand */
    static Expression parse(String text, IntFunction<Position> places, Names names) {
        HassilSentence sentence = new HassilSentence(text, places, names);
        return sentence.group(0, END);
    }

    /** Whether the tool reads a value of a list as a template. */
    static boolean isTemplate(String text) {
        return text.lines().findFirst().orElse("").chars().anyMatch(c -> "(){}<>[]|@".indexOf(c) >= 0);
    }

    /** With one space for each run of white space. */
    static String spaced(String text) {
        return SPACES.matcher(text).replaceAll(" ");
    }

    /** What stands up to the sign that closes it. */
    private Expression group(int depth, char close) {
        Position start = places.apply(at);
        if (depth > MOST_NESTED) {
            throw fault(at, "more than " + MOST_NESTED + " brackets within each other");
        }
        int from = at;
        List<Expression> items = new ArrayList<>();
        List<Expression> parts = new ArrayList<>();
        char separator = END;
        while (at < end && text.charAt(at) != close) {
            char sign = text.charAt(at);
            if (sign == '|' || sign == ';') {
                if (separator != END && separator != sign) {
                    throw fault(at, "'|' and ';' in one group; expected brackets around one of them");
                }
                separator = sign;
                items.add(sequence(parts, start));
                parts = new ArrayList<>();
                at++;
            } else {
                parts.add(part(depth));
            }
        }
        if (close != END && at == end) {
            throw fault(from - 1, "the bracket that opens here is not closed; expected '" + close + "'");
        }
        if (at == from) {
            throw fault(at, "nothing here; expected a text");
        }
        items.add(sequence(parts, start));
        return separator == ';' ? permutations(items, start) : choice(items, start);
    }

    private Expression part(int depth) {
        Position start = places.apply(at);
        char sign = text.charAt(at);
        int open = OPEN.indexOf(sign);
        if (open < 0) {
            return new Text(spaced(word(SPECIAL)), start);
        }
        char close = ")]}>".charAt(open);
        at++;
        if (sign == '(' || sign == '[') {
            Expression body = group(depth + 1, close);
            at++;
            return sign == '(' ? body : new Maybe(body, OptionalDouble.empty(), start);
        }
        int from = at;
        String name = word(String.valueOf(close));
        if (at == end) {
            throw fault(from - 1, "the bracket that opens here is not closed; expected '" + close + "'");
        }
        at++;
        return sign == '{' ? names.list(name, start) : names.rule(name, start);
    }

    /** Up to one of these signs; what follows a backslash is text. */
    private String word(String signs) {
        StringBuilder word = new StringBuilder();
        int from = at;
        while (at < end && signs.indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '\\' && at + 1 < end) {
                at++;
            }
            word.append(text.charAt(at++));
        }
        if (at == from) {
            throw fault(
                    at, at == end ? "the text ends too early" : "'" + text.charAt(at) + "' closes or divides nothing");
        }
        return word.toString();
    }

    private Expression permutations(List<Expression> items, Position start) {
        if (items.size() > MOST_PERMUTED) {
            throw Source.fault(start, "more than " + MOST_PERMUTED + " parts in any order");
        }
        long orderings = 1;
        long size = 0;
        for (int i = 0; i < items.size(); i++) {
            orderings *= i + 1;
            size += size(items.get(i));
        }
        if (orderings * size > MOST_PARTS) {
            throw Source.fault(start, "more than " + MOST_PARTS + " parts, all orders counted");
        }
        List<Expression> trimmed = items.stream().map(Gaps::trimmed).toList();
        List<Expression> orders = new ArrayList<>();
        permute(new ArrayList<>(), new ArrayList<>(trimmed), orders, start);
        return choice(orders, start);
    }

    private void permute(List<Expression> begun, List<Expression> left, List<Expression> orders, Position start) {
        if (left.isEmpty()) {
            orders.add(Gaps.trimmed(sequence(begun, start)));
        }
        for (int i = 0; i < left.size(); i++) {
            List<Expression> longer = new ArrayList<>(begun);
            if (!begun.isEmpty()) {
                longer.add(new Text(" ", start));
            }
            longer.add(left.get(i));
            List<Expression> rest = new ArrayList<>(left);
            rest.remove(i);
            permute(longer, rest, orders, start);
        }
    }

    private int size(Expression body) {
        long size = 1;
        if (body instanceof Sequence sequence) {
            for (Expression part : sequence.parts()) {
                size += size(part);
            }
        } else if (body instanceof Choice choice) {
            for (Alternative alternative : choice.alternatives()) {
                size += size(alternative.body());
            }
        } else if (body instanceof Maybe maybe) {
            size += size(maybe.body());
        }
        return (int) Math.min(size, MOST_PARTS + 1L);
    }

    private static Expression sequence(List<Expression> parts, Position at) {
        return parts.size() == 1 ? parts.get(0) : new Sequence(parts, at);
    }

    private static Expression choice(List<Expression> items, Position at) {
        return items.size() == 1
                ? items.get(0)
                : new Choice(items.stream().map(Alternative::new).toList(), at);
    }

    private BadDataException fault(int index, String problem) {
        return Source.fault(places.apply(index), problem);
    }
}
