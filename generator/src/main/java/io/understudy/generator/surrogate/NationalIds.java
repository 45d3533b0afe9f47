package io.understudy.generator.surrogate;

import io.understudy.core.Shape;
import io.understudy.core.checksum.NationalId;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * National identifiers, named by country and kind ({@code US_SSN}): right by their checksums where they have one, and
 * in a range that is never given to a person where there is one, as the proof of each says. Others that begin with two
 * letters and an underscore follow the digits and letters of the original. Marks of the original are kept.
 */
final class NationalIds {

    /** Where nothing is reserved: the number is right, and may be somebody's. */
    private static final String NONE = "no range is reserved: form and check digits are right, the number may exist";

    /**
     * A range. In {@code body}, {@code d} is a digit, {@code l} a capital, {@code [1-4A]} one of these; the check
     * digits are left out.
     *
     * @param usual how the number is usually written
     * @param proof why nobody has it
     */
    private record Range(NationalId id, Shape usual, Draft body, Draft plausible, String proof) {

        static Range of(String name, String usual, String body, String proof) {
            NationalId id = NationalId.of(name).orElseThrow();
            return new Range(
                    id, new Shape(usual), Draft.of(body), Draft.of(id.forms().get(0)), proof);
        }

        /** Whether the number, its check digits aside, lies in the range. */
        boolean holds(String compact) {
            return bare(compact, body).isPresent();
        }

        /** The number without its check digits; empty where that is none of the draft's. */
        private Optional<String> bare(String compact, Draft draft) {
            return id.forms().stream()
                    .filter(form -> form.length() == compact.length())
                    .map(form -> {
                        StringBuilder bare = new StringBuilder();
                        for (int i = 0; i < compact.length(); i++) {
                            bare.append(form.isCheck(i) ? "" : compact.substring(i, i + 1));
                        }
                        return bare.toString();
                    })
                    .filter(draft::holds)
                    .findFirst();
        }

        String draw(Wish wish) {
            Draft draft = wish.plausible() ? plausible : body;
            if (wish.original().isEmpty()) {
                while (true) {
                    Optional<String> number = complete(draft.draw(wish.random()), wish.plausible());
                    if (number.isPresent()) {
                        return number.get();
                    }
                }
            }
            Function<String, Optional<String>> whole = bare -> complete(bare, wish.plausible());
            Deal deal = wish.original().get().deal();
            Stock stock = Stock.of("", draft);
            String compact = NationalId.compact(wish.original().get().surface());
            Optional<String> own = id.holds(compact)
                    ? bare(compact, draft).filter(bare -> whole.apply(bare).isPresent())
                    : Optional.empty();
            return own.flatMap(bare -> deal.permuted(stock, draft.index(bare), whole))
                    .or(() -> own.isPresent() ? Optional.empty() : deal.placed(stock, whole))
                    .orElseGet(() -> deal.shared(stock, whole));
        }

        private Optional<String> complete(String bare, boolean real) {
            return id.complete(bare).filter(number -> !real || id.holds(number));
        }
    }

    private static final Map<String, Range> RANGES = new TreeMap<>();

    private static void range(String name, String usual, String body, String proof) {
        RANGES.put(name, Range.of(name, usual, body, proof));
    }

    static {
        range(
                "US_SSN",
                "ddd-dd-dddd",
                "9dd0[1-9]dddd",
                "areas 900-999 are never given (SSA, POMS RM 10201.035), groups below 50 not to taxpayers either");
        range("US_ITIN", "ddd-dd-dddd", "9dd6[6-9]dddd", "groups 66-69 are not given (IRS, publication 1915)");
        range("US_PASSPORT", "ddddddddd", "ddddddddd", NONE);
        range(
                "US_BANK_ROUTING",
                "ddddddddd",
                "5ddddddd",
                "50-59 is no district of the Federal Reserve (ABA, Routing Number Policy)");
        range("US_NPI", "dddddddddd", "2dddddddd", "numbers given so far begin with 1 (CMS, NPPES)");
        range(
                "US_MBI",
                "dXXd-XXd-XXdd",
                "[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y]d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y]d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y]dd",
                NONE);
        range("US_DEA", "XXddddddd", "[ABFGM]ldddddd", NONE);
        range(
                "CA_SIN",
                "ddd ddd ddd",
                "0ddddddd",
                "numbers that begin with 0 are given to nobody (Employment and Social Development Canada)");
        range("BR_CPF", "ddd.ddd.ddd-dd", "ddddddddd", NONE);
        range("BR_CNPJ", "dd.ddd.ddd/dddd-dd", "dddddddddddd", NONE);
        range("UK_NHS", "ddd ddd dddd", "999dddddd", "999 is kept for tests (NHS Digital, synthetic data)");
        range("UK_NINO", "XXddddddX", "QQdddddd[A-D]", "the prefix QQ is never given (HMRC, NIM39110)");
        range("UK_DRIVING_LICENCE", "XXddddddXXdXX", "llllld00[0-2]ddl9dll", "month 00 does not exist (DVLA, INF13)");
        range("UK_PASSPORT", "ddddddddd", "ddddddddd", NONE);
        range("DE_TAX_NUMBER", "ddddddddddd", "ddddddddddd", NONE);
        range("DE_VAT", "XXddddddddd", "DE0ddddddd", "numbers do not begin with 0 (Bundeszentralamt fuer Steuern)");
        range(
                "DE_SOCIAL_SECURITY",
                "dd dddddd X ddd",
                "00[0-2]d0[1-9]ddldd",
                "00 is the area of no insurer (Deutsche Rentenversicherung)");
        range("DE_HEALTH_INSURANCE", "Xddddddddd", "ldddddddd", NONE);
        range("DE_LANR", "ddddddddd", "dddddddd", NONE);
        range("DE_ID_CARD", "XXXdddddd", "Ldddddddd", NONE);
        range("DE_PASSPORT", "XXXdddddd", "Cdddddddd", NONE);
        range("DE_HANDELSREGISTER", "XXX ddddd", "HRBddddd", NONE);
        range("DE_DRIVING_LICENCE", "XdddXXXddXd", "lddlllddddd", NONE);
        range(
                "FR_NIR",
                "ddddddddddddddd",
                "[12]dd0[1-9]99000ddd",
                "born abroad in country 000, which does not exist (INSEE)");
        range("ES_DNI", "ddddddddX", "99dddddd", "99 million is above what was given (Ministerio del Interior)");
        range("ES_NIE", "XdddddddX", "Z99ddddd", "Z99 is above what was given (Ministerio del Interior)");
        range(
                "IT_CODICE_FISCALE",
                "XXXXXXddXddXdddX",
                "lllllldd[ABCDEHLMPRST][0-2][1-8]Z999",
                "born at Z999, a country that does not exist (Agenzia delle Entrate)");
        range("IT_VAT", "ddddddddddd", "ddddddd000", "000 is no province's office (Agenzia delle Entrate)");
        range("IT_ID_CARD", "XXddddddd", "llddddddd", NONE);
        range("IT_PASSPORT", "XXddddddd", "llddddddd", NONE);
        range("PL_PESEL", "ddddddddddd", "dd6[1-9][0-2][1-8]dddd", "born in the 23rd century (months 61-72)");
        range("NL_BSN", "ddddddddd", "9999dddd", "9999 is kept for tests (Rijksdienst voor Identiteitsgegevens)");
        range("BE_RIJKSREGISTER", "dd.dd.dd-ddd.dd", "dd1[3-9][0-2][1-8]ddd", "months 13-19 do not exist");
        range("SE_PERSONNUMMER", "dddddd-dddd", "dd1[3-9][0-2][1-8]ddd", "months 13-19 do not exist");
        range(
                "FI_HETU",
                "dddddd-dddX",
                "[0-2][1-8]0[1-9]dd9dd",
                "900-999 is for temporary and test use (Digi- ja vaestotietovirasto)");
        range(
                "PT_NIF",
                "ddddddddd",
                "0ddddddd",
                "numbers that begin with 0 are given to nobody (Autoridade Tributaria)");
        range("TR_TCKN", "ddddddddddd", "[1-9]dddddddd", NONE);
        range(
                "IN_AADHAAR",
                "dddd dddd dddd",
                "1dddddddddd",
                "numbers that begin with 0 or 1 are given to nobody (UIDAI)");
        range("IN_PAN", "XXXXXddddX", "lllZlddddl", "the fourth letter is the kind of holder; there is no Z");
        range("IN_GSTIN", "ddXXXXXddddXdXX", "00lllZlddddl[1-9]Z", "00 is no state (GSTN)");
        range("IN_VOTER", "XXXddddddd", "lllddddddd", NONE);
        range("IN_PASSPORT", "Xddddddd", "[A-PR-WY][1-9]ddddd[1-9]", NONE);
        range("IN_VEHICLE", "XXddXXdddd", "ZZddlldddd", "ZZ is no state (Ministry of Road Transport)");
        range("AU_TFN", "ddd ddd ddd", "dddddddd", NONE);
        range("AU_ABN", "dd ddd ddd ddd", "ddddddddd", NONE);
        range("AU_ACN", "ddd ddd ddd", "dddddddd", NONE);
        range("AU_MEDICARE", "dddd ddddd d", "[2-6]dddddddd", NONE);
        range("SG_NRIC", "XdddddddX", "[STFG]ddddddd", NONE);
        range("SG_UEN", "dddddddddX", "ddddddddd", NONE);
        range("KR_RRN", "dddddd-ddddddd", "dd1[3-9][0-2][1-8][1-4]ddddd", "months 13-19 do not exist");
        range("KR_FRN", "dddddd-ddddddd", "dd1[3-9][0-2][1-8][5-8]ddddd", "months 13-19 do not exist");
        range("KR_BRN", "ddd-dd-ddddd", "ddddddddd", NONE);
        range("KR_PASSPORT", "Xdddddddd", "[DGMOPRST]dddddddd", NONE);
        range(
                "KR_DRIVER_LICENSE",
                "dd-dd-dddddd-dd",
                "29dddddddddd",
                "29 is no region (Korean National Police Agency)");
        range("JP_MY_NUMBER", "dddd dddd dddd", "ddddddddddd", NONE);
        range("ZA_ID", "ddddddddddddd", "dd1[3-9][0-2][1-8]dddd[01]8", "months 13-19 do not exist");
        range("TH_ID", "d-dddd-ddddd-dd-d", "9ddddddddddd", "kinds of persons are 1 to 8 (Provincial Administration)");
        range("NG_NIN", "ddddddddddd", "ddddddddddd", NONE);
    }

    private static final Set<String> NAMES = names(RANGES.keySet());

    private static Set<String> names(Set<String> ranges) {
        Set<String> names = new TreeSet<>(ranges);
        names.add("DE_TAX_ID");
        return Collections.unmodifiableSet(names);
    }

    private NationalIds() {}

    static Optional<Source> find(String name) {
        if (name.equals("DE_TAX_ID")) {
            Look usual = Look.of(new Shape("ddddddddddd"));
            return Optional.of(wish -> laidOut(wish.look(), usual, germanTax(wish)));
        }
        Range range = RANGES.get(name);
        if (range != null) {
            Look usual = Look.of(range.usual());
            return Optional.of(wish -> laidOut(wish.look(), usual, range.draw(wish)));
        }
        return name.matches("[A-Z]{2}_.+(ID|NUMBER|LICENSE|LICENCE|PASSPORT|NO|CODE|TAX|CARD)")
                ? Optional.of(Codes.like("ddddddddd"))
                : Optional.empty();
    }

    /** Why nobody has a number of this label, or that this is not promised; empty for other labels. */
    static Optional<String> proof(String name) {
        return name.equals("DE_TAX_ID")
                ? Optional.of("a leading 0 marks test numbers (Bundeszentralamt fuer Steuern)")
                : Optional.ofNullable(RANGES.get(name)).map(Range::proof);
    }

    /** Whether a compact number lies in the range that its label draws from. */
    static boolean isInRange(String name, String compact) {
        return name.equals("DE_TAX_ID")
                ? compact.startsWith("0")
                : RANGES.get(name).holds(compact);
    }

    /** The labels that are known. */
    static Set<String> names() {
        return NAMES;
    }

    /** The number with the marks of the original, of the usual form, or of none: the first that has as many digits. */
    private static String laidOut(Look look, Look usual, String number) {
        int digits = (int) number.chars().filter(Character::isDigit).count();
        String marked = look.digits() == digits
                ? laidOut(look, number)
                : usual.digits() == digits ? laidOut(usual, number) : number;
        return look.shape().isLower() ? marked.toLowerCase(Locale.ROOT) : marked;
    }

    /** Marks before the same digit as in the look; letters go where the number has them. */
    private static String laidOut(Look look, String number) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Look.Token token : look.tokens()) {
            switch (token.run()) {
                case DIGITS -> {
                    for (int left = token.text().length(); left > 0 && at < number.length(); at++) {
                        out.append(number.charAt(at));
                        left -= Character.isDigit(number.charAt(at)) ? 1 : 0;
                    }
                }
                case LETTERS -> {
                    while (at < number.length() && Character.isLetter(number.charAt(at))) {
                        out.append(number.charAt(at++));
                    }
                }
                default -> out.append(" -./".contains(token.text()) ? token.text() : "");
            }
        }
        return out.append(number, at, number.length()).toString().strip();
    }

    /** Ten digits of which one stands twice, not side by side, and the check digit. */
    private static String germanTax(Wish wish) {
        SplittableRandom random = wish.random();
        int[] digits = new int[10];
        for (int i = 1; i < 10; i++) {
            int other = random.nextInt(1, i + 1);
            digits[i] = digits[other];
            digits[other] = i;
        }
        // The last one repeats another digit, not the one beside it.
        digits[9] = digits[random.nextInt(0, 8)];
        if (wish.plausible()) {
            int other = random.nextInt(1, 9);
            digits[0] = digits[other];
            digits[other] = 0;
        }
        StringBuilder id = new StringBuilder();
        for (int digit : digits) {
            id.append(digit);
        }
        return NationalId.of("DE_TAX_ID").orElseThrow().complete(id.toString()).orElseThrow();
    }
}
