package io.understudy.generator.surrogate;

import static java.util.Map.entry;

import io.understudy.core.Label;
import io.understudy.core.Seeds;
import io.understudy.core.Shape;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which kind a label is. A known name, ours or another tool's, says it; otherwise the last word of the name that says
 * anything ({@code party_size_number} is a number, {@code restaurant_name} an organization, {@code object_type} a
 * phrase); otherwise it is a phrase. Case does not count; words end at {@code _ - . : /} and space, and where a
 * lower-case letter meets a capital.
 */
final class Kinds {

    private static final Source PERSON = possessive(new Names());
    private static final Source ORGANIZATION = possessive(new Organizations()::organization);
    private static final Source LOCATION = possessive(Places::location);
    private static final Source NATIONALITY = possessive(Places::nationality);
    private static final Source PHRASE = possessive(Phrases::phrase);
    private static final Source POSTCODE = Places::postcode;
    private static final Source ACCOUNT = Codes.like("dddddddddd");
    private static final Source PHONE = new Phones();

    private static final Map<String, Source> NAMES = Map.ofEntries(
            entry("PERSON", PERSON),
            entry("PER", PERSON),
            entry("ORGANIZATION", ORGANIZATION),
            entry("ORG", ORGANIZATION),
            entry("LOCATION", LOCATION),
            entry("LOC", LOCATION),
            entry("GPE", LOCATION),
            entry("FAC", LOCATION),
            entry("CITY", possessive(Places::city)),
            entry("STATE", possessive(Places::state)),
            entry("COUNTRY", possessive(Places::country)),
            entry("ADDRESS", Places::address),
            entry("STREET_ADDRESS", Places::address),
            entry("STREET", Places::address),
            entry("POSTCODE", POSTCODE),
            entry("ZIP", POSTCODE),
            entry("ZIP_CODE", POSTCODE),
            entry("NATIONALITY", NATIONALITY),
            entry("NORP", NATIONALITY),
            entry("NRP", NATIONALITY),
            entry("RELIGION", Phrases::religion),
            entry("TITLE", Phrases::honorific),
            entry("JOB", Phrases::job),
            entry("AGE", Amounts::age),
            entry("DATE", Moments.DATE),
            entry("BIRTH", Moments::birth),
            entry("TIME", Moments.TIME),
            entry("DATE_TIME", Moments.ANY),
            entry("DURATION", Moments.DURATION),
            entry("MONEY", Amounts::money),
            entry("PERCENT", Amounts::percent),
            entry("NUMBER", Amounts::number),
            entry("CARDINAL", Amounts::number),
            entry("QUANTITY", Amounts::number),
            entry("ORDINAL", Moments.ORDINAL),
            entry("PHONE", PHONE),
            entry("PHONE_NUMBER", PHONE),
            entry("EMAIL", Internet::email),
            entry("EMAIL_ADDRESS", Internet::email),
            entry("URL", Internet::url),
            entry("DOMAIN", Internet::domain),
            entry("DOMAIN_NAME", Internet::url),
            entry("IP_ADDRESS", NetworkAddresses::ipAddress),
            entry("IP", NetworkAddresses::ipAddress),
            entry("MAC_ADDRESS", NetworkAddresses::macAddress),
            entry("USERNAME", Internet::username),
            entry("CREDIT_CARD", Banking::creditCard),
            entry("IBAN", Banking::iban),
            entry("IBAN_CODE", Banking::iban),
            entry("BIC", Banking::bic),
            entry("BANK_ACCOUNT", ACCOUNT),
            entry("US_BANK_NUMBER", ACCOUNT),
            entry("CRYPTO_ADDRESS", Banking::cryptoAddress),
            entry("CRYPTO", Banking::cryptoAddress),
            entry("API_KEY", Codes::apiKey),
            entry("VEHICLE_PLATE", Codes.like("XX-dddd")),
            entry("MEDICAL_RECORD", Codes.like("XX-ddddddd")),
            entry("ID", Codes.like("dddddddd")),
            // Kinds that our own labels do not name.
            entry("RESTAURANT", possessive(new Organizations()::eatery)),
            entry("DISH", Phrases::dish),
            entry("CUISINE", Phrases::cuisine),
            entry("GENRE", Phrases::genre),
            entry("WORK", possessive(Phrases::work)),
            entry("YEAR", Moments.YEAR),
            entry("QUALITY", Phrases::quality),
            entry("MISC", PHRASE));

    /** Words of labels, by the kind they say. */
    private static final Map<String, String> SAID_BY = Map.ofEntries(
            entry(
                    "PERSON",
                    "people artist singer actor actress director author writer owner user customer client contact firstname "
                            + "lastname surname fullname recipient sender patient doctor"),
            entry(
                    "ORGANIZATION",
                    "organisation company brand store shop airline hotel bank service provider employer school university "
                            + "team club cinema theatre theater"),
            entry("RESTAURANT", "eatery cafe bar pub"),
            entry("CITY", "town village capital"),
            entry("STATE", "province region county"),
            entry("COUNTRY", "nation"),
            entry("LOCATION", "place poi area destination origin station airport venue landmark neighborhood"),
            entry("ADDRESS", "road"),
            entry("NUMBER", "count rating size amount score num digit"),
            entry("PERCENT", "percentage"),
            entry("MONEY", "price cost fee salary budget"),
            entry("DATE_TIME", "datetime range"),
            entry("TIME", "hour"),
            entry("DATE", "day month week weekday"),
            entry("BIRTH", "birthday dob birthdate born"),
            entry("YEAR", "decade"),
            entry("DURATION", "period"),
            entry("PHONE", "telephone mobile fax"),
            entry("EMAIL", "mail"),
            entry("URL", "link website"),
            entry("USERNAME", "login handle"),
            entry("DISH", "food meal ingredient drink"),
            entry("JOB", "occupation profession role"),
            entry("ID", "identifier code key reference"),
            entry("WORK", "movie film track song album playlist book game show series entity object event product"),
            entry("QUALITY", "temperature condition description sort select relation color colour"),
            entry("MISC", "type kind unit item category attribute"));

    private static final Map<String, String> WORDS = words();

    /** One for all: it only remembers what labels are. */
    static final Kinds STANDARD = new Kinds();

    private final Map<Label, Kind> found = new ConcurrentHashMap<>();

    /** What belongs to the persona of its number. */
    private static final Set<String> PERSONAL = Set.of("PERSON", "EMAIL", "USERNAME", "AGE", "BIRTH", "TITLE");

    private static final Set<String> DATES = Set.of("DATE", "BIRTH", "DATE_TIME", "YEAR");

    /** Of which two originals may get one surrogate, because there are few. */
    private static final Set<String> SHARED = Set.of(
            "TITLE",
            "AGE",
            "DATE",
            "BIRTH",
            "TIME",
            "DATE_TIME",
            "DURATION",
            "MONEY",
            "PERCENT",
            "NUMBER",
            "ORDINAL",
            "YEAR",
            "RELIGION",
            "NATIONALITY",
            "JOB",
            "QUALITY",
            "GENRE",
            "CUISINE");

    /** What is moved with its document or stays: no other surrogate is drawn, whatever it is like. */
    private static final Set<String> MOVED = Set.of("DATE", "BIRTH", "TIME", "DATE_TIME", "YEAR", "AGE", "TITLE");

    /** What may be another number like it, of which there are few. */
    private static final Set<String> COUNTED = Set.of("DURATION", "MONEY", "PERCENT", "NUMBER", "ORDINAL");

    private static final int FEW_DRAWS = 5;

    /**
     * What a label is.
     *
     * @param name the known name that all labels of this kind share
     * @param person whether its surfaces name the line's personas
     * @param personal whether its surfaces belong to them
     * @param shared whether two originals may get one surrogate
     * @param seed of the label's name
     */
    record Kind(String name, Source source, boolean person, boolean personal, boolean shared, long seed) {

        boolean isOrganization() {
            return source == ORGANIZATION;
        }

        boolean isDate() {
            return DATES.contains(name);
        }

        /** How many draws may be refused for a known original. */
        int patience() {
            return MOVED.contains(name) ? 0 : COUNTED.contains(name) ? FEW_DRAWS : Wish.MAX_EFFORT;
        }
    }

    Source of(Label label) {
        return kind(label).source();
    }

    Kind kind(Label label) {
        Kind known = found.get(label);
        return known != null ? known : found.computeIfAbsent(label, Kinds::findKind);
    }

    private static Kind findKind(Label label) {
        String name = find(label);
        Source source = NAMES.containsKey(name)
                ? NAMES.get(name)
                : NationalIds.find(name).orElseThrow();
        // "PER" and "PERSON" are one kind.
        String shared = NAMES.entrySet().stream()
                .filter(each -> each.getValue() == source)
                .map(Map.Entry::getKey)
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(name);
        String kind = ALIASES.getOrDefault(shared, shared);
        return new Kind(
                kind,
                source,
                source == PERSON,
                PERSONAL.contains(kind),
                SHARED.contains(kind),
                Seeds.hash(label.name()));
    }

    /** Names of other tools. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            // A town is called the same whatever its label.
            entry("CITY", "LOCATION"),
            entry("PHONE_NUMBER", "PHONE"),
            entry("EMAIL_ADDRESS", "EMAIL"),
            entry("DOMAIN_NAME", "URL"),
            entry("IBAN_CODE", "IBAN"),
            entry("ZIP_CODE", "POSTCODE"),
            entry("STREET_ADDRESS", "ADDRESS"),
            entry("US_BANK_NUMBER", "BANK_ACCOUNT"),
            entry("CRYPTO", "CRYPTO_ADDRESS"));

    /** A key of {@link #NAMES}, or a national identifier. */
    private static String find(Label label) {
        String name = label.name().replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "_").replaceAll("[\\s_\\-.:/]+", "_");
        String upper = name.toUpperCase(Locale.ROOT);
        if (NAMES.containsKey(upper) || NationalIds.find(upper).isPresent()) {
            return upper;
        }
        List<String> words = Arrays.asList(name.toLowerCase(Locale.ROOT).split("_", -1));
        for (int i = words.size() - 1; i >= 0; i--) {
            String said = WORDS.get(words.get(i));
            if (said != null) {
                return said;
            }
        }
        return "MISC";
    }

    /** A word that is a known name of a label says that kind. */
    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        NAMES.keySet().forEach(name -> words.put(name.toLowerCase(Locale.ROOT), name));
        SAID_BY.forEach((name, list) -> {
            for (String word : list.split(" ", -1)) {
                if (words.put(word, name) != null) {
                    throw new IllegalStateException("two kinds for the word " + word);
                }
            }
        });
        return words;
    }

    /** Draws "Dana's" for "Ada's": the owner by the shape without its ending, the ending as it was. */
    private static Source possessive(Source source) {
        return wish -> {
            String pattern = wish.look().shape().pattern();
            if (pattern.length() > 2 && (pattern.endsWith("'x") || pattern.endsWith("’x"))) {
                int end = pattern.length() - 2;
                return source.draw(wish.withLook(new Shape(pattern.substring(0, end)))) + pattern.charAt(end) + 's';
            }
            return source.draw(wish);
        };
    }
}
