package io.understudy.ner.linking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The persons of a scope, found by any of their names. */
final class Persons {

    private final List<Person> all = new ArrayList<>();
    private final Map<String, Set<Person>> byName = new HashMap<>();

    /** Lets the form's mentions join the person they name; a new one where none fits. */
    void place(PersonForm form, Resolution resolution) {
        Set<Person> met = new LinkedHashSet<>();
        for (String name : List.of(form.first(), form.last(), form.lone())) {
            met.addAll(byName.getOrDefault(name, Set.of()));
        }
        List<Person> possible = met.stream().filter(person -> person.fits(form)).toList();
        int most =
                possible.stream().mapToInt(person -> person.common(form)).max().orElse(0);
        List<Person> fitting =
                possible.stream().filter(person -> person.common(form) == most).toList();
        if (fitting.isEmpty()) {
            Person person = new Person(resolution.entity(form.form()), form);
            all.add(person);
            index(person);
            resolution.join(form.form(), person.entity);
            return;
        }
        resolution.joinNearest(
                form.form(), fitting.stream().map(person -> person.entity).toList());
        if (fitting.size() == 1) {
            fitting.get(0).learn(form);
            index(fitting.get(0));
        }
    }

    private void index(Person person) {
        List<String> names = new ArrayList<>(List.of(person.first(), person.last(), person.lone()));
        int particle = person.last().lastIndexOf(' ');
        names.add(person.last().substring(particle + 1));
        names.addAll(person.middle().stream().filter(name -> name.length() > 1).toList());
        if (!person.last().isEmpty()) {
            names.add(person.initials());
            names.add(
                    person.first().isEmpty()
                            ? ""
                            : "" + person.first().charAt(0) + person.last().charAt(0));
        }
        for (String name : names) {
            if (!name.isEmpty()) {
                byName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(person);
            }
        }
    }

    List<Person> entities() {
        return all;
    }
}
