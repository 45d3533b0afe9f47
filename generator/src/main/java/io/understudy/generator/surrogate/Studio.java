package io.understudy.generator.surrogate;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Seeds;
import io.understudy.core.Shape;
import io.understudy.core.checksum.NationalId;
import io.understudy.core.text.Gender;
import io.understudy.core.text.Normalization;
import io.understudy.core.text.PersonName;
import io.understudy.core.text.PersonName.Role;
import io.understudy.generator.surrogate.AnonymizerOptions.Kept;
import io.understudy.generator.surrogate.AnonymizerOptions.Moving;
import io.understudy.generator.surrogate.Kinds.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Draws the surrogate of an original: chance is the key's number for it. Thread-safe; pure. */
final class Studio {

    /** From here on surnames are coined, so that there are always more. */
    private static final int COINED = 8;

    private static final int SHORTEST_NUMBER = 4;

    /** However they are spaced, they are the same. */
    private static final Set<String> NUMBERS = Set.of("PHONE", "CREDIT_CARD", "IBAN", "BIC");

    private final Secret secret;
    private final AnonymizerOptions options;
    private final List<Region> states;
    private final Known known;

    Studio(Secret secret, AnonymizerOptions options) {
        this.secret = secret;
        this.options = options;
        List<Region> shuffled = new ArrayList<>(Region.US);
        shuffled.sort(Comparator.comparingLong(state -> secret.number("state", state.code())));
        this.states = List.copyOf(shuffled);
        this.known = new Known(Map.of(), Map.of(), Map.of());
    }

    private Studio(Studio other, Known known) {
        this.secret = other.secret;
        this.options = other.options;
        this.states = other.states;
        this.known = known;
    }

    /**
     * What the source tells.
     *
     * @param hosts by the name of a host, what the organization whose it is will be called there
     * @param genders of persons, by their numbers
     * @param efforts how often each had to choose again, by its number; may still grow
     */
    record Known(Map<String, String> hosts, Map<Long, Gender> genders, Map<Long, Integer> efforts) {}

    Studio knowing(Known told) {
        return new Studio(this, told);
    }

    /**
     * What the words around say of the gender of a person: a title or a noun before it ("Mrs.", "my uncle"), else,
     * where the first name says nothing, a pronoun behind it.
     */
    Gender told(AnnotatedText line, Mention person) {
        int at = line.mentions().indexOf(person);
        int begin = at == 0 ? 0 : line.mentions().get(at - 1).end();
        String before = line.text().substring(begin, person.start());
        boolean next = at > 0 && before.isBlank();
        Gender told = next
                ? Gender.ofTitle(line.surface(line.mentions().get(at - 1)))
                : Cue.of(before).of();
        if (told != Gender.UNKNOWN) {
            return told;
        }
        PersonName name = PersonName.parse(line.surface(person));
        String first = name.first(Role.FIRST)
                .or(() -> name.first(Role.LONE))
                .map(PersonName.Part::text)
                .orElse("");
        if (FirstNames.gender(first) != Gender.UNKNOWN) {
            return Gender.UNKNOWN;
        }
        int end = at + 1 < line.mentions().size()
                ? line.mentions().get(at + 1).start()
                : line.text().length();
        return Cue.of(line.text().substring(person.end(), end)).before();
    }

    Kind kind(Label label) {
        return Kinds.STANDARD.kind(label);
    }

    /** Between 0 and 1, for a text. */
    double uniform(String text) {
        return (secret.number("chance", text) >>> 11) * 0x1.0p-53;
    }

    Offsets offsets() {
        return new Offsets(text -> secret.number("offset", text), options.keepWeekdays());
    }

    /** Names what a mention's dates, times and ages move with. */
    String calendar(AnnotatedText line, Mention mention, String document) {
        if (options.moving() == Moving.DOCUMENT
                || !Kinds.STANDARD.kind(mention.label()).shared()) {
            return document;
        }
        Optional<Mention> person = Optional.empty();
        for (Mention other : line.mentions()) {
            boolean named = Kinds.STANDARD.kind(other.label()).person();
            if (named && (other.start() < mention.start() || person.isEmpty())) {
                person = Optional.of(other);
            }
        }
        return person.map(named -> "person " + subject(line, named).key()).orElse(document);
    }

    Subject subject(AnnotatedText line, Mention mention) {
        Kind kind = Kinds.STANDARD.kind(mention.label());
        String surface = line.surface(mention);
        String linked = linked(line, mention);
        if (kind.person()) {
            String key = personKey(linked);
            return new Subject(mention.label(), kind, surface, linked, key, key);
        }
        String plain = plain(surface);
        boolean number = NUMBERS.contains(kind.name()) || NationalIds.names().contains(kind.name());
        if (kind.name().equals("TITLE")) {
            return new Subject(mention.label(), kind, surface, linked, Normalization.of(plain), bearer(line, mention));
        }
        if (kind.personal() || kind.shared() || number || hasNumber(plain)) {
            String key = number && !kind.personal() ? NationalId.compact(plain) : Normalization.of(plain);
            return new Subject(mention.label(), kind, surface, linked, key, kind.personal() ? personKey(linked) : "");
        }
        return new Subject(mention.label(), kind, surface, linked, Normalization.of(plain(linked)), "");
    }

    /** The person whose title it is: the one named right behind it; nobody known where none is. */
    private static String bearer(AnnotatedText line, Mention title) {
        int next = line.mentions().indexOf(title) + 1;
        if (next == line.mentions().size()) {
            return "";
        }
        Mention person = line.mentions().get(next);
        boolean beside = line.text().substring(title.end(), person.start()).isBlank();
        return beside && Kinds.STANDARD.kind(person.label()).person() ? personKey(linked(line, person)) : "";
    }

    private static String linked(AnnotatedText line, Mention mention) {
        String surface = line.surface(mention);
        return mention.details().entity().isPresent()
                ? mention.details().value().orElse(surface)
                : surface;
    }

    private static String plain(String surface) {
        return surface.substring(
                0, surface.length() - PersonName.ending(surface).length());
    }

    /** The names without titles, first names first. */
    private static String personKey(String name) {
        PersonName parsed = PersonName.parse(name);
        String key = parsed.names().stream()
                .sorted(Comparator.comparing(PersonName.Part::role))
                .map(part -> Normalization.of(part.text()))
                .collect(Collectors.joining(" "));
        return key.isEmpty() ? Normalization.of(name) : key;
    }

    /** Names the subject among those of its kind. */
    long number(Subject subject) {
        return secret.number(subject.kind().name(), subject.key());
    }

    /** Of the person that the subject belongs to. */
    long personNumber(Subject subject) {
        return subject.owner().isEmpty() ? 0 : secret.number("PERSON", subject.owner());
    }

    /**
     * @param names what the surrogate and its other forms are made of
     * @param from where a number is from; empty for all else
     */
    record Drawn(String surface, String names, Optional<Deal.From> from) {}

    /**
     * @param effort how often it was refused
     * @param generation 0 for the surrogate that all mentions share, another for each other one
     * @param personEffort how often the person was refused that it belongs to
     */
    Drawn draw(Subject subject, int effort, Lead lead, Offsets.Offset offset, long generation, int personEffort) {
        Kind kind = subject.kind();
        long own = secret.number(kind.name(), subject.key());
        long seed = generation == 0 ? own : Seeds.derive(own, generation);
        SplittableRandom random = Seeds.random(seed, effort);
        Persona persona = kind.personal() && !subject.owner().isEmpty()
                ? persona(subject, kind.person() ? effort : personEffort, generation)
                : Persona.NOBODY;
        boolean whole = kind.personal() || kind.shared() || subject.surface().equals(subject.canonical());
        String from = whole || hasNumber(subject.surface()) ? subject.surface() : subject.canonical();
        Deal deal = new Deal(secret, kind.name(), seed, generation == 0, effort);
        Original original =
                new Original(plain(from), subject.canonical(), offset, secret, deal, known.hosts(), this::town, states);
        Shape shape = Shape.of(from);
        Wish wish = new Wish(
                Look.of(shape), effort, random, persona, seed, lead, "", options.plausible(), Optional.of(original));
        String drawn =
                kind.person() ? name(wish, subject, persona) : kind.source().draw(wish);
        String surface = from.equals(subject.surface()) ? drawn : Variant.of(subject.surface(), from, drawn);
        String names = kind.person() ? surface + ' ' + persona.first() + ' ' + persona.last() : surface;
        return new Drawn(surface, names, deal.from());
    }

    private static boolean hasNumber(String surface) {
        return surface.chars().filter(Character::isDigit).count() >= SHORTEST_NUMBER;
    }

    /** As it is called where it is a mention by itself. */
    private String town(String name) {
        Kind kind = Kinds.STANDARD.kind(Label.LOCATION);
        Subject town = new Subject(Label.LOCATION, kind, name, name, Normalization.of(name), "");
        int effort = known.efforts().getOrDefault(number(town), 0);
        return draw(town, effort, Lead.OPEN, Offsets.Offset.NONE, 0, 0).surface();
    }

    private String name(Wish wish, Subject subject, Persona persona) {
        String ending = PersonName.ending(subject.surface());
        if (!options.keeps(Kept.PARTS)) {
            return persona.first() + ' ' + persona.last() + ending;
        }
        String name = Names.like(
                wish.original().orElseThrow(), persona, options.keeps(Kept.INITIALS), options.keeps(Kept.CAPITALS));
        return name.isEmpty() ? persona.last() + ending : name + ending;
    }

    private Persona persona(Subject subject, int effort, long generation) {
        Traits traits = traits(subject);
        long own = secret.number("PERSON", subject.owner());
        long seed = generation == 0 ? own : Seeds.derive(own, generation);
        SplittableRandom random = Seeds.random(seed, effort);
        Persona persona = Persona.draw(random, effort < Wish.RELAXED ? traits : traits.relaxed());
        return effort < COINED ? persona : persona.withCoinedSurname(random);
    }

    private Traits traits(Subject subject) {
        PersonName name = PersonName.parse(subject.canonical());
        String first = name.first(Role.FIRST).map(PersonName.Part::text).orElse("");
        String last = name.first(Role.LAST).map(PersonName.Part::text).orElse("");
        String lone = name.first(Role.LONE).map(PersonName.Part::text).orElse("");
        Gender gender = options.keeps(Kept.GENDER)
                ? name.gender()
                        .or(known.genders().getOrDefault(personNumber(subject), Gender.UNKNOWN))
                        .or(FirstNames.gender(first.isEmpty() ? lone : first))
                : Gender.UNKNOWN;
        boolean length = options.keeps(Kept.LENGTH);
        boolean initial = name.first(Role.FIRST).map(PersonName.Part::isInitial).orElse(true);
        return new Traits(
                gender,
                origin(first, last.isEmpty() ? lone : last),
                length && !initial ? NameBook.Length.of(first) : NameBook.Length.ANY,
                length && !(last + lone).isEmpty() ? NameBook.Length.of(last + lone) : NameBook.Length.ANY);
    }

    private Origin origin(String first, String last) {
        return options.keeps(Kept.ORIGIN)
                ? FirstNames.origin(first, last)
                : options.keeps(Kept.SCRIPT) ? FirstNames.byScript(last.isEmpty() ? first : last) : Origin.ENGLISH;
    }
}
