package io.understudy.generator.surrogate;

import io.understudy.core.Shape;
import io.understudy.core.text.NumberWords;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another address in the written shape of a known one: its lines, its order, its marks, the kind of its street and of
 * its unit stay; numbers have as many digits; the postcode is one of the region that stands in for the original's, and
 * the town is called as it is elsewhere in the source. Countries stay.
 */
final class Addresses {

    private static final Pattern SEPARATOR = Pattern.compile("[ \\t]*(?:[,;]\\s*|\\R\\s*)+");

    private static final Pattern BRITISH = Pattern.compile("(?i)\\b([A-Z]{1,2})\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b");
    private static final Pattern FIVE = Pattern.compile("(?<![\\d-])\\d{5}(?:-\\d{4})?(?![\\d-])");
    private static final Pattern OTHER =
            Pattern.compile("\\b(?:[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\d{4} ?[A-Z]{2}|\\d{5}-\\d{3}|\\d{2}-\\d{3})\\b");
    private static final Pattern FOUR = Pattern.compile("(?<![\\d-])\\d{4}(?![\\d-])");

    private static final Pattern UNIT = Pattern.compile(
            "(?i)^(?:(?:apt|apartment|suite|ste|unit|flat|room|rm|floor|fl|level|bldg|building|lot|box|po box|p\\.o\\. box|no)\\b\\.?|#).*\\d.*"
                    + "|^\\d+(?:st|nd|rd|th) floor$|^[A-Z]?\\d+[A-Z]?$");

    /** Words that end an English street. */
    private static final String ENGLISH =
            "street st road rd avenue ave av boulevard blvd lane ln drive dr court ct close "
                    + "crescent cres place pl square sq terrace ter way parkway pkwy highway hwy row walk grove gardens gdns hill "
                    + "mews green park path trail circle cir loop plaza alley pike quay wharf rise view vale";

    private static final Set<String> TYPES = words(
            ENGLISH + " route rte strasse straße str weg platz allee gasse ring ufer damm chaussee rue chemin impasse "
                    + "quai cours via viale piazza corso calle avenida paseo carrer straat laan plein gracht rua");

    /** Of a street's name, what is no name. */
    private static final Set<String> KEPT =
            words("n s e w ne nw se sw north south east west old new upper lower the of de "
                    + "la le les du des d l am an der den dem im in zum zur van von del della di dos das do po p o box apt "
                    + "suite unit flat no and");

    private static final Pattern WORD =
            Pattern.compile("\\d+(?:st|nd|rd|th)\\b|\\d+(?:[-/]\\d+)*[A-Za-z]?\\b|\\p{L}[\\p{L}\\p{M}'’]*");
    private static final Pattern COMPOUND = Pattern.compile(
            "(?iu)(\\p{L}{2,}?)(straße|strasse|str|weg|platz|allee|gasse|ring|ufer|damm|straat|laan|gracht)");
    private static final Pattern TOWN_BEHIND = Pattern.compile("(?iu)^(.*\\d.*?\\b(?:" + ENGLISH.replace(' ', '|')
            + ")\\b\\.?)(\\s+)" + "((?!(?:" + ENGLISH.replace(' ', '|') + ")\\b)(?-i:\\p{Lu}).*)$");
    private static final Pattern TYPE_BEHIND = Pattern.compile("(?i) (?:" + ENGLISH.replace(' ', '|') + ")\\b");
    private static final Pattern STATE_BEHIND = Pattern.compile("^(.*?)(\\s*)\\b([A-Z]{2})(\\s*)$", Pattern.DOTALL);

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.split(" ", -1)));
    }

    private final Original original;
    private final SplittableRandom random;
    private final Optional<MatchResult> postcode;
    private final String country;
    private final Place place;

    private Addresses(Original original, SplittableRandom random) {
        this.original = original;
        this.random = random;
        String text = original.surface();
        Optional<MatchResult> british = last(BRITISH, text);
        Optional<MatchResult> five = last(FIVE, text).filter(found -> found.start() > 0 || text.length() > found.end());
        this.postcode = british.or(() -> last(OTHER, text)).or(() -> five).or(() -> townsFour(text));
        this.country = british.isPresent() ? "GB" : five.isEmpty() ? "" : ofFive(text);
        this.place = Place.in(region(text), random);
    }

    /** A known address, in its own shape. */
    static String like(Original original, SplittableRandom random) {
        return new Addresses(original, random).written();
    }

    private static Optional<MatchResult> last(Pattern pattern, String text) {
        return pattern.matcher(text).results().reduce((before, found) -> found);
    }

    /** Four digits are a postcode before or behind the town only. */
    private static Optional<MatchResult> townsFour(String text) {
        return last(FOUR, text).filter(found -> {
            int line = Math.max(text.lastIndexOf(',', found.start()), text.lastIndexOf('\n', found.start()));
            return line >= 0;
        });
    }

    private static String ofFive(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean german = lower.matches("(?s).*(stra(ß|ss)e|str\\.|weg|platz|allee|gasse|germany|deutschland).*");
        boolean french = lower.matches("(?s).*\\b(rue|avenue d|boulevard d|chemin|impasse|quai|france)\\b.*");
        boolean state = STATE_BEFORE_ZIP.matcher(text).find();
        return state ? "US" : german ? "DE" : french ? "FR" : "US";
    }

    private static final Pattern STATE_BEFORE_ZIP = Pattern.compile("\\b[A-Z]{2},? \\d{5}");

    private Region region(String text) {
        if (country.equals("US") || country.isEmpty()) {
            Optional<Region> state = postcode.flatMap(found -> Region.state(found.group()))
                    .or(() -> SEPARATOR
                            .splitAsStream(text)
                            .flatMap(part -> state(part).stream())
                            .findFirst());
            return state.map(original::standIn).orElseGet(() -> original.region("US", text));
        }
        return original.region(country, area());
    }

    /** What of the postcode names the region. */
    private String area() {
        String code = postcode.orElseThrow().group();
        return country.equals("GB")
                ? code.replaceAll("(?i)^([A-Z]+).*", "$1").toUpperCase(Locale.ROOT)
                : code.substring(0, 2);
    }

    private String written() {
        String text = original.surface();
        StringBuilder out = new StringBuilder();
        Matcher separators = SEPARATOR.matcher(text);
        int at = 0;
        boolean street = false;
        while (at <= text.length()) {
            boolean more = separators.find();
            int end = more ? separators.start() : text.length();
            String part = text.substring(at, end);
            out.append(part(at, part, street));
            street |= isStreet(part) && !UNIT.matcher(part.strip()).matches();
            if (!more) {
                break;
            }
            out.append(separators.group());
            at = separators.end();
        }
        return out.toString();
    }

    /** @param street whether the street was written before */
    private String part(int at, String part, boolean street) {
        Optional<MatchResult> code = postcode.filter(found -> found.start() >= at && found.end() <= at + part.length());
        if (code.isPresent()) {
            String before = part.substring(0, code.get().start() - at);
            String after = part.substring(code.get().end() - at);
            return locality(before, street) + postcode(code.get().group()) + locality(after, true);
        }
        if (part.isBlank() || Places.isCountry(part.strip())) {
            return part;
        }
        if (UNIT.matcher(part.strip()).matches()) {
            return numbers(part);
        }
        return locality(part, street);
    }

    private static boolean isStreet(String part) {
        Matcher words = WORD.matcher(part);
        while (words.find()) {
            String word = words.group();
            if (Character.isDigit(word.charAt(0))
                    || TYPES.contains(word.toLowerCase(Locale.ROOT))
                    || COMPOUND.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Street, town, state, or what of them is there. */
    private String locality(String part, boolean street) {
        if (part.isBlank()) {
            return part;
        }
        Optional<Region> state = state(part);
        if (state.isPresent()) {
            boolean code = part.strip().length() == 2;
            return around(part, code ? place.region().code() : place.region().name());
        }
        Matcher behind = STATE_BEHIND.matcher(part);
        if (behind.matches() && Region.state(behind.group(3)).isPresent()) {
            return locality(behind.group(1), street)
                    + behind.group(2)
                    + place.region().code()
                    + behind.group(4);
        }
        Matcher town = TOWN_BEHIND.matcher(part);
        if (!street && town.matches()) {
            return street(town.group(1)) + town.group(2) + locality(town.group(3), true);
        }
        return !street && isStreet(part) ? street(part) : around(part, original.town(part.strip()));
    }

    private static Optional<Region> state(String part) {
        return part.chars().anyMatch(Character::isDigit) ? Optional.empty() : Region.state(part);
    }

    private static String around(String part, String inside) {
        int begin = part.indexOf(part.strip());
        return part.substring(0, begin)
                + inside
                + part.substring(begin + part.strip().length());
    }

    private String street(String part) {
        Matcher words = WORD.matcher(part);
        StringBuilder out = new StringBuilder();
        while (words.find()) {
            // "Wharf Street" is a street, and no wharf.
            boolean named =
                    TYPE_BEHIND.matcher(part).region(words.end(), part.length()).lookingAt();
            words.appendReplacement(out, Matcher.quoteReplacement(streetWord(words.group(), named)));
        }
        return words.appendTail(out).toString();
    }

    private String streetWord(String word, boolean named) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (Character.isDigit(word.charAt(0))) {
            return number(word);
        }
        if ((TYPES.contains(lower) && !named) || KEPT.contains(lower)) {
            return word;
        }
        if (word.length() == 1) {
            return Look.cased(Character.isUpperCase(word.charAt(0)) ? "X" : "x", Codes.letter(random));
        }
        Matcher compound = COMPOUND.matcher(word);
        boolean upper = word.equals(word.toUpperCase(Locale.ROOT));
        String name = compound.matches() ? place.stem() + compound.group(2) : place.streetName(random);
        return upper
                ? name.toUpperCase(Locale.ROOT)
                : Character.isUpperCase(word.charAt(0)) ? name : name.toLowerCase(Locale.ROOT);
    }

    private String numbers(String part) {
        return Pattern.compile("\\d+(?:st|nd|rd|th)\\b|\\d+|(?<=\\d)[A-Z]\\b|\\b[A-Z](?=\\d)|(?<= )[A-Z]$")
                .matcher(part)
                .replaceAll(found -> Character.isDigit(found.group().charAt(0))
                        ? number(found.group())
                        : Look.cased("X", Codes.letter(random)));
    }

    /** "5th" is another ordinal, "12B" another number with a letter. */
    private String number(String written) {
        if (written.matches("\\d+(st|nd|rd|th)")) {
            String digits = Codes.number(written.length() - 2, random);
            return digits + NumberWords.suffix(Long.parseLong(digits));
        }
        StringBuilder out = new StringBuilder();
        Matcher runs = Pattern.compile("\\d+|[A-Za-z]+|.").matcher(written);
        while (runs.find()) {
            String run = runs.group();
            out.append(
                    Character.isDigit(run.charAt(0))
                            ? Codes.number(run.length(), random)
                            : Character.isLetter(run.charAt(0))
                                    ? Look.cased(Character.isUpperCase(run.charAt(0)) ? "X" : "x", Codes.letter(random))
                                    : run);
        }
        return out.toString();
    }

    private String postcode(String written) {
        if (country.isEmpty()) {
            return Codes.follow(Look.of(Shape.of(written)), random, 0);
        }
        String code = place.postcode();
        String spaced = written.indexOf(' ') < 0 ? code.replace(" ", "") : code;
        String more = written.length() > 5 && country.equals("US") ? '-' + Codes.digits(4, random) : "";
        return (written.equals(written.toLowerCase(Locale.ROOT)) ? spaced.toLowerCase(Locale.ROOT) : spaced) + more;
    }
}
