package io.understudy.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Count {

    private Count() {}

    /** Such as {@code 1,000}. */
    static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Such as {@code 1 line} or {@code 1,000 lines}. */
    static String of(long count, String thing) {
        return of(count) + " " + thing + (count == 1 ? "" : "s");
    }
}
