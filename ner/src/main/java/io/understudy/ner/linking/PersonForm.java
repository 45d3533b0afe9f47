package io.understudy.ner.linking;

import io.understudy.core.text.Gender;
import io.understudy.core.text.Normalization;
import io.understudy.core.text.PersonName;
import io.understudy.core.text.PersonName.Part;
import io.understudy.core.text.PersonName.Role;
import io.understudy.ner.linking.Linker.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A written name of a person, normalised.
 *
 * @param first name or its initial; empty where there is none
 * @param middle names or initials
 * @param last surname, particles before it; empty where there is none
 * @param lone the only name, which may be either; empty where first or last is known
 * @param suffix "jr", "iii" or empty
 * @param gender what title or first name says
 */
record PersonForm(
        Form form, String first, List<String> middle, String last, String lone, String suffix, Gender gender) {

    static PersonForm of(Form form, Function<String, Gender> firstNames) {
        PersonName name = PersonName.parse(form.surface);
        String first = "";
        String lone = "";
        String suffix = "";
        List<String> middle = new ArrayList<>();
        StringBuilder last = new StringBuilder();
        for (Part part : name.parts()) {
            String text = plain(part.text());
            switch (part.role()) {
                case FIRST -> first = text;
                case MIDDLE -> middle.add(text);
                case PARTICLE, LAST -> last.append(last.length() > 0 ? " " : "").append(text);
                case LONE -> lone = text;
                case SUFFIX -> suffix = text;
                case TITLE -> {}
            }
        }
        // "J.R." and "J. R." are the same initials.
        if (first.length() > 1 && name.first(Role.FIRST).filter(Part::isInitial).isPresent()) {
            String letters = first;
            first = letters.substring(0, 1);
            for (int i = letters.length() - 1; i > 0; i--) {
                middle.add(0, letters.substring(i, i + 1));
            }
        }
        Gender gender = name.gender().or(first.length() > 1 ? firstNames.apply(first) : Gender.UNKNOWN);
        return new PersonForm(form, first, List.copyOf(middle), last.toString(), lone, suffix, gender);
    }

    /** Normal form without marks: "o'brien" is "obrien". */
    static String plain(String name) {
        return Normalization.of(name).replaceAll("[^\\p{L}\\p{N} ]", "").toLowerCase(Locale.ROOT);
    }

    /** Fuller names first. */
    int specificity() {
        int parts = (first.length() > 1 ? 8 : first.isEmpty() ? 0 : 4) + (last.isEmpty() ? 0 : 4);
        int more = Math.min(2, middle.size()) + (suffix.isEmpty() ? 0 : 1);
        boolean full = !first.isEmpty() && !last.isEmpty();
        return 2 * parts + (full ? more : 0) + (gender == Gender.UNKNOWN ? 0 : 1);
    }
}
