package io.understudy.prompts;

import io.understudy.core.text.Nearest;
import java.util.Arrays;
import java.util.Locale;

/** The shape of an answer. */
public enum Output {
    /** Carrier phrases, one a line, as many as were asked for. */
    LINES,
    /** One carrier phrase, which may have line breaks. */
    TEXT,
    /** {@code {"score": 1 to 5, "reason": "..."}}. */
    VERDICT;

    static Output named(String name) {
        return Arrays.stream(values())
                .filter(output -> output.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Nearest.unknown(
                        "output",
                        name,
                        Arrays.stream(values()).map(Output::toString).toList())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
