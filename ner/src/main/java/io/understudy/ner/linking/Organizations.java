package io.understudy.ner.linking;

import io.understudy.core.text.Normalization;
import io.understudy.core.text.PersonName;
import io.understudy.ner.linking.Linker.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Organizations by their names without legal form, by acronym and by a distinctive first word. */
final class Organizations {

    private static final Set<String> LEGAL =
            Set.of(("inc incorporated corp corporation co company ltd limited llc llp lp plc "
                            + "gmbh ag kg se sa sas sarl srl spa nv bv ab as oy oyj pty kk holdings holding group")
                    .split(" ", -1));
    private static final Set<String> SMALL =
            Set.of("of", "and", "the", "for", "de", "la", "du", "des", "und", "für", "&", "in", "on");

    /** Words that begin the names of many. */
    private static final Set<String> COMMON = Set.of(("bank university first national united american general the new "
                    + "international royal federal central north south east west northern southern eastern western state "
                    + "department ministry office institute school college church museum st saint city global world great "
                    + "british german french european us uk u.s. big red blue green best air")
            .split(" ", -1));

    /** @param words without "the" and legal form; never empty */
    private record Name(Form form, List<String> words, List<String> all) {

        static Name of(Form form) {
            String ending = PersonName.ending(form.surface);
            String plain = Normalization.of(form.surface.substring(0, form.surface.length() - ending.length()));
            List<String> all = new ArrayList<>();
            for (String word : plain.split("[\\s,]+", -1)) {
                String bare = word.replaceAll("^[^\\p{L}\\p{N}&]+|[^\\p{L}\\p{N}&]+$", "");
                if (!bare.isEmpty()) {
                    all.add(bare);
                }
            }
            int from = all.size() > 1 && all.get(0).equals("the") ? 1 : 0;
            int to = all.size();
            while (to > from + 1 && LEGAL.contains(all.get(to - 1).replace(".", ""))) {
                to--;
            }
            List<String> words = all.isEmpty() ? List.of(plain) : all.subList(from, to);
            return new Name(
                    form, List.copyOf(words), List.copyOf(all.isEmpty() ? words : all.subList(from, all.size())));
        }

        String core() {
            return String.join(" ", words);
        }

        /** "ibm" for "International Business Machines", with and without small words and legal form. */
        Set<String> acronyms() {
            Set<String> acronyms = new LinkedHashSet<>();
            for (List<String> each : List.of(words, all)) {
                StringBuilder every = new StringBuilder();
                StringBuilder great = new StringBuilder();
                for (String word : each) {
                    every.append(word, 0, 1);
                    great.append(SMALL.contains(word) ? "" : word.substring(0, 1));
                }
                if (great.length() > 1) {
                    acronyms.add(every.toString());
                    acronyms.add(great.toString());
                }
            }
            return acronyms;
        }
    }

    private final List<Name> names = new ArrayList<>();

    Organizations(List<Form> forms) {
        forms.forEach(form -> names.add(Name.of(form)));
        names.sort(Comparator.comparingInt((Name name) -> name.all().size()).reversed());
    }

    void place(Resolution resolution) {
        Map<String, Entity> byCore = new HashMap<>();
        Map<String, Set<Entity>> byAcronym = new HashMap<>();
        Map<String, Set<Entity>> byFirst = new HashMap<>();
        for (Name name : names) {
            Entity known = byCore.get(name.core());
            Set<Entity> met = known != null ? Set.of(known) : Set.of();
            if (known == null && name.words().size() == 1) {
                String word = name.core().replace(".", "");
                boolean capitals = Normalization.of(name.form().surface).length() > 1
                        && name.form().surface.replaceAll("['’]s$", "").chars().noneMatch(Character::isLowerCase);
                met = capitals ? byAcronym.getOrDefault(word, Set.of()) : Set.of();
                met = met.isEmpty() ? byFirst.getOrDefault(word, Set.of()) : met;
            }
            if (!met.isEmpty()) {
                resolution.joinNearest(name.form(), List.copyOf(met));
                continue;
            }
            Entity entity = resolution.entity(name.form());
            resolution.join(name.form(), entity);
            byCore.put(name.core(), entity);
            if (name.words().size() > 1) {
                name.acronyms().forEach(each -> put(byAcronym, each, entity));
                String first = name.words().get(0).replace(".", "");
                if (!COMMON.contains(first) && first.length() > 2) {
                    put(byFirst, first, entity);
                }
            }
        }
    }

    private static void put(Map<String, Set<Entity>> map, String key, Entity entity) {
        map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(entity);
    }
}
