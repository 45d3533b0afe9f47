package io.understudy.core.text;

import java.util.Locale;
import java.util.Map;

/** What a name, a title or a pronoun says of a person's gender. */
public enum Gender {
    FEMALE,
    MALE,
    /** Nothing is said. */
    UNKNOWN;

    private static final Map<String, Gender> TITLES = Map.ofEntries(
            Map.entry("mr", MALE),
            Map.entry("mister", MALE),
            Map.entry("master", MALE),
            Map.entry("sir", MALE),
            Map.entry("lord", MALE),
            Map.entry("herr", MALE),
            Map.entry("monsieur", MALE),
            Map.entry("señor", MALE),
            Map.entry("sr", MALE),
            Map.entry("signor", MALE),
            Map.entry("uncle", MALE),
            Map.entry("mrs", FEMALE),
            Map.entry("ms", FEMALE),
            Map.entry("miss", FEMALE),
            Map.entry("madam", FEMALE),
            Map.entry("mme", FEMALE),
            Map.entry("madame", FEMALE),
            Map.entry("lady", FEMALE),
            Map.entry("dame", FEMALE),
            Map.entry("frau", FEMALE),
            Map.entry("señora", FEMALE),
            Map.entry("sra", FEMALE),
            Map.entry("signora", FEMALE),
            Map.entry("aunt", FEMALE));

    /** Of a title such as "Mrs.", whatever its case; {@link #UNKNOWN} for one that both bear. */
    public static Gender ofTitle(String title) {
        String plain = title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
        return TITLES.getOrDefault(plain.toLowerCase(Locale.ROOT), UNKNOWN);
    }

    /** Whether one person may be both. */
    public boolean fits(Gender other) {
        return this == UNKNOWN || other == UNKNOWN || this == other;
    }

    /** This, or the other where this says nothing. */
    public Gender or(Gender other) {
        return this == UNKNOWN ? other : this;
    }
}
