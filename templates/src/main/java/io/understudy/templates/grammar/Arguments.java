package io.understudy.templates.grammar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the order of the file; {@link Map#copyOf} would lose it. */
final class Arguments {

    private Arguments() {}

    static Map<String, String> copy(Map<String, String> arguments) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
