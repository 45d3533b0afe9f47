package io.understudy.generator.surrogate;

import io.understudy.core.text.Gender;
import io.understudy.core.text.Normalization;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What names say of those who bear them. All lists are read when the first is asked for, in a second or so. */
public final class FirstNames {

    private FirstNames() {}

    private static final class Known {
        private static final Map<String, Set<Gender>> GENDERS = new HashMap<>();
        private static final Map<String, Set<Origin>> FIRST = new HashMap<>();
        private static final Map<String, Set<Origin>> LAST = new HashMap<>();

        /** Surnames with accents, as they are written: "Müller" is German, "Muller" may be anything. */
        private static final Map<String, Set<Origin>> MARKED = new HashMap<>();

        static {
            for (Origin origin : Origin.values()) {
                NameBook book = NameBook.of(origin);
                for (Gender gender : new Gender[] {Gender.FEMALE, Gender.MALE}) {
                    for (String name : book.firstNames(gender)) {
                        String key = Normalization.of(name);
                        FIRST.computeIfAbsent(key, k -> EnumSet.noneOf(Origin.class))
                                .add(origin);
                        if (book.tellsGender()) {
                            GENDERS.computeIfAbsent(key, k -> EnumSet.noneOf(Gender.class))
                                    .add(gender);
                        }
                    }
                    for (String name : book.surnames(gender)) {
                        LAST.computeIfAbsent(Normalization.of(name), k -> EnumSet.noneOf(Origin.class))
                                .add(origin);
                        if (!Normalization.of(name).equalsIgnoreCase(name)) {
                            MARKED.computeIfAbsent(name.toLowerCase(Locale.ROOT), k -> EnumSet.noneOf(Origin.class))
                                    .add(origin);
                        }
                    }
                }
            }
            // English has the commonest of them, and other languages the same name for the other gender.
            for (Gender gender : new Gender[] {Gender.FEMALE, Gender.MALE}) {
                for (String name : NameBook.commonest(gender)) {
                    GENDERS.put(Normalization.of(name), EnumSet.of(gender));
                }
            }
        }
    }

    /**
     * Of a first name, whatever its case and accents; {@link Gender#UNKNOWN} where both bear it or none is known to.
     */
    public static Gender gender(String first) {
        Set<Gender> told = Known.GENDERS.getOrDefault(Normalization.of(first), Set.of());
        return told.size() == 1 ? told.iterator().next() : Gender.UNKNOWN;
    }

    /** Whether a lone name is rather a first name than a surname. */
    static boolean isFirst(String name) {
        String key = Normalization.of(name);
        int first = Known.FIRST.getOrDefault(key, Set.of()).size();
        return first > 0 && first >= Known.LAST.getOrDefault(key, Set.of()).size();
    }

    /** Where a name is at home: where most of its parts are, then the earlier in the list. */
    static Origin origin(String first, String last) {
        Set<Origin> ofFirst = Known.FIRST.getOrDefault(Normalization.of(first), Set.of());
        Set<Origin> ofLast = Known.LAST.getOrDefault(Normalization.of(last), Set.of());
        Set<Origin> marked = Known.MARKED.getOrDefault(last.toLowerCase(Locale.ROOT), Set.of());
        Origin best = byScript(last.isEmpty() ? first : last);
        int most = 0;
        for (Origin origin : Origin.values()) {
            // A surname says more than a first name, which travels.
            int votes = (ofFirst.contains(origin) ? 2 : 0)
                    + (ofLast.contains(origin) ? 3 : 0)
                    + (marked.contains(origin) ? 2 : 0);
            if (votes > most) {
                best = origin;
                most = votes;
            }
        }
        return best;
    }

    static Origin byScript(String name) {
        if (name.isEmpty()) {
            return Origin.ENGLISH;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(name.codePointAt(0));
        for (Origin origin : Origin.values()) {
            if (origin.script() == script) {
                return origin;
            }
        }
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA
                ? Origin.JAPANESE
                : Origin.ENGLISH;
    }
}
