package io.understudy.generator.surrogate;

import static java.util.Map.entry;

import io.understudy.core.Label;
import io.understudy.core.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final Source EATERY = possessive(new Organizations()::eatery);
    private static final Source LOCATION = possessive(Places::location);
    private static final Source CITY = possessive(Places::city);
    private static final Source STATE = possessive(Places::state);
    private static final Source COUNTRY = possessive(Places::country);
    private static final Source WORK = possessive(Phrases::title);
    private static final Source PHRASE = possessive(Phrases::phrase);
    private static final Source MOMENT = Moments.ANY;
    private static final Source ACCOUNT = Codes.like("dddddddddd");

    private static final Map<String, Source> NAMES = Map.ofEntries(
            entry("PERSON", PERSON),
            entry("PER", PERSON),
            entry("ORGANIZATION", ORGANIZATION),
            entry("ORG", ORGANIZATION),
            entry("LOCATION", LOCATION),
            entry("LOC", LOCATION),
            entry("GPE", LOCATION),
            entry("FAC", LOCATION),
            entry("CITY", CITY),
            entry("STATE", STATE),
            entry("COUNTRY", COUNTRY),
            entry("ADDRESS", Places::address),
            entry("STREET_ADDRESS", Places::address),
            entry("STREET", Places::address),
            entry("POSTCODE", Codes.like("ddddd")),
            entry("ZIP", Codes.like("ddddd")),
            entry("ZIP_CODE", Codes.like("ddddd")),
            entry("NATIONALITY", possessive(Places::nationality)),
            entry("NORP", possessive(Places::nationality)),
            entry("NRP", possessive(Places::nationality)),
            entry("RELIGION", Phrases::religion),
            entry("TITLE", Phrases::honorific),
            entry("JOB", Phrases::job),
            entry("AGE", Amounts::age),
            entry("DATE", Moments.DATE),
            entry("TIME", Moments.TIME),
            entry("DATE_TIME", MOMENT),
            entry("DURATION", Moments.DURATION),
            entry("MONEY", Amounts::money),
            entry("PERCENT", Amounts::percent),
            entry("NUMBER", Amounts::number),
            entry("CARDINAL", Amounts::number),
            entry("QUANTITY", Amounts::number),
            entry("ORDINAL", Moments.ORDINAL),
            entry("PHONE", new Phones()),
            entry("PHONE_NUMBER", new Phones()),
            entry("EMAIL", Internet::email),
            entry("EMAIL_ADDRESS", Internet::email),
            entry("URL", Internet::url),
            entry("DOMAIN", Internet::domain),
            entry("DOMAIN_NAME", Internet::url),
            entry("IP_ADDRESS", Internet::ipAddress),
            entry("IP", Internet::ipAddress),
            entry("MAC_ADDRESS", Internet::macAddress),
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
            entry("MISC", PHRASE));

    private static final Map<String, Source> WORDS = words(Map.ofEntries(
            entry(
                    PERSON,
                    "person people artist singer actor actress director author writer owner user customer "
                            + "client contact firstname lastname surname fullname recipient sender patient doctor"),
            entry(
                    ORGANIZATION,
                    "organization organisation company brand store shop airline hotel bank service "
                            + "provider employer school university team club label cinema theatre theater"),
            entry(EATERY, "restaurant eatery cafe bar pub"),
            entry(CITY, "city town village capital"),
            entry(STATE, "state province region county"),
            entry(COUNTRY, "country nation"),
            entry(LOCATION, "location place poi area destination origin station airport venue landmark neighborhood"),
            entry(Places::address, "address street road"),
            entry(Places::nationality, "nationality"),
            entry(Amounts::number, "number count rating quantity size amount score num digit"),
            entry(Amounts::percent, "percent percentage"),
            entry(Amounts::money, "money price cost fee salary budget"),
            entry(MOMENT, "datetime timerange range"),
            entry(Moments.TIME, "time hour"),
            entry(Moments.DATE, "date day month week weekday birthday dob"),
            entry(Moments.YEAR, "year decade"),
            entry(Moments.DURATION, "duration period"),
            entry(Moments.ORDINAL, "ordinal"),
            entry(Amounts::age, "age"),
            entry(new Phones(), "phone telephone mobile fax"),
            entry(Internet::email, "email mail"),
            entry(Internet::url, "url link website"),
            entry(Internet::username, "username login handle"),
            entry(Phrases::dish, "dish food meal ingredient drink"),
            entry(Phrases::cuisine, "cuisine"),
            entry(Phrases::genre, "genre"),
            entry(Phrases::job, "job occupation profession role"),
            entry(Codes.like("dddddddd"), "id identifier code key reference"),
            entry(WORK, "movie film track song album playlist book title game show series entity object event product"),
            entry(PHRASE, "type kind sort unit description select item category attribute")));

    private final Map<Label, Source> found = new ConcurrentHashMap<>();

    Source of(Label label) {
        Source known = found.get(label);
        return known != null ? known : found.computeIfAbsent(label, Kinds::find);
    }

    /** Whether surfaces of this label name the line's personas. */
    boolean isPerson(Label label) {
        return of(label) == PERSON;
    }

    private static Source find(Label label) {
        String name = label.name().replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "_").replaceAll("[\\s_\\-.:/]+", "_");
        String upper = name.toUpperCase(Locale.ROOT);
        Optional<Source> named = Optional.ofNullable(NAMES.get(upper)).or(() -> NationalIds.find(upper));
        if (named.isPresent()) {
            return named.get();
        }
        List<String> words = Arrays.asList(name.toLowerCase(Locale.ROOT).split("_", -1));
        for (int i = words.size() - 1; i >= 0; i--) {
            Source source = WORDS.get(words.get(i));
            if (source != null) {
                return source;
            }
        }
        return PHRASE;
    }

    private static Map<String, Source> words(Map<Source, String> lists) {
        Map<String, Source> words = new ConcurrentHashMap<>();
        lists.forEach((source, list) -> {
            for (String word : list.split(" ", -1)) {
                if (words.put(word, source) != null) {
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
