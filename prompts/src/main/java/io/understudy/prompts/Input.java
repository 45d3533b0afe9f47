package io.understudy.prompts;

import java.util.Arrays;
import java.util.Locale;

/** What a prompt may ask for; none of them can hold a name that was found. */
public enum Input {
    /** The carrier phrase in its written form. */
    TEMPLATE,
    /** The names of its slots, each in braces. */
    SLOTS,
    /** How many answers are wanted. */
    COUNT;

    static Input named(String name) {
        return Arrays.stream(values())
                .filter(input -> input.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown input '" + name + "'; have: " + String.join(", ", names())));
    }

    private static String[] names() {
        return Arrays.stream(values()).map(Input::toString).toArray(String[]::new);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
