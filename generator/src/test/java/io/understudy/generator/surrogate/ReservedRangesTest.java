package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Identifiers belong to nobody and are right, in 20,000 draws each, whatever the original looked like. */
class ReservedRangesTest {

    private static final int DRAWS = 20_000;

    /** North America 555-01xx; the ranges that Ofcom keeps for drama; extensions behind an x. */
    private static boolean phone(String number) {
        String digits = number.replaceAll("[xX].*", "").replaceAll("\\D", "");
        return digits.matches("((00)?1)?([2-9][0-8]\\d)?55501\\d\\d")
                || digits.matches(
                        "((00)?44)?0?(7700900|2079460|1632960|1[1-6]\\d4960|1914980|2896496|2920180|3069990)\\d{3}");
    }

    private static final String HOST = "([a-z0-9-]+\\.)*example\\.(com|org|net)";

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "PHONE",
                        ReservedRangesTest::phone,
                        "",
                        "555-1234",
                        "905-674-3793",
                        "(898)666-3621x0135",
                        "+447700677662",
                        "12 34",
                        "+46 (0)157 548 89",
                        "001-518-640-0854",
                        "0680 298 70 63",
                        "call me",
                        "+1 212 555 9999 ext. 7"),
                rule(
                        "EMAIL",
                        matching("[A-Za-z0-9._-]+@" + HOST),
                        "",
                        "ada.byrne@acme.com",
                        "AB12@X.CO.UK",
                        "@",
                        "ada"),
                rule("DOMAIN", matching(HOST), "", "acme.com", "ACME.COM"),
                rule(
                        "URL",
                        matching("(https://)?(www\\.)?" + HOST + "(/[a-z0-9-]*)*"),
                        "",
                        "http://www.acme.com/a/b",
                        "acme.com/",
                        "HTTPS://ACME.COM",
                        "www.acme.com"),
                rule(
                        "IP_ADDRESS",
                        matching(
                                "(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d{1,3}(/\\d\\d)?|198\\.1[89]\\.\\d+\\.\\d+|2[45]\\d\\.\\d+\\.\\d+\\.\\d+|2001:db8:[0-9a-f:]+"),
                        "",
                        "10.0.0.1",
                        "fe80::1",
                        "FE80:0:0:0:0:0:0:1",
                        "10.0.0.0/24"),
                rule("MAC_ADDRESS", matching("[0-9a-f][26ae]([:-][0-9a-f]{2}){5}"), "", "00:1B:44:11:3A:B7", "aa-bb"),
                rule(
                        "CREDIT_CARD",
                        ReservedRangesTest::card,
                        "",
                        "4111 1111 1111 1111",
                        "374883521588522",
                        "12",
                        "3056-930902-5904",
                        "4222222222222",
                        "060426070011",
                        "6304000000000000000"),
                rule(
                        "IBAN",
                        ReservedRangesTest::iban,
                        "",
                        "GB82WEST12345698765432",
                        "DE89 3704 0044 0532 0130 00",
                        "NL91ABNA0417164300",
                        "ES9121000418450200051332",
                        "FR1420041010050500013026068",
                        "AT611904300234573201",
                        "CH9300762011623852957",
                        "de89370400440532013000"),
                rule("BIC", matching("zzzz[a-z]{3}0([a-z]{3})?"), "", "DEUTDEFF500"),
                rule("CRYPTO_ADDRESS", matching("0x[0-9a-f]{40}"), "", "bc1qar0srrr7xfkvy5l643"),
                rule("API_KEY", matching("test_[a-z0-9]{28}"), "", "sk_live_1234"),
                rule("US_SSN", matching("9\\d\\d-?(0[1-9]|[1-4]\\d)-?\\d{4}"), "", "125-17-4954", "125174954"),
                rule("US_ITIN", matching("9\\d\\d-?6[6-9]-?\\d{4}"), "", "912-70-1234"),
                rule(
                        "US_BANK_ROUTING",
                        s -> s.startsWith("5") && weighted(s, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0,
                        "",
                        "011000015"),
                rule(
                        "UK_NHS",
                        s -> s.startsWith("999") && weighted(s, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0,
                        "",
                        "943 476 5919",
                        "9434765919"),
                rule("UK_NINO", matching("qq ?\\d\\d ?\\d\\d ?\\d\\d ?[a-d]"), "", "AB 12 34 56 C", "ab123456c"),
                rule("DE_TAX_ID", ReservedRangesTest::germanTax, "", "86 095 742 719", "86095742719"),
                rule("FR_NIR", ReservedRangesTest::nir, "", "2 55 08 14 168 025 38", "255081416802538"),
                rule("ES_DNI", s -> s.startsWith("99") && dni(s), "", "12345678Z", "12345678-Z"),
                rule("ES_NIE", s -> s.matches("(?i)Z-?99.*") && dni("2" + s.substring(1)), "", "X1234567L"),
                rule("IT_CODICE_FISCALE", matching("[a-z]{6}\\d\\d[a-z]\\d\\dz999[a-z]"), "", "RSSMRA85T10A562S"),
                rule(
                        "PL_PESEL",
                        s -> s.matches("\\d\\d(6|7)\\d+") && weighted(s, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0,
                        "",
                        "44051401359"),
                rule(
                        "NL_BSN",
                        s -> s.startsWith("9999") && weighted(s, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0,
                        "",
                        "111222333"),
                rule("IN_AADHAAR", s -> s.startsWith("1") && verhoeff(s.replaceAll("\\D", "")), "", "2345 6789 0124"),
                rule("IN_PAN", matching("[a-z]{3}z[a-z]\\d{4}[a-z]"), "", "ABCPE1234F"),
                rule("AU_TFN", s -> weighted(s, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0, "", "123 456 782"),
                rule("BR_CPF", ReservedRangesTest::cpf, "", "529.982.247-25", "52998224725"));
    }

    private static Arguments rule(String label, Predicate<String> rule, String... originals) {
        return Arguments.of(label, rule, originals);
    }

    private static Predicate<String> matching(String regex) {
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        return surface -> pattern.matcher(surface).matches();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void identifiersBelongToNobodyAndAreRight(String label, Predicate<String> rule, String[] originals) {
        for (int seed = 0; seed < DRAWS; seed++) {
            String original = originals[seed % originals.length];
            String surface = Draws.refused(label, original, seed, seed % 17 == 0 ? 3 + seed % 11 : 0);
            if (!rule.test(surface)) {
                fail("%s like '%s', seed %d, gave '%s'", label, original, seed, surface);
            }
        }
    }

    /** Test prefixes of the networks, and Luhn. */
    private static boolean card(String number) {
        String digits = number.replaceAll("[ -]", "");
        return digits.matches(
                        "(411111|424242|400000|555555|222300|601111|353011|378282|371449|305693|385200|422222)\\d+")
                && luhn(digits);
    }

    private static boolean luhn(String digits) {
        int sum = IntStream.range(0, digits.length())
                .map(i -> (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 + 1))
                .map(d -> d / 10 + d % 10)
                .sum();
        return sum % 10 == 0;
    }

    private static boolean iban(String written) {
        String iban = written.replace(" ", "").toUpperCase(Locale.ROOT);
        int length = Map.of("GB", 22, "IE", 22, "DE", 22, "NL", 18, "ES", 24, "FR", 27, "AT", 20, "CH", 21)
                .get(iban.substring(0, 2));
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return iban.length() == length
                && iban.substring(4).matches("(ZZZZ|0000).*")
                && new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static int weighted(String surface, int... weights) {
        int[] digits =
                surface.chars().filter(Character::isDigit).map(c -> c - '0').toArray();
        assertThat(digits).hasSameSizeAs(weights);
        return IntStream.range(0, weights.length)
                .map(i -> weights[i] * digits[i])
                .sum();
    }

    private static boolean germanTax(String surface) {
        String id = surface.replace(" ", "");
        int product = 10;
        for (char c : id.substring(0, 10).toCharArray()) {
            int sum = (c - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        long distinct = id.substring(0, 10).chars().distinct().count();
        return id.length() == 11 && id.startsWith("0") && distinct == 9 && (11 - product) % 10 == id.charAt(10) - '0';
    }

    private static boolean nir(String surface) {
        String id = surface.replace(" ", "");
        long body = Long.parseLong(id.substring(0, 13));
        return id.matches("[12]\\d{4}99000\\d{5}") && 97 - body % 97 == Long.parseLong(id.substring(13));
    }

    private static boolean dni(String surface) {
        String id = surface.replace("-", "").toUpperCase(Locale.ROOT);
        int digits = Integer.parseInt(id.substring(0, 8));
        return id.length() == 9 && "TRWAGMYFPDXBNJZSQVHLCKE".charAt(digits % 23) == id.charAt(8);
    }

    private static boolean cpf(String surface) {
        int first = weighted(surface, 10, 9, 8, 7, 6, 5, 4, 3, 2, 0, 0) * 10 % 11 % 10;
        int second = weighted(surface, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 0) * 10 % 11 % 10;
        return surface.replaceAll("\\D", "").endsWith("" + first + second);
    }

    /** By the published tables of the dihedral group, not by the formula of the code. */
    private static boolean verhoeff(String digits) {
        String[] d = {
            "0123456789",
            "1234067895",
            "2340178956",
            "3401289567",
            "4012395678",
            "5987604321",
            "6598710432",
            "7659821043",
            "8765932104",
            "9876543210"
        };
        String[] p = {
            "0123456789",
            "1576283094",
            "5803796142",
            "8916043527",
            "9453126870",
            "4286573901",
            "2793806415",
            "7046913258"
        };
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            check = d[check].charAt(p[i % 8].charAt(digit) - '0') - '0';
        }
        return check == 0;
    }

    @Test
    void theChecksOfThisTestKnowRightFromWrong() {
        // METRICS.md, section 5.6, and the examples of the standards.
        assertThat(luhn("4111111111111111")).isTrue();
        assertThat(luhn("4111111111111112")).isFalse();
        assertThat(luhn("79927398713")).isTrue();
        assertThat(weighted("9434765919", 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11).isZero();
        assertThat(weighted("9434765918", 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11).isNotZero();
        assertThat(weighted("011000015", 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10).isZero();
        assertThat(verhoeff("2363")).isTrue();
        assertThat(verhoeff("2364")).isFalse();
        assertThat(dni("12345678Z")).isTrue();
        assertThat(cpf("529.982.247-25")).isTrue();
        assertThat(weighted("111222333", 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11).isZero();
        assertThat(weighted("44051401359", 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10)
                .isZero();
    }
}
