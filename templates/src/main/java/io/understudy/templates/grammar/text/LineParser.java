package io.understudy.templates.grammar.text;

import io.understudy.core.text.Nearest;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Alternative.Side;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Article;
import io.understudy.templates.grammar.Expression.Capital;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Maybe;
import io.understudy.templates.grammar.Expression.Parameter;
import io.understudy.templates.grammar.Expression.Sequence;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Expression.Tossed;
import io.understudy.templates.grammar.Expression.Valued;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads one line of a definition: recursive descent, in one pass. */
final class LineParser {

    static final int DEEPEST = 60;

    private static final Pattern SIDE = Pattern.compile("\\s*(train|test):(?=[ \\t]|$)");
    private static final Pattern WEIGHT = Pattern.compile("\\s*(\\d{1,15}(?:\\.\\d{1,9})?)(%?):(?=[ \\t]|$)");
    private static final Pattern COIN = Pattern.compile(
            "\\s*(?:(\\d{1,3}(?:\\.\\d{1,9})?)%)?\\s*(?:(!?)([\\p{L}_][\\p{L}\\p{N}_-]*))?:(?=[ \\t]|$)");
    private static final Pattern ARTICLE = Pattern.compile("([aA])/(an|An|AN)(?=[ \\t]|$)");
    private static final Pattern PARAMETER = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)");
    private static final String CLOSERS = ")]}>";
    private static final String SPECIAL = "([{<|^$)]}>\\";

    private final Cursor cursor;
    private final List<String> parameters;
    private final NameParser names;
    private int deep;

    LineParser(Cursor cursor, List<String> parameters) {
        this.cursor = cursor;
        this.parameters = parameters;
        this.names = new NameParser(cursor, this);
    }

    /** @param intent whether the line may say to which side of a split it goes */
    Alternative line(boolean intent) {
        cursor.skipSpace();
        Optional<Side> side = intent ? side() : Optional.empty();
        Alternative read = alternative("");
        if (cursor.peek() == '|') {
            throw cursor.wrong("'|' outside of brackets; expected (this|that), or \\| for the character");
        }
        if (!cursor.isDone()) {
            char closer = cursor.peek();
            throw cursor.wrong("'" + closer + "' closes nothing; write \\" + closer + " for the character");
        }
        return new Alternative(read.weight(), side, read.body(), read.at());
    }

    private Optional<Side> side() {
        List<Side> sides = new ArrayList<>();
        cursor.take(SIDE, found -> sides.add(Side.valueOf(found.group(1).toUpperCase(Locale.ROOT))));
        return sides.stream().findFirst();
    }

    /** @param ends characters that end it besides a bar and a closing bracket */
    private Alternative alternative(String ends) {
        cursor.skipSpace();
        Position at = cursor.position();
        List<Weight> weights = new ArrayList<>();
        cursor.take(WEIGHT, found -> {
            try {
                weights.add(new Weight(
                        Double.parseDouble(found.group(1)), !found.group(2).isEmpty()));
            } catch (IllegalArgumentException e) {
                throw cursor.wrong(found.start(1), e.getMessage());
            }
        });
        cursor.skipSpace();
        Expression body = sequence(ends);
        Weight weight = weights.isEmpty() ? Weight.ONE : weights.get(0);
        if (cursor.peek() == '=') {
            cursor.next();
            return new Alternative(weight, Optional.empty(), new Valued(body, value(ends), body.at()), at);
        }
        return new Alternative(weight, Optional.empty(), body, at);
    }

    private Optional<String> value(String ends) {
        StringBuilder value = new StringBuilder();
        while (!cursor.isDone() && !isEnd(ends)) {
            char c = cursor.next();
            value.append(c == '\\' && !cursor.isDone() ? cursor.next() : c);
        }
        String said = value.toString().strip();
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    private boolean isEnd(String ends) {
        char c = cursor.peek();
        return c == '|' || CLOSERS.indexOf(c) >= 0 || ends.indexOf(c) >= 0;
    }

    private boolean isValueAhead() {
        if (cursor.peek() != '=' || !Cursor.isSpace(cursor.before())) {
            return false;
        }
        char after = cursor.peek(1);
        return after == '\0' || Cursor.isSpace(after) || after == '|' || CLOSERS.indexOf(after) >= 0;
    }

    private Expression sequence(String ends) {
        if (++deep > DEEPEST) {
            throw cursor.wrong("brackets are nested more than " + DEEPEST + " deep");
        }
        Position at = cursor.position();
        List<Expression> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int[] hard = {0};
        Position textAt = at;
        while (!cursor.isDone() && !isEnd(ends) && !isValueAhead()) {
            Position here = cursor.position();
            Optional<Expression> item = item(text, hard);
            if (item.isPresent()) {
                flush(text, hard, textAt, parts);
                parts.add(item.get());
            } else if (text.length() <= 1) {
                textAt = here;
            }
        }
        while (text.length() > hard[0] && Cursor.isSpace(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
        flush(text, hard, textAt, parts);
        deep--;
        return parts.size() == 1 ? parts.get(0) : new Sequence(parts, at);
    }

    private static void flush(StringBuilder text, int[] hard, Position at, List<Expression> parts) {
        if (text.length() > 0) {
            parts.add(new Text(text.toString(), at));
            text.setLength(0);
            hard[0] = 0;
        }
    }

    /** An item, or empty and one more character of the text. */
    private Optional<Expression> item(StringBuilder text, int[] hard) {
        char c = cursor.peek();
        Position at = cursor.position();
        return switch (c) {
            case '(' -> Optional.of(group(at));
            case '[' -> Optional.of(optional(at));
            case '{', '<' -> Optional.of(names.read(at));
            case '^' -> {
                cursor.next();
                yield Optional.of(new Capital(capitalized(), at));
            }
            case '\\' -> {
                cursor.next();
                text.append(escaped());
                hard[0] = text.length();
                yield Optional.empty();
            }
            case '$' -> parameter(text, at);
            default -> article(text, at);
        };
    }

    private Optional<Expression> article(StringBuilder text, Position at) {
        char before = cursor.before();
        boolean word = !Character.isLetterOrDigit(before) && before != '\'' && before != '/';
        List<Expression> found = new ArrayList<>();
        if (word && (cursor.peek() == 'a' || cursor.peek() == 'A')) {
            cursor.take(ARTICLE, match -> found.add(new Article(match.group(1).equals("A"), at)));
        }
        if (found.isEmpty()) {
            char c = cursor.next();
            text.append(c == '\t' ? ' ' : c);
        }
        return found.stream().findFirst();
    }

    private Optional<Expression> parameter(StringBuilder text, Position at) {
        List<Expression> found = new ArrayList<>();
        if (!parameters.isEmpty()) {
            cursor.take(PARAMETER, match -> {
                if (!parameters.contains(match.group(1))) {
                    throw cursor.wrong(match.start(), Nearest.unknown("parameter", match.group(1), parameters));
                }
                found.add(new Parameter(match.group(1), at));
            });
        }
        if (found.isEmpty()) {
            text.append(cursor.next());
        }
        return found.stream().findFirst();
    }

    private char escaped() {
        if (cursor.isDone()) {
            throw cursor.wrong(cursor.at() - 1, "a backslash ends the line; write \\\\ for the character");
        }
        char c = cursor.next();
        if (c == 's') {
            return ' ';
        }
        if (c == 'n') {
            return '\n';
        }
        if (Character.isLetterOrDigit(c)) {
            throw cursor.wrong(
                    cursor.at() - 2,
                    "unknown escape \\" + c + "; have \\s (a space), \\n (a line break), or \\ before a sign");
        }
        return c;
    }

    /** The item that a caret stands before: a bracket or a word. */
    private Expression capitalized() {
        Position at = cursor.position();
        StringBuilder word = new StringBuilder();
        int[] hard = {0};
        while (!cursor.isDone() && !Cursor.isSpace(cursor.peek())) {
            char c = cursor.peek();
            boolean item = SPECIAL.indexOf(c) >= 0 && c != '\\' && c != '$';
            if (item && word.length() > 0) {
                break;
            }
            if (item && "([{<".indexOf(c) < 0) {
                break;
            }
            Optional<Expression> found = item(word, hard);
            if (found.isPresent()) {
                return word.length() == 0
                        ? found.get()
                        : new Sequence(List.of(new Text(word.toString(), at), found.get()), at);
            }
        }
        if (word.length() == 0) {
            throw cursor.wrong(
                    "'^' stands before nothing; expected a word or a bracket after it, or \\^ for the character");
        }
        return new Text(word.toString(), at);
    }

    private Expression group(Position at) {
        int open = cursor.at();
        cursor.next();
        List<Alternative> alternatives = alternatives("");
        close(')', open);
        return new Choice(alternatives, at);
    }

    List<Alternative> alternatives(String ends) {
        List<Alternative> alternatives = new ArrayList<>();
        do {
            alternatives.add(alternative(ends));
        } while (cursor.take('|'));
        return alternatives;
    }

    /** @param open where the bracket that is to be closed begins */
    void close(char closer, int open) {
        if (!cursor.take(closer)) {
            char found = cursor.peek();
            throw cursor.isDone()
                    ? cursor.wrong(open, "this bracket is not closed; expected '" + closer + "' on the same line")
                    : cursor.wrong("'" + found + "' where '" + closer + "' closes the bracket of column " + (open + 1));
        }
    }

    private Expression optional(Position at) {
        int open = cursor.at();
        cursor.next();
        String[] coin = new String[3];
        int start = cursor.at();
        if (cursor.take(COIN, found -> {
                    coin[0] = found.group(1);
                    coin[1] = found.group(2);
                    coin[2] = found.group(3);
                })
                && coin[0] == null
                && coin[2] == null) {
            throw cursor.wrong(start, "a prefix without a name; expected such as [30%: x] or [polite: x]");
        }
        OptionalDouble probability = probability(coin[0], start);
        Expression body = body(alternatives(""));
        close(']', open);
        return coin[2] == null
                ? new Maybe(body, probability, at)
                : new Tossed(coin[2], coin[1].isEmpty(), body, probability, at);
    }

    private OptionalDouble probability(String percent, int at) {
        if (percent == null) {
            return OptionalDouble.empty();
        }
        double share = Double.parseDouble(percent) / 100;
        if (share <= 0 || share >= 1) {
            throw cursor.wrong(at, "a probability is above 0 % and below 100 %");
        }
        return OptionalDouble.of(share);
    }

    /** One alternative without a weight is no choice. */
    static Expression body(List<Alternative> alternatives) {
        return alternatives.size() == 1
                ? alternatives.get(0).body()
                : new Choice(alternatives, alternatives.get(0).at());
    }
}
