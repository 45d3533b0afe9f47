package io.understudy.templates.grammar.text;

import io.understudy.templates.grammar.Alternative;
import io.understudy.templates.grammar.Expression;
import io.understudy.templates.grammar.Expression.Article;
import io.understudy.templates.grammar.Expression.Capital;
import io.understudy.templates.grammar.Expression.Choice;
import io.understudy.templates.grammar.Expression.Inline;
import io.understudy.templates.grammar.Expression.Maybe;
import io.understudy.templates.grammar.Expression.Named;
import io.understudy.templates.grammar.Expression.Open;
import io.understudy.templates.grammar.Expression.Parameter;
import io.understudy.templates.grammar.Expression.Range;
import io.understudy.templates.grammar.Expression.Reference;
import io.understudy.templates.grammar.Expression.Sequence;
import io.understudy.templates.grammar.Expression.Text;
import io.understudy.templates.grammar.Expression.Tossed;
import io.understudy.templates.grammar.Expression.Valued;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Writes what stands in a line. */
final class LineWriter {

    private static final String SPECIAL = "()[]{}<>|=^$:#\\/,";

    private LineWriter() {}

    static String line(Alternative line) {
        return alternative(line, true);
    }

    private static String alternative(Alternative alternative, boolean line) {
        String weight = alternative.weight().equals(io.understudy.templates.grammar.Weight.ONE)
                ? ""
                : number(alternative.weight().amount()) + (alternative.weight().percent() ? "%: " : ": ");
        Expression body = alternative.body();
        String value = "";
        if (body instanceof Valued valued) {
            value = " =" + valued.value().map(said -> " " + escaped(said)).orElse("");
            body = valued.body();
        }
        String written = edges(inner(body));
        // A line of nothing would be no line.
        return weight + (line && written.isEmpty() && value.isEmpty() && weight.isEmpty() ? "()" : written) + value;
    }

    /** White space at the edges would not count. */
    private static String edges(String written) {
        String start = written.startsWith(" ") ? "\\s" + written.substring(1) : written;
        boolean space = start.endsWith(" ") && !start.endsWith("\\ ");
        return space ? start.substring(0, start.length() - 1) + "\\s" : start;
    }

    private static String inner(Expression expression) {
        if (expression instanceof Sequence sequence) {
            return sequence.parts().stream().map(LineWriter::inner).collect(Collectors.joining());
        }
        return item(expression);
    }

    private static String item(Expression expression) {
        if (expression instanceof Text text) {
            return escaped(text.text());
        }
        if (expression instanceof Sequence) {
            return "(" + edges(inner(expression)) + ")";
        }
        if (expression instanceof Choice choice) {
            return "(" + alternatives(choice) + ")";
        }
        if (expression instanceof Maybe maybe) {
            return "[" + prefix(maybe.probability(), "") + optional(maybe.body()) + "]";
        }
        if (expression instanceof Tossed tossed) {
            String coin = (tossed.heads() ? "" : "!") + tossed.coin();
            return "[" + prefix(tossed.probability(), coin) + optional(tossed.body()) + "]";
        }
        if (expression instanceof Reference reference) {
            return bracket(reference.slot(), reference(reference));
        }
        if (expression instanceof Parameter parameter) {
            return "$" + parameter.name();
        }
        if (expression instanceof Inline inline) {
            String body =
                    inline.body() instanceof Range range ? range.progression().toString() : optional(inline.body());
            return "{" + quoted(inline.slot()) + ": " + body + "}";
        }
        if (expression instanceof Valued valued) {
            return "(" + alternative(new Alternative(valued), false) + ")";
        }
        if (expression instanceof Range range) {
            return "<" + range.progression() + ">";
        }
        if (expression instanceof Open open) {
            return bracket(
                    open.mention(), quoted(open.instance()) + "." + open.part().name());
        }
        if (expression instanceof Named named) {
            return named(named);
        }
        if (expression instanceof Capital capital) {
            String body = item(capital.body());
            return "^" + ("([{<".indexOf(body.isEmpty() ? ' ' : body.charAt(0)) >= 0 ? body : "(" + edges(body) + ")");
        }
        if (expression instanceof Article article) {
            return article.capital() ? "A/an" : "a/an";
        }
        throw new IllegalArgumentException(
                "a catalogue stands among other words; expected it to be a line of its own definition");
    }

    private static String named(Named named) {
        if (named.body() instanceof Reference reference) {
            return bracket(reference.slot(), quoted(named.name()) + " = " + reference(reference));
        }
        if (named.body() instanceof Range range) {
            return bracket(false, quoted(named.name()) + " = " + range.progression());
        }
        throw new IllegalArgumentException(
                "the choice '" + named.name() + "' is neither a reference nor a range; expected one of them");
    }

    private static String bracket(boolean slot, String inside) {
        return slot ? "{" + inside + "}" : "<" + inside + ">";
    }

    private static String reference(Reference reference) {
        String variation = reference.variation().map(each -> "#" + quoted(each)).orElse("");
        String arguments = reference.arguments().isEmpty()
                ? ""
                : reference.arguments().stream().map(LineWriter::optional).collect(Collectors.joining(", ", "(", ")"));
        return quoted(reference.name()) + variation + arguments;
    }

    private static String quoted(String name) {
        boolean plain = name.matches("[\\p{L}\\p{N}_' -]+") && name.equals(name.strip()) && !name.matches("-?\\d.*");
        return plain ? name : '"' + name.replace('"', '\'') + '"';
    }

    private static String optional(Expression body) {
        boolean bare = body instanceof Choice choice
                && choice.alternatives().size() > 1
                && choice.spread() == Expression.Spread.EVEN;
        return bare ? alternatives((Choice) body) : alternative(new Alternative(body), false);
    }

    private static String alternatives(Choice choice) {
        List<Alternative> all = choice.alternatives();
        return all.stream().map(each -> alternative(each, false)).collect(Collectors.joining("|"));
    }

    private static String prefix(OptionalDouble probability, String coin) {
        String percent = probability.isPresent() ? number(probability.getAsDouble() * 100) + "%" : "";
        String both = percent + (percent.isEmpty() || coin.isEmpty() ? "" : " ") + coin;
        return both.isEmpty() ? "" : both + ": ";
    }

    /** At most nine decimals, which is what can be read. */
    private static String number(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(9, java.math.RoundingMode.HALF_EVEN);
        return rounded.signum() == 0
                ? "0.000000001"
                : rounded.stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                escaped.append("\\n");
            } else {
                escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }
}
