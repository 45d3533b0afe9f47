package io.understudy.templates.grammar.text;

import io.understudy.core.text.Nearest;
import io.understudy.templates.grammar.Expression.Spread;
import io.understudy.templates.grammar.Recursion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first line of a definition, behind its keyword.
 *
 * @param keys what stands behind the name, in order
 */
record Head(
        String name,
        Optional<String> variation,
        List<String> parameters,
        Optional<String> label,
        Map<String, String> keys) {

    private static final Pattern NAME = Pattern.compile("\\s*(?:\"([^\"]+)\"|([\\p{L}\\p{N}_-]+))");
    private static final Pattern KEY = Pattern.compile("\\s*([\\p{L}_][\\p{L}\\p{N}_-]*)=(?:\"([^\"]*)\"|([^\\s\"]+))");

    static Head read(Cursor cursor, boolean rule, boolean slot) {
        String name = name(cursor, "a name; names with spaces or signs stand in quotes");
        Optional<String> variation = Optional.empty();
        List<String> parameters = new ArrayList<>();
        Optional<String> label = Optional.empty();
        if (rule && cursor.take('#')) {
            variation = Optional.of(name(cursor, "the name of a variation"));
        }
        if (rule && cursor.take('(')) {
            do {
                parameters.add(name(cursor, "the name of a parameter"));
                cursor.skipSpace();
            } while (cursor.take(','));
            if (!cursor.take(')')) {
                throw cursor.wrong("expected ',' or ')' behind a parameter");
            }
        }
        cursor.skipSpace();
        if (slot && cursor.take(':')) {
            label = Optional.of(name(cursor, "a label"));
        }
        return new Head(name, variation, parameters, label, keys(cursor));
    }

    static String name(Cursor cursor, String expected) {
        String[] name = new String[1];
        if (!cursor.take(NAME, found -> name[0] = found.group(1) != null ? found.group(1) : found.group(2))) {
            throw cursor.wrong("expected " + expected);
        }
        return name[0];
    }

    private static Map<String, String> keys(Cursor cursor) {
        Map<String, String> keys = new LinkedHashMap<>();
        cursor.skipSpace();
        while (!cursor.isDone()) {
            int at = cursor.at();
            boolean found = cursor.take(KEY, match -> {
                String value = match.group(2) != null ? match.group(2) : match.group(3);
                if (keys.put(match.group(1), value) != null) {
                    throw cursor.wrong(at, "'" + match.group(1) + "' is said twice");
                }
            });
            if (!found) {
                throw cursor.wrong("expected key=value here, or the end of the line");
            }
            cursor.skipSpace();
        }
        return keys;
    }

    /** Takes a key out. */
    Optional<String> take(String key) {
        return Optional.ofNullable(keys.remove(key));
    }

    Recursion recursion(Cursor cursor) {
        return new Recursion(bound("depth", cursor), bound("length", cursor));
    }

    private int bound(String key, Cursor cursor) {
        Optional<String> bound = take(key);
        if (bound.isPresent() && !bound.get().matches("[1-9]\\d?")) {
            throw cursor.wrong(0, key + " is '" + bound.get() + "'; expected a whole number from 1 to 99");
        }
        return bound.map(Integer::parseInt).orElse(0);
    }

    Spread spread(Cursor cursor) {
        Optional<String> by = take("by");
        if (by.isPresent() && !by.get().equals("count")) {
            throw cursor.wrong(0, Nearest.unknown("way to weigh", by.get(), List.of("count")));
        }
        return by.isPresent() ? Spread.COUNT : Spread.EVEN;
    }
}
