package io.understudy.prompts;

import io.understudy.core.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a prompt may ask for; none of them can hold a name that was found. */
public enum Input {
    /** The carrier phrase in its written form. */
    TEMPLATE,
    /** The names of its slots, each in braces. */
    SLOTS,
    /** How many answers are wanted. */
    COUNT,
    /** Carrier phrases of the same intent, one a line. */
    TEMPLATES,
    /** What an utterance asks for. */
    INTENT,
    /** A manner of speaking, in words. */
    STYLE,
    /** Who speaks, in words. */
    PERSONA,
    /** A language, by its English name. */
    LANGUAGE,
    /** What to write: a note, a mail, a report. */
    KIND,
    /** A dialogue so far, as carrier phrases, one a line. */
    TURNS,
    /** A carrier phrase to be judged. */
    CANDIDATE;

    static Input named(String name) {
        return Arrays.stream(values())
                .filter(input -> input.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Nearest.unknown("input", name, names())));
    }

    /** All names, as files write them. */
    static List<String> names() {
        return Arrays.stream(values()).map(Input::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
