package io.understudy.templates.grammar;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Formats by their patterns; making one takes longer than using it. */
final class Patterns {

    private static final Map<String, DateTimeFormatter> KNOWN = new ConcurrentHashMap<>();

    private Patterns() {}

    /** @throws IllegalArgumentException if it is no pattern */
    static DateTimeFormatter of(String pattern) {
        return KNOWN.computeIfAbsent(pattern, each -> DateTimeFormatter.ofPattern(each, Locale.ENGLISH));
    }
}
