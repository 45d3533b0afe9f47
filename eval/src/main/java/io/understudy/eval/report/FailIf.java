package io.understudy.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.text.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a number of report.json: {@code leakage.hard>0}. It fails a run when it holds, and also when the
 * number could not be computed: a gate that cannot look does not open.
 *
 * @param path names separated by dots
 * @param operator one of {@code > >= < <= == !=}
 * @param bound what the number is compared with
 */
public record FailIf(String path, String operator, BigDecimal bound) {

    private static final Pattern FORM =
            Pattern.compile("\\s*([\\w.\\- ]+?)\\s*(>=|<=|==|!=|>|<)\\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*");

    /** @throws IllegalArgumentException if this is no condition; the message shows the form */
    public static FailIf parse(String expression) {
        Matcher matcher = FORM.matcher(expression);
        if (!matcher.matches()) {
            throw notACondition(expression);
        }
        try {
            return new FailIf(matcher.group(1), matcher.group(2), new BigDecimal(matcher.group(3)));
        } catch (NumberFormatException e) {
            throw notACondition(expression);
        }
    }

    private static IllegalArgumentException notACondition(String expression) {
        return new IllegalArgumentException(
                "'%s' is not a condition; expected PATH OP NUMBER with OP one of > >= < <= == !=".formatted(expression)
                        + ", such as leakage.hard>0");
    }

    /**
     * @return why the run fails, in one sentence; empty if it does not
     * @throws IllegalArgumentException if report.json has no number at the path; the message names the nearest one
     */
    public Optional<String> check(Report report) {
        JsonNode node = report.at(path);
        Optional<String> reason = missing(report);
        if (reason.isPresent()) {
            return Optional.of(
                    "%s could not be computed (%s), so --fail-if %s fails".formatted(path, reason.get(), this));
        }
        if (!node.isNumber()) {
            throw new IllegalArgumentException(unknown(report));
        }
        BigDecimal value = node.decimalValue();
        return holds(value.compareTo(bound))
                ? Optional.of("%s is %s, so --fail-if %s fails".formatted(path, value.toPlainString(), this))
                : Optional.empty();
    }

    /** Why the number, or a block that would hold it, could not be computed. */
    private Optional<String> missing(Report report) {
        for (String at = path; ; at = at.substring(0, at.lastIndexOf('.'))) {
            if (report.at(at).isNull()) {
                return Optional.of(report.at(at + "_reason").asText("no reason given"));
            }
            if (at.indexOf('.') < 0) {
                return Optional.empty();
            }
        }
    }

    private String unknown(Report report) {
        List<String> known = new ArrayList<>();
        numbers(report.tree(), "", known);
        Optional<String> nearest = known.stream()
                .filter(number -> number.endsWith("." + path))
                .findFirst()
                .or(() -> Nearest.of(path, known));
        return "report.json has no number at '%s'; %s"
                .formatted(
                        path,
                        nearest.map("did you mean '%s'?"::formatted)
                                .orElse("write a path such as leakage.hard or diversity.masked.distinct_2"));
    }

    private boolean holds(int comparison) {
        return switch (operator) {
            case ">" -> comparison > 0;
            case ">=" -> comparison >= 0;
            case "<" -> comparison < 0;
            case "<=" -> comparison <= 0;
            case "==" -> comparison == 0;
            case "!=" -> comparison != 0;
            default -> throw new IllegalStateException("operator " + operator);
        };
    }

    private static void numbers(JsonNode node, String path, List<String> out) {
        node.properties().forEach(field -> {
            String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) {
                numbers(value, at, out);
            } else if (value.isNumber() || node.has(field.getKey() + "_reason")) {
                out.add(at);
            }
        });
    }

    @Override
    public String toString() {
        return path + operator + bound.toPlainString();
    }
}
