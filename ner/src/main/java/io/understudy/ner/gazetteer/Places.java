package io.understudy.ner.gazetteer;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import io.understudy.ner.Overlaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Nationalities and faiths, and places that are written small: there no capital tells a name, and lists do. Countries,
 * states, large towns, and any town that stands between a preposition and a region ("in gibsland nc"). Places with a
 * capital are left to a model, which sees what the word stands for.
 */
public final class Places implements EntityRecognizer {

    private static final Label RELIGION = new Label("RELIGION");

    public static final Set<Label> LABELS = Set.of(Label.LOCATION, Label.NATIONALITY, RELIGION);

    /** More than the usual score: where a model takes an adjective for a place, the list is right. */
    private static final double ADJECTIVE = 0.82;

    private static final double SCORE = 0.75;

    /** Words of a list that are other words when written small. */
    private static final Set<String> OTHER_WORDS = Set.of(
            "us", "polish", "china", "turkey", "chile", "guinea", "nice", "pole", "roman", "scot", "finn", "mobile",
            "reading", "bath", "orange", "dane", "poles", "jersey");

    private static final Evidence TOWN = Evidence.of("gazetteer", "town before region");

    private static final Evidence ANY_TOWN = Evidence.of("gazetteer", "town after preposition");
    private static final Evidence STATE = Evidence.of("gazetteer", "abbreviated state after preposition");

    private static final Set<String> BEFORE_ANY_TOWN =
            Set.of("in", "near", "nearby", "at", "around", "for", "neighboring", "neighbouring");

    private static final Set<String> BEFORE_TOWNS =
            Set.of("in", "near", "at", "from", "to", "around", "for", "of", "is");

    private static final Set<String> NO_TOWN = Set.of(
            ("the a an my our your his her their this that it in on at to for from of is was be and or with by me us you not no"
                            + " all some one two out over up around next last today tomorrow now near weather forecast weekend"
                            + " state country year years month week day hour hours minutes people restaurant movie book song")
                    .split(" ", -1));

    /** Abbreviations that are words: at the end of a text only. */
    private static final Set<String> WORDS_TOO = Set.of(
            "in", "on", "or", "me", "ok", "hi", "as", "pa", "la", "de", "al", "ma", "id", "oh", "mo", "ab", "sa", "mi",
            "ne");

    /** Abbreviations that no word is. */
    private static final Set<String> CLEAR_ABBREVIATIONS = Set.of(
            ("ak az ca ct dc fl ga ia il ks ky md mn ms mt nc nd nh nj nm nv ny ri sc sd tn tx ut va vt wa wi wv wy bc mb nb"
                            + " nl ns nsw qld pr vi mp mh ar")
                    .split(" ", -1));

    private static final int ABBREVIATIONS = 3;
    private static final int MOST_WORDS = 3;

    private final List<Gazetteer.Entry> lists = List.of(
            new Gazetteer.Entry(
                    Label.LOCATION, "countries", SCORE, List.copyOf(PlaceNames.countries()), Places::isSmall),
            new Gazetteer.Entry(Label.LOCATION, "states", SCORE, PlaceNames.states(), Places::isSmall),
            new Gazetteer.Entry(Label.LOCATION, "towns", SCORE, List.copyOf(PlaceNames.towns()), Places::isSmall),
            new Gazetteer.Entry(
                    Label.LOCATION, "abbreviated states", SCORE, PlaceNames.abbreviations(), Places::isSmall),
            new Gazetteer.Entry(Label.NATIONALITY, "nationalities", ADJECTIVE, Nationalities.NAMES, Places::isWritten),
            new Gazetteer.Entry(RELIGION, "faiths", ADJECTIVE, Nationalities.FAITHS, Places::isWritten));

    private final Gazetteer gazetteer = new Gazetteer(lists);
    private final Predicate<String> isTown;

    /**
     * @param isTown asked, in small letters, of words that stand where towns stand; may know many towns that are words
     */
    public Places(Predicate<String> isTown) {
        this.isTown = isTown;
    }

    /** Whether it is a country, written with a capital. */
    public static boolean isCountry(String name) {
        return Known.COUNTRIES.contains(name);
    }

    /** Whether it is a state or a province, written with a capital. */
    public static boolean isState(String name) {
        return Known.STATES.contains(name);
    }

    /** Whether it is a country, a state or a large town, written with a capital. */
    public static boolean isPlace(String name) {
        return isCountry(name) || isState(name) || Known.TOWNS.contains(name);
    }

    private static final class Known {
        private static final Set<String> COUNTRIES = Set.copyOf(PlaceNames.countries());
        private static final Set<String> STATES = Set.copyOf(PlaceNames.states());
        private static final Set<String> TOWNS = Set.copyOf(PlaceNames.towns());
    }

    @Override
    public AnnotatedText recognize(String text) {
        List<Finding> found = Overlaps.resolveFindings(findings(text));
        return new AnnotatedText(text, found.stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        List<Finding> found = new ArrayList<>();
        List<Span> words = new ArrayList<>();
        boolean small = isWrittenSmall(text);
        gazetteer.scan(text, words, (start, end, firstWord, list) -> {
            Gazetteer.Entry entry = lists.get(list);
            boolean word = list == ABBREVIATIONS
                    && WORDS_TOO.contains(text.substring(start, end))
                    && text.chars().skip(end).anyMatch(Character::isLetterOrDigit);
            if (word || (entry.label().equals(Label.LOCATION) && !small)) {
                return;
            }
            Optional<Span> town =
                    entry.label().equals(Label.LOCATION) ? townBefore(text, words, firstWord) : Optional.empty();
            town.ifPresent(span -> found.add(new Finding(new Mention(span, Label.LOCATION), SCORE, TOWN)));
            if (list != ABBREVIATIONS || town.isPresent()) {
                found.add(new Finding(
                        new Mention(start, end, entry.label()), entry.score(), Evidence.of("gazetteer", entry.name())));
            }
        });
        if (small) {
            towns(text, words, found);
        }
        return found;
    }

    /** Towns of a long list, right after a preposition of place: "near cle elum". */
    private void towns(String text, List<Span> words, List<Finding> found) {
        for (int first = 1; first < words.size(); first++) {
            if (!BEFORE_ANY_TOWN.contains(words.get(first - 1).of(text))) {
                continue;
            }
            for (int last = Math.min(words.size(), first + MOST_WORDS) - 1; last >= first; last--) {
                Span span = new Span(words.get(first).start(), words.get(last).end());
                String name = span.of(text);
                boolean state = last == first && CLEAR_ABBREVIATIONS.contains(name);
                if (state || (!NO_TOWN.contains(name) && !OTHER_WORDS.contains(name) && isTown.test(name))) {
                    found.add(new Finding(new Mention(span, Label.LOCATION), SCORE, state ? STATE : ANY_TOWN));
                    break;
                }
            }
        }
    }

    /** Whether capitals stand nowhere but at the beginning, as in what people type. */
    private static boolean isWrittenSmall(String text) {
        for (int i = 1; i < text.length(); i++) {
            boolean pronoun =
                    text.charAt(i) == 'I' && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
            if (Character.isUpperCase(text.charAt(i)) && !pronoun) {
                return false;
            }
        }
        return true;
    }

    /** One to three words before a region, after a preposition. */
    private static Optional<Span> townBefore(String text, List<Span> words, int region) {
        int last = region - 1;
        if (last > 0 && text.startsWith(",", words.get(last).start())) {
            last--;
        }
        for (int first = last; first > 0 && first > last - MOST_WORDS; first--) {
            String word = words.get(first).of(text);
            if (NO_TOWN.contains(word) || !Character.isLowerCase(word.charAt(0)) || word.length() < 2) {
                return Optional.empty();
            }
            if (BEFORE_TOWNS.contains(words.get(first - 1).of(text))) {
                return Optional.of(
                        new Span(words.get(first).start(), words.get(last).end()));
            }
        }
        return Optional.empty();
    }

    private static boolean isSmall(String surface) {
        return Character.isLowerCase(surface.charAt(0)) && !OTHER_WORDS.contains(surface);
    }

    /** With a capital, or small where no other word is meant. */
    private static boolean isWritten(String surface) {
        return !OTHER_WORDS.contains(surface);
    }
}
