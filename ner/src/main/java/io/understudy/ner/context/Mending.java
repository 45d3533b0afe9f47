package io.understudy.ner.context;

import static io.understudy.core.Label.LOCATION;
import static io.understudy.core.Label.MISC;
import static io.understudy.core.Label.ORGANIZATION;
import static io.understudy.core.Label.PERSON;

import io.understudy.core.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Mends ends and labels of names by the words that stand beside them and in them. */
final class Mending {

    private static final int LONGEST_DEFINITION = 8;
    private static final int LONGEST_PARENTHESIS = 14;
    private static final int MOST_WORDS = 4;

    private final Reading reading;
    private final Predicate<String> isRegion;
    private final Predicate<String> isPlace;
    private final List<Name> names;

    Mending(Reading reading, List<Name> names, Lexicon lexicon) {
        this.reading = reading;
        this.names = names;
        this.isRegion = lexicon::isRegion;
        this.isPlace = lexicon::isPlace;
    }

    List<Name> mended() {
        List<Name> mended = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            int before = mended.isEmpty() ? -1 : mended.get(mended.size() - 1).last();
            if (name.first() <= before || isField(name)) {
                continue;
            }
            Optional<List<Name>> parts = split(name);
            if (parts.isPresent()) {
                mended.addAll(parts.get());
                continue;
            }
            int next = i + 1 < names.size() ? names.get(i + 1).first() : reading.size();
            mended.add(mend(name, before, next, i));
        }
        return mended;
    }

    /** "BIC" before a code names the field, and nobody. */
    private boolean isField(Name name) {
        for (int i = name.first(); i <= name.last(); i++) {
            if (!WordLists.NEVER_NAMES.contains(reading.word(i))) {
                return false;
            }
        }
        return true;
    }

    /** @param before last token of the name before; {@code next}: first token of the name after */
    private Name mend(Name name, int before, int next, int index) {
        Name mended = byWordsInside(whole(withoutGreeting(name)));
        mended = ends(mended, before, next);
        mended = byNeighbours(mended, index);
        return byDefinition(mended);
    }

    /**
     * To both ends of a word with a hyphen, where both parts have a capital: "FC Lausanne-Sport", not "London-based".
     */
    private Name whole(Name name) {
        int start = name.start();
        int end = name.end();
        String text = reading.text;
        if (start > reading.start(name.first()) && text.charAt(start - 1) == '-' && reading.isCapital(name.first())) {
            start = reading.start(name.first());
        }
        if (end < reading.end(name.last())
                && text.charAt(end) == '-'
                && end + 1 < text.length()
                && Character.isUpperCase(text.charAt(end + 1))) {
            end = reading.end(name.last());
        }
        return start == name.start() && end == name.end()
                ? name
                : new Name(start, end, name.first(), name.last(), name.label(), name.score(), "hyphen");
    }

    /** "Dear Hannah" is Hannah. */
    private Name withoutGreeting(Name name) {
        boolean field = name.last() > name.first() + 1
                && WordLists.NEVER_NAMES.contains(reading.word(name.first()))
                && reading.isIn(name.first() + 1, WordLists.PARTICLES);
        if (field) {
            return name.over(reading, name.first() + 2, name.last(), name.label(), "field");
        }
        boolean verb =
                name.is(PERSON) && reading.begins(name.first()) && reading.isIn(name.first(), WordLists.VERBS_FIRST);
        boolean greeting = name.last() > name.first()
                && (verb || reading.isIn(name.first(), Set.of("dear", "hi", "hello", "hey")));
        return greeting ? name.over(reading, name.first() + 1, name.last(), name.label(), "greeting") : name;
    }

    private Name byWordsInside(Name name) {
        boolean several = name.last() > name.first();
        String last = reading.lower(name.last());
        if (several && !name.is(ORGANIZATION) && WordLists.ORGANIZATIONS.contains(last)) {
            return name.as(ORGANIZATION, last);
        }
        if (several && reading.lower(name.last() - 1).equals("school") && last.equals("district")) {
            return name.as(ORGANIZATION, "school district");
        }
        if (several && !name.is(LOCATION) && WordLists.PLACES.contains(last)) {
            return name.as(LOCATION, last);
        }
        return name;
    }

    /** Longer by what belongs to it. */
    private Name ends(Name name, int before, int next) {
        int first = name.first();
        int last = name.last();
        if (last + 1 < next
                && reading.joined(last)
                && reading.isCapital(last + 1)
                && reading.isIn(last + 1, WordLists.FIRM_FORMS)) {
            return name.over(reading, first, last + 1, ORGANIZATION, reading.lower(last + 1));
        }
        if (name.is(LOCATION)) {
            if (reading.is(last + 1, ",") && (reading.is(last + 2, "D.C.") || reading.is(last + 2, "DC"))) {
                return name.over(reading, first, last + 2, LOCATION, "d.c.");
            }
            if ((reading.is(first - 1, "of") || reading.is(first - 1, "at"))
                    && reading.isCapital(first - 2)
                    && reading.isIn(first - 2, WordLists.BATTLES)) {
                return name.over(reading, first - 2, last, MISC, reading.lower(first - 2) + " of");
            }
        }
        if (name.is(PERSON)) {
            return person(name, before, next);
        }
        if (name.end() == reading.end(last)) {
            int run = Math.min(reading.runEnd(last, MOST_WORDS), next - 1);
            if (run > last && reading.isIn(run, WordLists.EVENTS)) {
                return name.over(reading, first, run, MISC, reading.lower(run));
            }
            if (run > last && name.is(LOCATION) && reading.isIn(run, WordLists.PLACES)) {
                return name.over(reading, first, run, LOCATION, reading.lower(run));
            }
        }
        if (!name.is(ORGANIZATION)) {
            return name;
        }
        String why = name.rule();
        if (reading.isIn(last, WordLists.HEADS_BEFORE_OF) && reading.is(last + 1, "of") && last + 2 < next) {
            int from = reading.is(last + 2, "the") ? last + 3 : last + 2;
            if (reading.isCapital(from) && reading.joined(from - 1)) {
                int run = reading.runEnd(from, MOST_WORDS);
                if (run < next || next > from) {
                    return name.over(reading, first, Math.min(run, next - 1), ORGANIZATION, "of");
                }
            }
        }
        if (reading.is(last, "Hall") && reading.is(last + 1, "of") && reading.isIn(last + 2, Set.of("fame", "honor"))) {
            return name.over(reading, first, last + 2, ORGANIZATION, "hall of fame");
        }
        boolean plural = reading.word(last).endsWith("s") && reading.is(last + 1, "and") && last + 2 < next;
        if (plural
                && reading.isCapital(last + 2)
                && reading.word(last + 2).endsWith("s")
                && reading.isIn(
                        first + 1, Set.of("college", "association", "society", "institute", "federation", "board"))) {
            return name.over(reading, first, reading.runEnd(last + 2, 2), ORGANIZATION, "and");
        }
        boolean unit = reading.isIn(last, WordLists.UNITS) || reading.isIn(first, WordLists.UNITS);
        boolean number = reading.isNumber(first - 1) && first - 1 > before && reading.joined(first - 1);
        if (unit && number && reading.word(first - 1).matches("\\d{1,3}(?:st|nd|rd|th|d)?")) {
            first--;
            why = "number of a unit";
        } else if (first - 1 > before
                && reading.joined(first - 1)
                && reading.isCapital(first - 1)
                && reading.isIn(first - 1, WordLists.ADJECTIVES)
                && !reading.begins(first - 1)) {
            first--;
            why = reading.lower(first);
        } else if (first - 1 > before && reading.is(first - 1, "The") && !reading.begins(first - 1)) {
            first--;
            why = "the";
        }
        return first == name.first() ? name : name.over(reading, first, last, ORGANIZATION, why);
    }

    /** With the initial in its middle and the particle: "Csanád P" before "Gere", "ten Pas" after "Willemine". */
    private Name person(Name name, int before, int next) {
        int first = name.first();
        int last = name.last();
        if (reading.joined(last) && last + 2 < next) {
            int particle = last + 1;
            while (reading.isIn(particle, WordLists.PARTICLES)
                    && !reading.isCapital(particle)
                    && reading.joined(particle)) {
                particle++;
            }
            boolean initial = isInitial(last + 1) && reading.isCapital(last + 2) && reading.joined(last + 1);
            if (initial && !reading.isIn(last + 2, WordLists.FUNCTION)) {
                last += 2;
            } else if (particle > last + 1 && reading.isCapital(particle)) {
                last = particle;
            }
        }
        int given = first - 2;
        if (given > before
                && isInitial(first - 1)
                && reading.isCapital(given)
                && reading.joined(given)
                && reading.joined(first - 1)
                && !reading.isIn(given, WordLists.FUNCTION)) {
            first = given;
        }
        boolean same = first == name.first() && last == name.last();
        return same || last >= next ? name : name.over(reading, first, last, PERSON, "parts of a name");
    }

    private boolean isInitial(int token) {
        return reading.isCapital(token) && reading.word(token).length() == 1 && !reading.is(token, "I");
    }

    /** A place among places: "Debden, England", "from Harrison to Bridgton". */
    private Name byNeighbours(Name name, int index) {
        boolean one = name.first() == name.last();
        if (one
                && name.is(LOCATION)
                && reading.isIn(name.first() - 1, WordLists.KIN)
                && !reading.begins(name.first())) {
            return name.as(PERSON, reading.lower(name.first() - 1));
        }
        boolean town = one
                && (name.is(PERSON)
                        ? !reading.begins(name.first())
                        : name.is(ORGANIZATION) && reading.isIn(name.first() - 1, WordLists.TO_TOWNS));
        if (town && isPlace.test(reading.word(name.first()))) {
            return name.as(LOCATION, "known place");
        }
        if (!name.is(PERSON) || name.last() - name.first() > 1) {
            return name;
        }
        Optional<Name> after = index + 1 < names.size() ? Optional.of(names.get(index + 1)) : Optional.empty();
        boolean placeAfter =
                after.isPresent() && after.get().is(LOCATION) && after.get().first() == name.last() + 2;
        if (placeAfter
                && reading.is(name.last() + 1, ",")
                && isRegion.test(
                        reading.between(after.get().first(), after.get().last()))) {
            return name.as(LOCATION, "region after it");
        }
        if (name.first() != name.last()) {
            return name;
        }
        if (placeAfter
                && reading.is(name.last() + 1, "to")
                && reading.lower(name.first() - 1).equals("from")) {
            return name.as(LOCATION, "from ... to");
        }
        boolean placeBefore = index > 0
                && names.get(index - 1).is(LOCATION)
                && names.get(index - 1).last() == name.first() - 2
                && reading.lower(names.get(index - 1).first() - 1).equals("from");
        return placeBefore && reading.is(name.first() - 1, "to") ? name.as(LOCATION, "from ... to") : name;
    }

    /** "Brandhorst is a municipality", "Van Canto (founded in 2006) is a German band". */
    private Name byDefinition(Name name) {
        if (!reading.begins(name.first())) {
            return name;
        }
        int at = name.last() + 1;
        if (reading.is(at, "(")) {
            int limit = at + LONGEST_PARENTHESIS;
            while (at < reading.size() && at < limit && !reading.is(at, ")")) {
                at++;
            }
            at++;
        }
        if (!reading.is(at, "is") && !reading.is(at, "was")) {
            return name;
        }
        Optional<Label> kind = kindAfter(reading, at + 1);
        return kind.isEmpty() || kind.get().equals(name.label()) ? name : name.as(kind.get(), "definition");
    }

    /** What the noun says of what it defines that stands soon after "is": "a German music band". */
    static Optional<Label> kindAfter(Reading reading, int article) {
        if (!reading.is(article, "a") && !reading.is(article, "an") && !reading.is(article, "the")) {
            return Optional.empty();
        }
        for (int i = article + 1; i < Math.min(reading.size(), article + 1 + LONGEST_DEFINITION); i++) {
            if (reading.isIn(i, WordLists.END_OF_NOUN)) {
                return Optional.empty();
            }
            Optional<Label> kind = kind(reading, i);
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    private static Optional<Label> kind(Reading reading, int index) {
        if (reading.isIn(index, WordLists.KINDS_OF_PLACES)) {
            return Optional.of(LOCATION);
        }
        if (reading.isIn(index, WordLists.KINDS_OF_ORGANIZATIONS)) {
            return Optional.of(ORGANIZATION);
        }
        return reading.isIn(index, WordLists.KINDS_OF_PERSONS) ? Optional.of(PERSON) : Optional.empty();
    }

    /** "IV Corps of the Army" are two, and so is "Vidica Zakoč of Fernandez Inc.". */
    private Optional<List<Name>> split(Name name) {
        if (!name.is(ORGANIZATION)) {
            return Optional.empty();
        }
        int of = -1;
        for (int i = name.first() + 1; i < name.last(); i++) {
            if (reading.is(i, "of")) {
                if (of >= 0) {
                    return Optional.empty();
                }
                of = i;
            }
        }
        if (of < 0) {
            return Optional.empty();
        }
        boolean unit =
                reading.isIn(of - 1, Set.of("corps", "brigade", "regiment", "division", "battalion", "squadron"));
        int head = reading.is(name.last(), ".") ? name.last() - 1 : name.last();
        boolean person = of - name.first() == 2
                && reading.isIn(head, Set.of("inc", "ltd", "llc", "plc", "gmbh", "corp", "corporation"))
                && !reading.isIn(of - 1, WordLists.ORGANIZATIONS)
                && !reading.isIn(of - 1, WordLists.HEADS_BEFORE_OF);
        if (!unit && !person) {
            return Optional.empty();
        }
        int rest = reading.is(of + 1, "the") ? of + 2 : of + 1;
        Name before = name.over(reading, name.first(), of - 1, unit ? ORGANIZATION : PERSON, "of");
        return Optional.of(List.of(before, name.over(reading, rest, name.last(), ORGANIZATION, "of")));
    }
}
