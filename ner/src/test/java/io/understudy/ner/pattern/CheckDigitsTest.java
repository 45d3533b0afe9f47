package io.understudy.ner.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.understudy.core.Label;
import io.understudy.core.Seeds;
import io.understudy.core.checksum.CryptoAddress;
import io.understudy.core.checksum.Iban;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Finding;
import io.understudy.ner.identifier.Codes;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Made with right check digits: all found. With one character changed: none. National ones have a test of their own.
 */
class CheckDigitsTest {

    private static final int VALUES = 10_000;
    private static final int OF_EACH_COUNTRY = 1_000;
    private static final String DIGITS = "0123456789";
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    private final EntityRecognizer patterns = new Patterns();

    @ParameterizedTest(name = "{0} {1}, {2} digits")
    @CsvSource({
        "Visa, 4, 13",
        "Visa, 4, 16",
        "Visa, 4, 19",
        "Mastercard, 51, 16",
        "Mastercard, 55, 16",
        "Mastercard, 2221, 16",
        "Mastercard, 2720, 16",
        "American Express, 34, 15",
        "American Express, 37, 15",
        "Diners Club, 300, 14",
        "Diners Club, 305, 14",
        "Diners Club, 36, 14",
        "Diners Club, 38, 14",
        "Discover, 6011, 16",
        "Discover, 644, 16",
        "Discover, 65, 19",
        "JCB, 3528, 16",
        "JCB, 3589, 16",
        "UnionPay, 62, 16",
        "UnionPay, 62, 19",
        "Maestro, 5018, 12",
        "Maestro, 6759, 16",
        "Maestro, 6763, 19",
        "Mir, 2204, 16",
        "RuPay, 60, 16",
        "RuPay, 82, 16",
        "Troy, 9792, 16"
    })
    void cards(String network, String first, int length) {
        SplittableRandom random = random(network + first + length);
        each(VALUES, Label.CREDIT_CARD, patterns, DIGITS, random, () -> {
            String body = first + drawn(DIGITS, length - 1 - first.length(), random);
            return body + luhn(body);
        });
    }

    @ParameterizedTest
    @CsvSource({"9999999999999995", "0000000000000000", "5105105105105", "341111111111111111", "70000000000000"})
    void rightByLuhnButOfNoNetwork(String number) {
        assertThat(patterns.findings(number))
                .noneMatch(finding -> finding.label().equals(Label.CREDIT_CARD));
    }

    static Stream<String> countries() {
        return Iban.countries().stream();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void accountsOfEachCountryOfTheRegistry(String country) {
        SplittableRandom random = random(country);
        int[] letters = letters(country);
        each(
                OF_EACH_COUNTRY,
                Label.IBAN,
                patterns,
                DIGITS,
                random,
                () -> Iban.of(country, account(country, letters, random)));
    }

    /** Where letters must stand in the account of a country: from, to, and how many at the end. */
    private static int[] letters(String country) {
        int length = Iban.length(country).orElseThrow() - 4;
        for (int count = 0; count <= length; count++) {
            for (int last = 0; last <= 3; last++) {
                for (int from = 0; from + count + last <= length; from++) {
                    int[] letters = {from, from + count, last};
                    try {
                        Iban.of(country, account(country, letters, random(country)));
                        return letters;
                    } catch (IllegalArgumentException e) {
                        // The country's numbers have their letters elsewhere.
                    }
                }
            }
        }
        throw new IllegalStateException("no account of " + country);
    }

    private static String account(String country, int[] letters, SplittableRandom random) {
        int length = Iban.length(country).orElseThrow() - 4;
        return drawn(DIGITS, letters[0], random)
                + drawn(CAPITALS, letters[1] - letters[0], random)
                + drawn(DIGITS, length - letters[1] - letters[2], random)
                + drawn(CAPITALS, letters[2], random);
    }

    @ParameterizedTest
    @CsvSource({"bitcoin, 0", "bitcoin script, 5", "litecoin, 48", "dogecoin, 30", "dash, 76", "tron, 65"})
    void addressesInBase58(String name, byte version) {
        SplittableRandom random = random(name);
        each(VALUES, new Label("CRYPTO_ADDRESS"), new Codes(), BASE58, random, () -> {
            byte[] hash = new byte[20];
            random.nextBytes(hash);
            return CryptoAddress.base58(version, hash);
        });
    }

    @ParameterizedTest
    @CsvSource({"bc, q, 32", "bc, q, 52", "bc, p, 52", "ltc, q, 32"})
    void addressesInBech32(String prefix, String version, int length) {
        SplittableRandom random = random(prefix + version + length);
        each(
                VALUES,
                new Label("CRYPTO_ADDRESS"),
                new Codes(),
                BECH32,
                random,
                () -> CryptoAddress.bech32(prefix, version + drawn(BECH32, length, random)));
    }

    private static void each(
            int values,
            Label label,
            EntityRecognizer recognizer,
            String characters,
            SplittableRandom random,
            Supplier<String> make) {
        for (int i = 0; i < values; i++) {
            String right = make.get();
            if (!finds(recognizer, label, right)) {
                fail("not found: " + right);
            }
            String wrong = oneChanged(right, characters, random);
            if (finds(recognizer, label, wrong)) {
                fail("found: " + wrong + ", made of " + right);
            }
        }
    }

    private static boolean finds(EntityRecognizer recognizer, Label label, String text) {
        for (Finding finding : recognizer.findings(text)) {
            if (finding.label().equals(label) && finding.mention().span().length() == text.length()) {
                return true;
            }
        }
        return false;
    }

    /** A character behind the first four, which say whose number it is, becomes another one. */
    private static String oneChanged(String number, String characters, SplittableRandom random) {
        while (true) {
            int at = 4 + random.nextInt(number.length() - 4);
            char other = characters.charAt(random.nextInt(characters.length()));
            if (characters.indexOf(number.charAt(at)) >= 0 && number.charAt(at) != other) {
                return number.substring(0, at) + other + number.substring(at + 1);
            }
        }
    }

    private static SplittableRandom random(String name) {
        return new SplittableRandom(Seeds.hash(name));
    }

    private static String drawn(String characters, int count, SplittableRandom random) {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < count; i++) {
            drawn.append(characters.charAt(random.nextInt(characters.length())));
        }
        return drawn.toString();
    }

    /** ISO/IEC 7812-1, annex B. */
    private static int luhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int twice = 2 * digit;
            sum += i % 2 == 0 ? twice / 10 + twice % 10 : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
