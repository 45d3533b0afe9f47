package io.understudy.ner.corenlp;

import io.understudy.core.Label;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Languages other than English that CoreNLP has a model for. The models are not part of the house: each is an artefact
 * of its own, which whoever wants it puts on the class path.
 */
public enum Language {
    GERMAN("de"),
    FRENCH("fr"),
    SPANISH("es");

    /** What the models call the kinds; Spanish ones are named in Spanish (AnCora), French as in WikiNER. */
    private static final Map<String, Label> NAMES = Map.ofEntries(
            Map.entry("PERSON", Label.PERSON),
            Map.entry("PER", Label.PERSON),
            Map.entry("PERS", Label.PERSON),
            Map.entry("LOCATION", Label.LOCATION),
            Map.entry("LOC", Label.LOCATION),
            Map.entry("LUG", Label.LOCATION),
            Map.entry("ORGANIZATION", Label.ORGANIZATION),
            Map.entry("ORG", Label.ORGANIZATION),
            Map.entry("MISC", Label.MISC),
            Map.entry("OTROS", Label.MISC));

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /**
     * @param code ISO 639-1, such as {@code de}
     * @throws IllegalArgumentException if there is no model for it
     */
    public static Language of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown language '" + code + "'; have: en, "
                        + Arrays.stream(values()).map(each -> each.code).collect(Collectors.joining(", "))));
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    /** What its recognizer may give. */
    public static Set<Label> labels() {
        return new TreeSet<>(NAMES.values());
    }

    /** Ours for a model's name of a kind, with or without {@code I-} before it. */
    static Optional<Label> label(String name) {
        return Optional.ofNullable(
                NAMES.get(name.startsWith("I-") || name.startsWith("B-") ? name.substring(2) : name));
    }
}
