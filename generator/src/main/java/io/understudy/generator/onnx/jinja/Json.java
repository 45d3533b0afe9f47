package io.understudy.generator.onnx.jinja;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Values written down: as JSON, and as Python prints them. */
final class Json {

    private Json() {}

    /** With {@code ", "} and {@code ": "} between, as Python writes it. */
    static String of(Object value) {
        return write(value, false);
    }

    static String python(Object value) {
        return write(value, true);
    }

    private static String write(Object value, boolean python) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner all = new StringJoiner(", ", "{", "}");
            map.forEach((key, each) -> all.add(quote(String.valueOf(key), python) + ": " + write(each, python)));
            return all.toString();
        }
        if (value instanceof List<?> list) {
            StringJoiner all = new StringJoiner(", ", "[", "]");
            list.forEach(each -> all.add(write(each, python)));
            return all.toString();
        }
        if (value instanceof String text) {
            return quote(text, python);
        }
        if (value == null || value == Values.UNDEFINED) {
            return python ? "None" : "null";
        }
        return python ? Values.text(value) : value.toString();
    }

    private static String quote(String text, boolean python) {
        char mark = python ? '\'' : '"';
        StringBuilder out = new StringBuilder().append(mark);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c == mark) {
                        out.append('\\').append(c);
                    } else if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append(mark).toString();
    }
}
