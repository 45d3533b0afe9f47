package io.understudy.templates.foreign;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Maybe;
import io.understudy.templates.grammar.Expression.Sequence;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Position;
import io.understudy.templates.grammar.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Takes the gaps from the ends of an expression, whichever of its optional parts are there. Other tools strip a phrase
 * before it goes into a sentence: {@code {city}!} of the phrase {@code Oslo [city]} is {@code Oslo!}, and never
 * {@code Oslo !}. So the gap moves into the part that may be left out: {@code Oslo[\scity]}.
 */
final class Gaps {

    /**
     * Parts that may be left out before the first that may not, where there is no simpler way than a choice for each.
     */
    private static final int MOST_MULTIPLIED = 8;

    /** Seen from the start of the expression, or from its end. */
    private final boolean start;

    private Gaps(boolean start) {
        this.start = start;
    }

    /** The same expression without gaps at its start and its end. */
    static Expression trimmed(Expression body) {
        return new Gaps(false).trim(new Gaps(true).trim(body));
    }

    /** The same expression without gaps at its start. */
    static Expression trimmedAtStart(Expression body) {
        return new Gaps(true).trim(body);
    }

    private Expression trim(Expression body) {
        if (body instanceof Choice choice) {
            return new Choice(
                    choice.alternatives().stream()
                            .map(each -> new Alternative(each.weight(), each.side(), trim(each.body()), each.at()))
                            .toList(),
                    choice.spread(),
                    choice.at());
        }
        if (body instanceof Maybe maybe) {
            return new Maybe(trim(maybe.body()), maybe.probability(), maybe.at());
        }
        if (!(body instanceof Text) && !(body instanceof Sequence)) {
            return body;
        }
        return sequence(trim(outward(body), 0), body.at());
    }

    /** Parts from the end that is trimmed inwards, as are all lists here. */
    private List<Expression> trim(List<Expression> parts, int multiplied) {
        if (parts.isEmpty()) {
            return parts;
        }
        Expression first = parts.get(0);
        List<Expression> rest = parts.subList(1, parts.size());
        if (first instanceof Text text) {
            String stripped = start ? text.text().stripLeading() : text.text().stripTrailing();
            return stripped.isEmpty() ? trim(rest, multiplied) : joined(new Text(stripped, text.at()), rest);
        }
        if (first instanceof Sequence) {
            List<Expression> all = new ArrayList<>(outward(first));
            all.addAll(rest);
            return trim(all, multiplied);
        }
        if (!mayBeEmpty(first) || !beginsWithGap(rest)) {
            return joined(trim(first), rest);
        }
        if (first instanceof Maybe maybe) {
            return afterOptional(maybe, rest, multiplied);
        }
        if (first instanceof Choice choice) {
            checkMultiplied(multiplied, choice.at());
            List<Alternative> alternatives = choice.alternatives().stream()
                    .map(each -> new Alternative(
                            each.weight(), sequence(trim(joined(each.body(), rest), multiplied + 1), choice.at())))
                    .toList();
            return List.of(new Choice(alternatives, choice.spread(), choice.at()));
        }
        return joined(first, rest);
    }

    private static void checkMultiplied(int multiplied, Position at) {
        if (multiplied == MOST_MULTIPLIED) {
            throw Source.fault(at, "more than " + MOST_MULTIPLIED + " parts in a row that may be left out");
        }
    }

    private List<Expression> afterOptional(Maybe maybe, List<Expression> rest, int multiplied) {
        List<Expression> inner = trim(rest, multiplied);
        boolean gapForSure =
                rest.get(0) instanceof Text text && !ungapped(text.text()).equals(text.text());
        if (gapForSure && !mayBeEmpty(inner)) {
            Expression gap = new Text(" ", rest.get(0).at());
            Expression withGap = sequence(joined(trim(maybe.body()), List.of(gap)), maybe.at());
            return joined(new Maybe(withGap, maybe.probability(), maybe.at()), inner);
        }
        checkMultiplied(multiplied, maybe.at());
        double there = 100 * maybe.probability().orElse(0.5);
        Alternative with =
                new Alternative(new Weight(there, true), sequence(joined(trim(maybe.body()), rest), maybe.at()));
        Alternative without =
                new Alternative(new Weight(100 - there, true), sequence(trim(rest, multiplied + 1), maybe.at()));
        return List.of(new Choice(List.of(with, without), maybe.at()));
    }

    /** Whether one of the ways to say this begins with a gap. */
    private boolean beginsWithGap(List<Expression> parts) {
        for (Expression part : parts) {
            if (beginsWithGap(part)) {
                return true;
            }
            if (!mayBeEmpty(part)) {
                return false;
            }
        }
        return false;
    }

    private boolean beginsWithGap(Expression part) {
        if (part instanceof Text text) {
            return !ungapped(text.text()).equals(text.text());
        }
        if (part instanceof Maybe maybe) {
            return beginsWithGap(maybe.body());
        }
        if (part instanceof Choice choice) {
            return choice.alternatives().stream().anyMatch(each -> beginsWithGap(each.body()));
        }
        return part instanceof Sequence && beginsWithGap(outward(part));
    }

    private static boolean mayBeEmpty(List<Expression> parts) {
        return parts.stream().allMatch(Gaps::mayBeEmpty);
    }

    /** As far as can be seen without looking up a reference; what is looked up is taken to say something. */
    static boolean mayBeEmpty(Expression part) {
        if (part instanceof Text text) {
            return text.text().isBlank();
        }
        if (part instanceof Sequence sequence) {
            return mayBeEmpty(sequence.parts());
        }
        if (part instanceof Choice choice) {
            return choice.alternatives().stream().anyMatch(each -> mayBeEmpty(each.body()));
        }
        return part instanceof Maybe;
    }

    private String ungapped(String text) {
        return start ? text.stripLeading() : text.stripTrailing();
    }

    private List<Expression> outward(Expression body) {
        if (!(body instanceof Sequence sequence)) {
            return List.of(body);
        }
        List<Expression> parts = new ArrayList<>(sequence.parts());
        if (!start) {
            Collections.reverse(parts);
        }
        return parts;
    }

    private static List<Expression> joined(Expression first, List<Expression> rest) {
        List<Expression> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest);
        return all;
    }

    private Expression sequence(List<Expression> outward, Position at) {
        if (outward.size() == 1) {
            return outward.get(0);
        }
        List<Expression> parts = new ArrayList<>(outward);
        if (!start) {
            Collections.reverse(parts);
        }
        return new Sequence(parts, at);
    }
}
