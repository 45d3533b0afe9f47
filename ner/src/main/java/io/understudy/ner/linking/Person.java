package io.understudy.ner.linking;

import io.understudy.core.text.Gender;
import java.util.ArrayList;
import java.util.List;

/** A person as far as its forms tell. */
final class Person {

    final Entity entity;
    private String first;
    private List<String> middle;
    private String last;
    private String lone;
    private String suffix;
    private Gender gender;

    Person(Entity entity, PersonForm form) {
        this.entity = entity;
        this.first = form.first();
        this.middle = form.middle();
        this.last = form.last();
        this.lone = form.lone();
        this.suffix = form.suffix();
        this.gender = form.gender();
    }

    String first() {
        return first;
    }

    String last() {
        return last;
    }

    String lone() {
        return lone;
    }

    List<String> middle() {
        return middle;
    }

    /** First letters: "jfk". */
    String initials() {
        StringBuilder letters = new StringBuilder();
        List<String> names = new ArrayList<>();
        names.add(first);
        names.addAll(middle);
        names.addAll(List.of(last.split(" ", -1)));
        names.stream().filter(name -> !name.isEmpty()).forEach(name -> letters.append(name.charAt(0)));
        return letters.toString();
    }

    /** Whether the form may name this person. */
    boolean fits(PersonForm form) {
        if (!gender.fits(form.gender())) {
            return false;
        }
        if (!form.lone().isEmpty()) {
            return isOne(form.lone());
        }
        if (isDoubleSurname(form)) {
            return true;
        }
        boolean lastFits = form.last().isEmpty()
                || form.last().equals(last)
                || form.last().equals(lone)
                || last.endsWith(" " + form.last());
        boolean firstFits = form.first().isEmpty() || agree(form.first(), first.isEmpty() ? lone : first);
        boolean both = !form.first().isEmpty() && !form.last().isEmpty();
        if (both && first.isEmpty()) {
            // "J. Smith" beside "Mr. Smith": fuller forms come first, so nothing contradicts.
            firstFits = lone.isEmpty() && form.first().length() == 1;
        }
        return lastFits
                && firstFits
                && (!form.first().isEmpty() || !form.last().isEmpty())
                && middlesAgree(form.middle())
                && (form.suffix().isEmpty() || suffix.isEmpty() || form.suffix().equals(suffix));
    }

    /** Of two surnames, as Spanish has them, both or the first stand alone: "García Márquez", "Dr. García". */
    private boolean isDoubleSurname(PersonForm form) {
        String surname = middle.isEmpty() ? "" : middle.get(middle.size() - 1);
        boolean both = form.first().equals(surname)
                && form.last().equals(last)
                && form.middle().isEmpty();
        boolean one = form.first().isEmpty() && form.last().equals(surname);
        return surname.length() > 1 && (both || one);
    }

    /** How many middle names and suffixes of the form this person has too. */
    int common(PersonForm form) {
        boolean same = !form.suffix().isEmpty() && form.suffix().equals(suffix);
        return Math.min(middle.size(), form.middle().size()) + (same ? 1 : 0);
    }

    private boolean isOne(String name) {
        boolean letters = name.length() > 1 && name.length() < 5;
        return name.equals(last)
                || name.equals(lone)
                || (name.length() > 1 && name.equals(first))
                || (last.indexOf(' ') > 0 && last.endsWith(" " + name))
                || (letters && !last.isEmpty() && (name.equals(initials()) || name.equals(ends())));
    }

    private String ends() {
        return first.isEmpty() ? "" : "" + first.charAt(0) + last.charAt(0);
    }

    private boolean middlesAgree(List<String> others) {
        int both = Math.min(others.size(), middle.size());
        for (int i = 0; i < both; i++) {
            if (!agree(others.get(i), middle.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Equal, or one is the other's initial. */
    private static boolean agree(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b);
        }
        boolean initial = a.length() == 1 || b.length() == 1;
        return initial ? a.charAt(0) == b.charAt(0) : a.equals(b);
    }

    /** Learns what a form adds, once it alone fits. */
    void learn(PersonForm form) {
        gender = gender.or(form.gender());
        suffix = suffix.isEmpty() ? form.suffix() : suffix;
        middle = middle.isEmpty() && !form.first().isEmpty() ? form.middle() : middle;
        first = first.isEmpty() ? form.first() : first;
        last = last.isEmpty() ? form.last() : last;
        lone = lone.equals(first) || lone.equals(last) ? "" : lone;
    }
}
