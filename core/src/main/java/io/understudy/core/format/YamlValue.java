package io.understudy.core.format;

import java.util.List;
import java.util.Map;

/** A value of a YAML file, and the line on which it begins (1-based). */
public sealed interface YamlValue {

    long line();

    /**
     * @param text as it reads, quotes and escapes undone
     * @param plain written without quotes and as no block, so that YAML may read a number or nothing in it
     */
    record Scalar(String text, boolean plain, long line) implements YamlValue {
        /** Whether YAML reads nothing in it. */
        public boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    record Items(List<YamlValue> items, long line) implements YamlValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Members(Map<String, YamlValue> members, long line) implements YamlValue {}

    /** What it is, in the words of a message. */
    default String kind() {
        return this instanceof Items ? "a list" : this instanceof Members ? "keys with values" : "a text";
    }

    /** As JSON, for keeping; a scalar without quotes that is a whole number or a truth value stays one. */
    default String json() {
        if (this instanceof Scalar scalar) {
            return scalar.isNothing()
                    ? "null"
                    : scalar.plain() && scalar.text().matches("-?(0|[1-9][0-9]{0,17})|true|false")
                            ? scalar.text()
                            : Json.quote(scalar.text());
        }
        StringBuilder json = new StringBuilder();
        if (this instanceof Items list) {
            for (YamlValue item : list.items()) {
                json.append(json.isEmpty() ? "" : ",").append(item.json());
            }
            return "[" + json + "]";
        }
        ((Members) this)
                .members()
                .forEach((key, value) -> json.append(json.isEmpty() ? "" : ",")
                        .append(Json.quote(key))
                        .append(':')
                        .append(value.json()));
        return "{" + json + "}";
    }
}
