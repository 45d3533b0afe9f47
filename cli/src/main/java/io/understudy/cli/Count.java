package io.understudy.cli;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers as people read them. */
final class Count {

    private Count() {}

    /** Such as {@code 1,000}. */
    static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Such as {@code comments (12), brackets (1)}. */
    static String each(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " (" + of(each.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Such as {@code 1 line} or {@code 1,000 lines}. */
    static String of(long count, String thing) {
        return of(count) + " " + thing + (count == 1 ? "" : "s");
    }
}
