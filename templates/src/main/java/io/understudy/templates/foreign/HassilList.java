package io.understudy.templates.foreign;

import io.understudy.templates.foreign.Yaml.Entries;
import io.understudy.templates.foreign.Yaml.Value;
import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Range;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Expression.Valued;
import io.understudy.templates.grammar.Numbers;
import io.understudy.templates.grammar.Numbers.Style;
import io.understudy.templates.grammar.Position;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;

/** A list of hassil: values, or numbers from one to another. */
final class HassilList {

    private static final List<String> RANGE_KEYS =
            List.of("from", "to", "step", "type", "fractions", "multiplier", "digits", "words", "words_language");

    /** A range whose values are multiplied is written out. */
    private static final int MOST_MULTIPLIED = 2000;

    private HassilList() {}

    /** @param template reads a value that is a template */
    static Choice body(Value list, Function<Value, Expression> template) {
        Entries entries = list.entries().allow(List.of("values", "range", "wildcard", "metadata"));
        if (entries.find("values").isPresent()) {
            List<Alternative> values = new ArrayList<>();
            for (Value value : entries.get("values").list()) {
                values.add(new Alternative(value(value, template)));
            }
            if (values.isEmpty()) {
                throw Source.fault(list.at(), "the list '" + list.name() + "' has no value");
            }
            return new Choice(values, list.keyAt());
        }
        if (entries.find("range").isPresent()) {
            return range(entries.get("range"));
        }
        if (entries.find("wildcard").filter(Value::truth).isPresent()) {
            throw Source.fault(
                    list.keyAt(),
                    "the list '" + list.name() + "' is a wildcard, whose values nobody knows; give it values");
        }
        throw Source.fault(list.at(), "the list '" + list.name() + "' has neither values nor a range");
    }

    private static Expression value(Value value, Function<Value, Expression> template) {
        if (!value.isEntries()) {
            return phrase(value, template);
        }
        Entries entries = value.entries().allow(List.of("in", "out", "context", "metadata"));
        Expression body = phrase(entries.get("in"), template);
        Optional<String> out =
                entries.find("out").filter(each -> !each.isNothing()).map(Value::scalar);
        return out.isPresent() ? new Valued(body, out, value.at()) : body;
    }

    private static Expression phrase(Value value, Function<Value, Expression> template) {
        String text = value.text();
        Expression phrase = HassilSentence.isTemplate(text)
                ? template.apply(value)
                : new Text(
                        Normalizer.normalize(HassilSentence.spaced(text), Normalizer.Form.NFC)
                                .replace('’', '\''),
                        value.at());
        if (Gaps.mayBeEmpty(phrase)) {
            throw Source.fault(value.at(), "a value that may be empty");
        }
        return phrase;
    }

    /** {@code {0..100,10:slot}}. */
    static Expression range(Matcher range, Position at) {
        long step = range.group(3) == null ? 1 : Long.parseLong(range.group(3));
        return numbers(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)), step, 0, at);
    }

    private static Choice range(Value value) {
        Entries range = value.entries().allow(RANGE_KEYS);
        boolean digits = range.find("digits").map(Value::truth).orElse(true);
        if (!digits || range.find("words_language").isPresent()) {
            throw Source.fault(value.at(), "numbers in words are not supported; expected digits, in no language");
        }
        long from = range.get("from").whole();
        long to = range.get("to").whole();
        long step = range.find("step").map(Value::whole).orElse(1L);
        List<Alternative> numbers = new ArrayList<>();
        for (int tenths : tenths(range.find("fractions"))) {
            Expression some = tenths == 0
                    ? numbers(from, to, step, 0, value.at())
                    : numbers(from * 10 + tenths, to * 10 + tenths, step * 10, 1, value.at());
            numbers.add(new Alternative(some));
        }
        Optional<Value> multiplier = range.find("multiplier").filter(each -> !each.isNothing());
        return new Choice(multiplier.isPresent() ? multiplied(numbers, multiplier.get()) : numbers, value.keyAt());
    }

    private static List<Integer> tenths(Optional<Value> fractions) {
        if (fractions.filter(each -> !each.isNothing()).isEmpty()) {
            return List.of(0);
        }
        return switch (fractions.get().scalar()) {
            case "halves" -> List.of(0, 5);
            case "tenths" -> List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            default -> throw Source.fault(fractions.get().at(), "unknown fractions; have: halves, tenths");
        };
    }

    private static Range numbers(long from, long to, long step, int decimals, Position at) {
        try {
            return new Range(new Numbers(from, to, step, decimals, 0, Style.DIGITS), at);
        } catch (IllegalArgumentException e) {
            throw Source.fault(at, e.getMessage());
        }
    }

    /** The numbers one by one, each with its multiple as its value. */
    private static List<Alternative> multiplied(List<Alternative> ranges, Value multiplier) {
        if (!multiplier.scalar().matches("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw Source.fault(multiplier.at(), "'multiplier' is not a number such as 0.5");
        }
        BigDecimal factor = new BigDecimal(multiplier.scalar());
        List<Alternative> numbers = new ArrayList<>();
        for (Alternative range : ranges) {
            Numbers all = (Numbers) ((Range) range.body()).progression();
            if (numbers.size() + all.size() > MOST_MULTIPLIED) {
                throw Source.fault(
                        multiplier.at(), "'multiplier' of more than " + MOST_MULTIPLIED + " numbers is not supported");
            }
            for (long i = 0; i < all.size(); i++) {
                String value = new BigDecimal(all.surface(i))
                        .multiply(factor)
                        .stripTrailingZeros()
                        .toPlainString();
                Text digits = new Text(all.surface(i), range.at());
                numbers.add(new Alternative(new Valued(digits, Optional.of(value), range.at())));
            }
        }
        return numbers;
    }
}
