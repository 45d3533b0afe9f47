package io.understudy.ner.context;

import static io.understudy.core.Label.LOCATION;
import static io.understudy.core.Label.ORGANIZATION;
import static io.understudy.core.Label.PERSON;

import io.understudy.core.Label;
import io.understudy.core.text.Normalization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proposes names where words announce one and nothing was found. */
final class Cues {

    /** Below the score of a model's names. */
    static final double SCORE = 0.7;

    private static final int MOST_WORDS = 5;
    private static final Map<String, Label> FIELDS = Map.ofEntries(
            Map.entry("name", PERSON),
            Map.entry("patient", PERSON),
            Map.entry("client", PERSON),
            Map.entry("customer", PERSON),
            Map.entry("contact", PERSON),
            Map.entry("attn", PERSON),
            Map.entry("attention", PERSON),
            Map.entry("employee", PERSON),
            Map.entry("tenant", PERSON),
            Map.entry("author", PERSON),
            Map.entry("signed", PERSON),
            Map.entry("from", PERSON),
            Map.entry("to", PERSON),
            Map.entry("cc", PERSON),
            Map.entry("address", PERSON),
            Map.entry("location", LOCATION),
            Map.entry("where", LOCATION),
            Map.entry("city", LOCATION),
            Map.entry("town", LOCATION),
            Map.entry("birthplace", LOCATION),
            Map.entry("country", LOCATION),
            Map.entry("company", ORGANIZATION),
            Map.entry("employer", ORGANIZATION),
            Map.entry("organization", ORGANIZATION),
            Map.entry("organisation", ORGANIZATION));

    private static final Set<String> GREETINGS = Set.of("dear", "hi", "hello", "hey");
    private static final Set<String> OWNERS = Set.of("my", "his", "her", "our", "their", "your");
    private static final Set<String> SAYING =
            Set.of("says", "said", "asks", "asked", "replies", "replied", "adds", "wrote");
    private static final Set<String> DETERMINERS = Set.of("a", "an", "the", "this", "that", "another");
    private static final Set<String> SETTLEMENTS = Set.of("city", "town", "village", "hamlet", "municipality");

    private static final Set<String> AFTER_EMPLOYERS =
            Set.of(",", ".", "and", "is", "was", "has", "said", "says", "will", "'s", "’s");
    /** "Je m'appelle", "ich heiße", "me llamo". */
    private static final Set<String> NAMING = Set.of(
            "m'appelle",
            "m’appelle",
            "s'appelle",
            "s’appelle",
            "heiße",
            "heisse",
            "heißt",
            "llamo",
            "llama",
            "chiamo",
            "chiama",
            "heter",
            "hedder",
            "heet");

    private static final Set<String> KIN_BEFORE_NAMES =
            Set.of("baby", "uncle", "aunt", "auntie", "grandma", "grandpa", "granny", "cousin");
    private static final Set<String> CLOSING = Set.of("", ",", ".", ";", ")");
    private static final Set<String> INVESTING = Set.of(
            "invested", "announced", "acquired", "launched", "hired", "merged", "employs", "manufactures", "sells");

    private final Reading reading;
    private final Lexicon lexicon;
    private final List<Name> names;
    private final Firms firms;
    private final BitSet taken = new BitSet();
    private final Name[] byToken;
    private final List<Name> proposed = new ArrayList<>();

    Cues(Reading reading, List<Name> names, Lexicon lexicon) {
        this.reading = reading;
        this.names = names;
        this.lexicon = lexicon;
        this.firms = new Firms(reading, lexicon);
        this.byToken = new Name[reading.size()];
        for (Name name : names) {
            taken.set(name.first(), name.last() + 1);
            Arrays.fill(byToken, name.first(), name.last() + 1, name);
        }
    }

    /** The names that are told of and that no name overlaps, or that hold names entirely. */
    List<Name> proposed() {
        for (int at = 0; at < reading.size(); at++) {
            if (reading.isCapital(at)) {
                int firm = firms.end(at);
                if (firm > at) {
                    propose(at, firm, ORGANIZATION, "firm of several");
                    at = firm;
                } else if (!taken.get(at) && !reading.isIn(at, WordLists.FUNCTION)) {
                    at = Math.max(at, name(at));
                }
            } else if (reading.isWord(at) && !taken.get(at)) {
                at = Math.max(at, smallName(at));
            }
        }
        List<Name> places = new ArrayList<>(names);
        places.addAll(proposed);
        proposed.addAll(TownPostcodes.in(reading, places));
        proposed.addAll(Jobs.in(reading, taken));
        return proposed;
    }

    /** Where the name ends that begins at a token; before it where none is told of. */
    private int name(int at) {
        if (at > 0
                && reading.joined(at - 1)
                && reading.isCapital(at - 1)
                && !isTitle(at - 1)
                && !reading.isIn(at - 1, WordLists.FUNCTION)) {
            return -1;
        }
        int end = runEnd(at);
        Optional<Told> told = before(at, end)
                .or(() -> after(at, end))
                .or(() -> inside(at, end))
                .or(() -> inList(at, end));
        if (told.isEmpty()) {
            return -1;
        }
        propose(at, end, told.get().label, told.get().why);
        return end;
    }

    private record Told(Label label, String why) {

        static Optional<Told> of(Label label, String why) {
            return Optional.of(new Told(label, why));
        }
    }

    /** What the words before tell. */
    private Optional<Told> before(int at, int end) {
        String one = reading.lower(at - 1);
        String two = reading.lower(at - 2);
        String three = reading.lower(at - 3);
        if (one.equals(":")) {
            return field(end, two);
        }
        if (isTitle(at - 1) && reading.joined(at - 1)) {
            return Told.of(PERSON, one.equals(".") ? two + "." : one);
        }
        if (GREETINGS.contains(one) && reading.begins(at - 1)) {
            boolean closed = reading.endsLine(end) || Set.of(",", "!", ":", ".").contains(reading.word(end + 1));
            return closed ? Told.of(PERSON, one) : Optional.empty();
        }
        if (KIN_BEFORE_NAMES.contains(one)) {
            return Told.of(PERSON, one);
        }
        if (WordLists.KIN.contains(one) && OWNERS.contains(two)) {
            return Told.of(PERSON, two + " " + one);
        }
        if (WordLists.CALLED.contains(one) && (WordLists.KIN.contains(two) || WordLists.KIN.contains(three))) {
            boolean named = one.equals("called") || one.equals("named") || (one.equals("is") && two.equals("name"));
            return named ? Told.of(PERSON, one) : Optional.empty();
        }
        if (NAMING.contains(one) || (one.equals("name") && two.equals("maiden"))) {
            return Told.of(PERSON, one);
        }
        if ((one.equals("is") && two.equals("name"))
                || (one.equals("me") && (two.equals("call") || two.equals("calls")))
                || (one.equals("i'm") || one.equals("i’m"))) {
            return Told.of(PERSON, two.equals("name") ? "name is" : one);
        }
        if (SAYING.contains(one) && Set.of(".", ",").contains(reading.word(end + 1)) && end - at < 3) {
            return Told.of(PERSON, one);
        }
        if ((one.equals("for") || one.equals("at") || one.equals("by")) && WordLists.WORKING.contains(two)) {
            return Told.of(ORGANIZATION, two + " " + one);
        }
        if (one.equals("of") && WordLists.OFFICES.contains(two)) {
            return Told.of(ORGANIZATION, two + " of");
        }
        if (WordLists.ROLES.contains(one) && end - at == 1) {
            return Told.of(PERSON, one);
        }
        if (one.equals("and") && isPerson(at - 2) && end - at < 2 && CLOSING.contains(reading.word(end + 1))) {
            return Told.of(PERSON, "and a person");
        }
        if (WordLists.IN.contains(one) && WordLists.GOING.contains(two)) {
            return Told.of(LOCATION, two + " " + one);
        }
        if (SETTLEMENTS.contains(one) || (one.equals("of") && SETTLEMENTS.contains(two))) {
            return Told.of(LOCATION, one.equals("of") ? two + " of" : one);
        }
        if ((one.equals("of") || one.equals("from"))
                && isPerson(at - 2)
                && AFTER_EMPLOYERS.contains(next(end))
                && !lexicon.isPlace(reading.between(at, end))) {
            return Told.of(ORGANIZATION, one + " after a person");
        }
        if (one.equals("in") && TownPostcodes.isPostcode(reading, end + 1)) {
            return Told.of(LOCATION, "postcode after it");
        }
        return Optional.empty();
    }

    /** "Name: Ada Byrne"; an address that begins with a name has more lines. */
    private Optional<Told> field(int end, String field) {
        Label label = FIELDS.get(field);
        boolean line = reading.endsLine(end) || Set.of(",", "<", ";", "(").contains(reading.word(end + 1));
        boolean other = label == null
                || !line
                || (field.equals("address") && !(reading.endsLine(end) && reading.isNumber(end + 1)));
        if (other) {
            return Optional.empty();
        }
        boolean office = reading.isIn(end, WordLists.ORGANIZATIONS) || reading.isIn(end, WordLists.OFFICES_IN_FIELDS);
        return Told.of(label.equals(PERSON) && office ? ORGANIZATION : label, field + ":");
    }

    /** What the words after tell. */
    private Optional<Told> after(int at, int end) {
        String next = reading.lower(end + 1);
        String then = reading.lower(end + 2);
        boolean begins = reading.begins(at);
        if (begins
                && end - at < 4
                && Set.of("lives", "resides", "lived").contains(next)
                && (then.equals("at") || then.equals("in"))) {
            return Told.of(PERSON, next + " " + then);
        }
        if (reading.beginsLine(at)
                && end - at < 3
                && next.equals(":")
                && Set.of("\"", "“").contains(then)) {
            return Told.of(PERSON, "speech");
        }
        if (begins && (next.equals("is") || next.equals("was"))) {
            Optional<Label> kind = Mending.kindAfter(reading, end + 2);
            if (kind.isPresent()) {
                return Told.of(kind.get(), "definition");
            }
        }
        if (INVESTING.contains(next) && (begins || reading.is(at - 1, ","))) {
            return Told.of(ORGANIZATION, next);
        }
        if (next.equals("website") && reading.lower(at - 1).equals("the")) {
            return Told.of(ORGANIZATION, next);
        }
        boolean work = WordLists.WORKS.contains(next) || (next.equals("version") && then.equals("recorded"));
        if (work && end - at < 5 && reading.isIn(at - 1, DETERMINERS)) {
            return Told.of(PERSON, next);
        }
        return Optional.empty();
    }

    /** What its own words tell. */
    private Optional<Told> inside(int at, int end) {
        boolean line = reading.beginsLine(at)
                && (reading.endsLine(end) || (reading.is(end + 1, ".") && reading.endsLine(end + 1)));
        if ((!reading.begins(at) || line) && lexicon.isPlace(reading.between(at, end))) {
            return Told.of(LOCATION, "known place");
        }
        if (end == at) {
            return Optional.empty();
        }
        if (reading.isIn(end, WordLists.ORGANIZATIONS) && !taken.get(end + 1)) {
            return Told.of(ORGANIZATION, reading.lower(end));
        }
        if (end == at + 1
                && lexicon.isFirstName(Normalization.of(reading.word(at)))
                && reading.between(at, end).chars().anyMatch(c -> c > 0x7f)
                && !reading.isIn(end, WordLists.PLACES)) {
            return Told.of(PERSON, "first name");
        }
        if (reading.isIn(at, WordLists.ORGANIZATIONS_FIRST)) {
            return Told.of(ORGANIZATION, reading.lower(at));
        }
        return reading.isIn(end, WordLists.PLACES) && end - at < 3
                ? Told.of(LOCATION, reading.lower(end))
                : Optional.empty();
    }

    /** One of several persons that commas part. */
    private Optional<Told> inList(int at, int end) {
        boolean after = reading.is(end + 1, ",") && isPerson(end + 2);
        boolean before = at > 1 && reading.is(at - 1, ",") && isPerson(at - 2);
        boolean two = after && before;
        if (after && !before) {
            int last = lastOf(end + 2);
            two = reading.is(last + 1, ",") && isPerson(last + 2);
        }
        return two && end - at < 2 ? Told.of(PERSON, "among persons") : Optional.empty();
    }

    private boolean isPerson(int token) {
        return token >= 0 && token < byToken.length && byToken[token] != null && byToken[token].is(PERSON);
    }

    private int lastOf(int token) {
        return byToken[token].last();
    }

    /** In small letters after "Name:" only. */
    private int smallName(int at) {
        if (!reading.is(at - 1, ":") || !reading.lower(at - 2).equals("name") || !reading.beginsLine(at - 2)) {
            return -1;
        }
        int end = at;
        while (end - at < MOST_WORDS && !reading.endsLine(end)) {
            boolean initial = reading.is(end + 1, ".") && reading.word(end).length() == 1;
            if (!reading.isWord(end + 1) && !initial) {
                return -1;
            }
            end++;
        }
        if (!reading.endsLine(end)) {
            return -1;
        }
        propose(at, end, PERSON, "name:");
        return end;
    }

    private boolean isTitle(int token) {
        boolean stop = reading.is(token, ".") && token > 0 && reading.start(token) == reading.end(token - 1);
        int word = stop ? token - 1 : token;
        boolean small = reading.word(word).length() > 1
                && Character.isLowerCase(reading.word(word).charAt(1));
        return small && reading.isCapital(word) && reading.isIn(word, WordLists.TITLES);
    }

    private String next(int end) {
        return reading.lower(end + 1);
    }

    /** Words with capitals, small ones between names, initials with their dots. */
    private int runEnd(int at) {
        int end = at;
        int words = 1;
        while (words < MOST_WORDS && reading.joined(end)) {
            int next = end + 1;
            boolean initial = reading.word(end).length() == 1 && reading.is(next, ".") && reading.joined(next);
            if (initial) {
                next++;
            }
            if (reading.isIn(next, WordLists.PARTICLES) && !reading.isCapital(next) && reading.joined(next)) {
                int particle = next;
                while (reading.isIn(next, WordLists.PARTICLES) && !reading.isCapital(next) && reading.joined(next)) {
                    next++;
                }
                if (!reading.isCapital(next) || particle == at) {
                    return end;
                }
            }
            if (!reading.isCapital(next) || taken.get(next) || reading.isIn(next, WordLists.FUNCTION)) {
                return end;
            }
            end = next;
            words++;
        }
        return end;
    }

    private void propose(int first, int last, Label label, String why) {
        proposed.add(new Name(reading.start(first), reading.end(last), first, last, label, SCORE, why));
    }
}
