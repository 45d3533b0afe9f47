package io.understudy.ner.linking;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.text.Gender;
import io.understudy.core.text.Normalization;
import io.understudy.core.text.PersonName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Links the mentions of one scope: add its lines in order, then {@link #link()}. Memory: each distinct surface once and
 * some 12 bytes for each mention. Not thread-safe; make one for each scope.
 *
 * <p>Persons are linked by full name, surname, first name, initials, title and surname, possessive, case and accent
 * variants; e-mail addresses and user names by the names in them; organizations by acronym, by what remains without
 * their legal form, and by a distinctive first word. Other mentions are one where label and normalised surface are.
 * Mentions whose entity is given keep together, line by line, and join no other.
 */
public final class Linker {

    private final Function<String, Gender> firstNames;
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final IntList formOf = new IntList();
    private final IntList lineEnds = new IntList();

    /** @param firstNames what a first name, normalised, says of its bearer's gender */
    public Linker(Function<String, Gender> firstNames) {
        this.firstNames = firstNames;
    }

    /** Knows no first name: only titles tell gender. */
    public Linker() {
        this(name -> Gender.UNKNOWN);
    }

    /** The line with its mentions linked. */
    public static AnnotatedText link(AnnotatedText line, Function<String, Gender> firstNames) {
        Linker linker = new Linker(firstNames);
        linker.add(line);
        return linker.link().apply(0, line);
    }

    /** Adds the next line of the scope. */
    public void add(AnnotatedText line) {
        for (Mention mention : line.mentions()) {
            String surface = line.surface(mention);
            Family family = Family.of(mention.label());
            String given = mention.details()
                    .entity()
                    .map(name -> lineEnds.size() + "\u0000" + name)
                    .orElse("");
            String key = given.isEmpty() ? family.key(mention.label()) + '\u0000' + surface : "\u0000" + given;
            Form form = forms.computeIfAbsent(
                    key, k -> new Form(forms.size(), family, mention.label(), surface, !given.isEmpty()));
            form.widen(surface);
            form.mentions.add(formOf.size());
            formOf.add(form.number);
        }
        lineEnds.add(formOf.size());
    }

    /** What is one. */
    public Links link() {
        Resolution resolution = new Resolution(formOf.size());
        List<Form> all = new ArrayList<>(forms.values());
        List<PersonForm> persons = new ArrayList<>();
        List<Form> logins = new ArrayList<>();
        List<Form> organizations = new ArrayList<>();
        Map<String, Entity> others = new HashMap<>();
        for (Form form : all) {
            if (form.given) {
                resolution.join(form, resolution.entity(form));
                continue;
            }
            switch (form.family) {
                case PERSON -> persons.add(PersonForm.of(form, firstNames));
                case EMAIL, USERNAME -> logins.add(form);
                case ORGANIZATION -> organizations.add(form);
                case OTHER ->
                    resolution.join(form, others.computeIfAbsent(form.plainKey(), k -> resolution.entity(form)));
            }
        }
        persons.sort(Comparator.comparingInt(PersonForm::specificity).reversed());
        Persons known = new Persons();
        for (PersonForm person : persons) {
            known.place(person, resolution);
        }
        Logins names = new Logins(known.entities());
        for (Form login : logins) {
            List<Entity> owners = names.owners(login);
            if (owners.isEmpty()) {
                Entity own = others.computeIfAbsent(login.plainKey(), k -> resolution.entity(login));
                resolution.join(login, own);
            } else {
                resolution.joinNearest(login, owners);
            }
        }
        new Organizations(organizations).place(resolution);
        return new Links(lineEnds.toArray(), resolution.entities(formOf.size()));
    }

    /** What a label's mentions name. */
    enum Family {
        PERSON,
        ORGANIZATION,
        EMAIL,
        USERNAME,
        OTHER;

        static Family of(Label label) {
            return switch (label.name().toUpperCase(Locale.ROOT)) {
                case "PERSON", "PER", "NAME", "PERSON_NAME" -> PERSON;
                case "ORGANIZATION", "ORG", "ORGANISATION", "COMPANY" -> ORGANIZATION;
                case "EMAIL", "EMAIL_ADDRESS" -> EMAIL;
                case "USERNAME" -> USERNAME;
                default -> OTHER;
            };
        }

        private String key(Label label) {
            return this == OTHER ? label.name() : name();
        }
    }

    /** A way in which something is written, and where. */
    static final class Form {
        final int number;
        final Family family;
        final Label label;
        final boolean given;
        final IntList mentions = new IntList();
        String surface;

        Form(int number, Family family, Label label, String surface, boolean given) {
            this.number = number;
            this.family = family;
            this.label = label;
            this.surface = surface;
            this.given = given;
        }

        /** Of a given entity the longest surface counts; other forms have but one. */
        void widen(String other) {
            surface = other.length() > surface.length() ? other : surface;
        }

        /** Equal for variants in case, accents, spacing and possessive ending. */
        String plainKey() {
            String ending = PersonName.ending(surface);
            return family.key(label)
                    + '\u0000'
                    + Normalization.of(surface.substring(0, surface.length() - ending.length()));
        }
    }
}
