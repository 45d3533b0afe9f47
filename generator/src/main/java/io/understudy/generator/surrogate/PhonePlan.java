package io.understudy.generator.surrogate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Telephone numbers of a country that ring nowhere.
 *
 * @param code country code
 * @param trunk what stands before a number that is dialled inside the country; may be empty
 * @param ranges numbers without country code and trunk prefix, as {@link Draft} writes them
 * @param proof who keeps them free
 */
record PhonePlan(String code, String trunk, List<Draft> ranges, String proof) {

    static final PhonePlan NORTH_AMERICA = of(
            "1",
            "",
            "555-0100 to 555-0199 of every area code are for fiction (NANPA, 555 line numbers)",
            "[2-9][02-8]d55501dd");
    static final PhonePlan BRITAIN = of(
            "44",
            "0",
            "Ofcom, telephone numbers for use in TV and radio drama programmes",
            "7700900ddd 2079460ddd 1632960ddd 1134960ddd 1144960ddd 1154960ddd 1164960ddd 1174960ddd 1184960ddd "
                    + "1214960ddd 1314960ddd 1414960ddd 1514960ddd 1614960ddd 1914980ddd 2896496ddd 2920180ddd 3069990ddd");
    static final PhonePlan FRANCE = of(
            "33",
            "0",
            "ARCEP, numbers for audiovisual works (decision 2018-0881)",
            "19900dddd 26191dddd 35301dddd 46571dddd 53649dddd 63998dddd");
    static final PhonePlan GERMANY = of(
            "49",
            "0",
            "Bundesnetzagentur, numbers for media productions",
            "3023125ddd 6990009ddd 4066969ddd 2214710ddd 8999998ddd");
    static final PhonePlan AUSTRALIA = of(
            "61",
            "0",
            "ACMA, phone numbers for use in TV shows, films and creative works",
            "25550dddd 27010dddd 35550dddd 37010dddd 75550dddd 77010dddd 85550dddd 87010dddd");

    private static final List<PhonePlan> PLANS = List.of(
            NORTH_AMERICA,
            BRITAIN,
            FRANCE,
            GERMANY,
            AUSTRALIA,
            of(
                    "46",
                    "0",
                    "PTS, telephone numbers for use in books and films",
                    "3139006[0-4]d 4062804[0-4]d 8465004dd 9803192dd 7017406[1-9]d"),
            of("353", "0", "ComReg, numbering conditions: 020 91x xxxx for drama", "2091ddddd"));

    /** Of regions, by their names: few, and asked for each number. */
    private static final Map<String, Optional<Stock>> REGIONAL = new ConcurrentHashMap<>();

    /** Country codes of two digits; 1 and 7 have one, all others three (ITU, list of E.164 country codes). */
    private static final Set<String> TWO_DIGITS =
            Set.of(("20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 "
                            + "55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98")
                    .split(" ", -1));

    private static PhonePlan of(String code, String trunk, String proof, String ranges) {
        return new PhonePlan(
                code, trunk, Arrays.stream(ranges.split(" ", -1)).map(Draft::of).toList(), proof);
    }

    /** The plan of a country; where no range is kept free, numbers that begin with 000, which no plan gives. */
    static PhonePlan ofCode(String code, int digits) {
        return PLANS.stream()
                .filter(plan -> plan.code().equals(code))
                .findFirst()
                .orElseGet(() -> of(
                        code,
                        "",
                        "no national number begins with 000, the international prefix and a zero (ITU-T E.164)",
                        "000" + "d".repeat(Math.max(4, digits - 3))));
    }

    /** The country code with which an international number begins. */
    static String codeOf(String digits) {
        if (digits.startsWith("1") || digits.startsWith("7")) {
            return digits.substring(0, 1);
        }
        int length = digits.length() > 1 && TWO_DIGITS.contains(digits.substring(0, 2)) ? 2 : 3;
        return digits.substring(0, Math.min(length, digits.length()));
    }

    /**
     * All numbers of so many digits; empty where no range has any.
     *
     * @param area how many digits stand together in front; where Britain has area codes of that length, only those
     */
    Optional<Stock> stock(int digits, int area) {
        List<Draft> all =
                ranges.stream().filter(range -> range.places().size() == digits).toList();
        List<Draft> some = code.equals("44")
                ? all.stream().filter(range -> britishArea(range) == area).toList()
                : List.of();
        String name = "+" + code + " of " + digits + " digits";
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(some.isEmpty() ? Stock.of(name, all) : Stock.of(name + ", area codes of " + area, some));
    }

    /** Those of so many digits that have an area code of the region; empty where none is free. */
    Optional<Stock> stock(int digits, Region region) {
        String name = "+" + code + " of " + digits + " digits, " + region.name();
        return REGIONAL.computeIfAbsent(name, any -> {
            List<Draft> own = AreaCodes.of(region).stream()
                    .flatMap(area -> code.equals(NORTH_AMERICA.code)
                            ? Stream.of(Draft.of(area + "55501dd"))
                            : ranges.stream()
                                    .filter(range ->
                                            String.join("", range.places()).startsWith(area)))
                    .filter(range -> range.places().size() == digits)
                    .toList();
            return own.isEmpty() ? Optional.empty() : Optional.of(Stock.of(name, own));
        });
    }

    private static int britishArea(Draft range) {
        String number = String.join("", range.places().subList(0, 3));
        return number.startsWith("2") ? 2 : number.startsWith("7") || number.equals("163") ? 4 : 3;
    }

    String draw(SplittableRandom random) {
        return ranges.get(random.nextInt(ranges.size())).draw(random);
    }

    static List<PhonePlan> all() {
        return PLANS;
    }
}
