package io.understudy.ner.linking;

import io.understudy.ner.linking.Linker.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Persons by the user names that their names make: "ada.byrne", "abyrne", "byrnea", "adab", "ab", "ada", "byrne". */
final class Logins {

    private final Map<String, Set<Entity>> strong = new HashMap<>();
    private final Map<String, Set<Entity>> weak = new HashMap<>();

    Logins(List<Person> persons) {
        for (Person person : persons) {
            for (String first : spellings(person.first())) {
                for (String last : spellings(person.last())) {
                    add(person.entity, first, last, person.middle());
                }
            }
            for (String name : List.of(person.first(), person.last(), person.lone())) {
                spellings(name).forEach(each -> put(weak, each, person.entity));
            }
        }
    }

    private void add(Entity entity, String first, String last, List<String> middle) {
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        String f = first.substring(0, 1);
        String l = last.substring(0, 1);
        for (String made : List.of(first + last, last + first, f + last, last + f, first + l)) {
            put(strong, made, entity);
        }
        if (!middle.isEmpty() && !middle.get(0).isEmpty()) {
            String m = middle.get(0).substring(0, 1);
            put(strong, f + m + last, entity);
            put(strong, first + m + last, entity);
            put(weak, f + m + l, entity);
        }
        put(weak, f + l, entity);
    }

    private static void put(Map<String, Set<Entity>> map, String name, Entity entity) {
        if (name.length() > 1) {
            map.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(entity);
        }
    }

    /** As it is without marks, without its particles, and as it is written where only plain letters are allowed. */
    private static Set<String> spellings(String name) {
        Set<String> spellings = new LinkedHashSet<>(List.of(name.replace(" ", "")));
        int space = name.lastIndexOf(' ');
        if (space > 0) {
            spellings.add(name.substring(space + 1));
        }
        for (String each : List.copyOf(spellings)) {
            spellings.add(latin(each, "o", "a"));
            spellings.add(latin(each, "oe", "aa"));
        }
        return spellings;
    }

    /** Letters that have no accent to lose; normalising made plain those that have. */
    private static String latin(String name, String o, String a) {
        return name.replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", o)
                .replace("å", a)
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ı", "i");
    }

    /** Whose it may be: those whose both names it holds, else those with one of its names. */
    List<Entity> owners(Form form) {
        String surface = form.surface;
        int at = surface.indexOf('@', 1);
        String local = surface.substring(surface.startsWith("@") ? 1 : 0, at < 0 ? surface.length() : at);
        int plus = local.indexOf('+', 1);
        String written = plus < 0 ? local : local.substring(0, plus);
        List<Entity> owners = owners(written);
        // "grace.m.hopper", whose middle name nobody said.
        return owners.isEmpty() ? owners(written.replaceFirst("(?<=\\p{L}{2}[._-])\\p{L}[._-]", "")) : owners;
    }

    private List<Entity> owners(String written) {
        String plain = PersonForm.plain(written).replaceAll("[\\d\\s]+", "").toLowerCase(Locale.ROOT);
        Set<Entity> found = strong.getOrDefault(plain, strong.getOrDefault(withoutUmlauts(plain), Set.of()));
        if (found.isEmpty()) {
            found = weak.getOrDefault(plain, weak.getOrDefault(withoutUmlauts(plain), Set.of()));
        }
        return new ArrayList<>(found);
    }

    private static String withoutUmlauts(String name) {
        return name.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }
}
