package io.understudy.generator.surrogate;

import static java.util.Map.entry;

import io.understudy.core.Shape;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * National identifiers, named by country and kind ({@code US_SSN}): right by their checksums where they have one, and
 * in a range that is never given to a person where there is one, as the comment at each says. Others that begin with
 * two letters and an underscore follow the digits and letters of the original. Marks of the original are kept.
 */
final class NationalIds {

    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    /** Usual form, and how the letters and digits are drawn. */
    private record Rule(String usual, Function<SplittableRandom, String> draw) {}

    private static final Map<String, Rule> RULES = Map.ofEntries(
            // Areas 900-999 are never numbers of social security; groups 01-49 are not given to taxpayers either.
            entry("US_SSN", new Rule("ddd-dd-dddd", r -> "9" + digits(2, r) + two(1, 50, r) + digits(4, r))),
            // 9xx with group 66-69, which the tax office does not use.
            entry("US_ITIN", new Rule("ddd-dd-dddd", r -> "9" + digits(2, r) + two(66, 70, r) + digits(4, r))),
            // Prefixes 50-59 belong to no district of the Federal Reserve; weights 3 7 1.
            entry(
                    "US_BANK_ROUTING",
                    new Rule("ddddddddd", r -> weighted("5" + digits(7, r), 10, 3, 7, 1, 3, 7, 1, 3, 7))),
            // 999 is kept for tests; weights 10 to 2, mod 11.
            entry("UK_NHS", new Rule("ddd ddd dddd", NationalIds::nhs)),
            // The prefix QQ is never given; it stands in the tax office's own examples.
            entry("UK_NINO", new Rule("XXddddddX", r -> "QQ" + digits(6, r) + (char) ('A' + r.nextInt(4)))),
            // A leading 0 marks test numbers; one digit twice among ten, then ISO 7064 mod 11,10.
            entry("DE_TAX_ID", new Rule("ddddddddddd", NationalIds::germanTax)),
            // Born in department 99 (abroad), country 000, which does not exist; key 97 - n mod 97.
            entry("FR_NIR", new Rule("ddddddddddddddd", NationalIds::nir)),
            // 99 million is far above what was given; letter by mod 23.
            entry("ES_DNI", new Rule("ddddddddX", r -> dni("", "99" + digits(6, r), ""))),
            entry("ES_NIE", new Rule("XdddddddX", r -> dni("Z", "99" + digits(5, r), "2"))),
            // Born at Z999, a country that does not exist.
            entry("IT_CODICE_FISCALE", new Rule("", NationalIds::fiscalCode)),
            // Born in the 23rd century (months 61-72); weights 1 3 7 9.
            entry("PL_PESEL", new Rule("ddddddddddd", NationalIds::pesel)),
            // 9999 is kept for tests; eleven-test.
            entry("NL_BSN", new Rule("ddddddddd", NationalIds::bsn)),
            // Never begins with 0 or 1; Verhoeff digit.
            entry("IN_AADHAAR", new Rule("dddd dddd dddd", r -> verhoeff("1" + digits(10, r)))),
            // The fourth letter is the kind of holder; there is no kind Z.
            entry(
                    "IN_PAN",
                    new Rule("XXddddX", r -> letters(3, r) + "Z" + letters(1, r) + digits(4, r) + letters(1, r))),
            // No range is reserved for these two: only the checksum is right.
            entry("AU_TFN", new Rule("ddd ddd ddd", NationalIds::tfn)),
            entry("BR_CPF", new Rule("ddd.ddd.ddd-dd", NationalIds::cpf)));

    private NationalIds() {}

    static Optional<Source> find(String name) {
        Rule rule = RULES.get(name);
        if (rule != null) {
            Look usual = Look.of(new Shape(rule.usual()));
            return Optional.of(wish -> laidOut(wish.look(), usual, rule.draw().apply(wish.random())));
        }
        return name.matches("[A-Z]{2}_.+(ID|NUMBER|LICENSE|PASSPORT|NO|CODE|TAX|CARD)")
                ? Optional.of(Codes.like("ddddddddd"))
                : Optional.empty();
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

    private static String digits(int count, SplittableRandom random) {
        return Codes.digits(count, random);
    }

    private static String two(int from, int to, SplittableRandom random) {
        return "%02d".formatted(random.nextInt(from, to));
    }

    private static String letters(int count, SplittableRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private static int sum(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }

    /** Appends the digit that makes the weighted sum, itself with weight 1, divisible. */
    private static String weighted(String digits, int modulus, int... weights) {
        return digits + (modulus - sum(digits, weights) % modulus) % modulus;
    }

    private static String nhs(SplittableRandom random) {
        while (true) {
            String body = "999" + digits(6, random);
            int check = (11 - sum(body, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
            if (check < 10) {
                return body + check;
            }
        }
    }

    private static String germanTax(SplittableRandom random) {
        int[] digits = new int[10];
        for (int i = 1; i < 10; i++) {
            int other = random.nextInt(1, i + 1);
            digits[i] = digits[other];
            digits[other] = i;
        }
        // The last one repeats another digit, not the one beside it.
        digits[9] = digits[random.nextInt(0, 8)];
        int product = 10;
        StringBuilder id = new StringBuilder();
        for (int digit : digits) {
            id.append(digit);
            int sum = (digit + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return id.append((11 - product) % 10).toString();
    }

    private static String nir(SplittableRandom random) {
        String body = (1 + random.nextInt(2)) + digits(2, random) + two(1, 13, random) + "99000" + digits(3, random);
        return body + "%02d".formatted(97 - Long.parseLong(body) % 97);
    }

    private static String dni(String prefix, String digits, String prefixValue) {
        return prefix + digits + DNI_LETTERS.charAt(Integer.parseInt(prefixValue + digits) % 23);
    }

    private static String fiscalCode(SplittableRandom random) {
        String body = letters(6, random) + digits(2, random) + "ABCDEHLMPRST".charAt(random.nextInt(12))
                + two(1, 29, random) + "Z999";
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? odd[value] : value;
        }
        return body + (char) ('A' + sum % 26);
    }

    private static String pesel(SplittableRandom random) {
        String body = digits(2, random) + two(61, 73, random) + two(1, 29, random) + digits(4, random);
        return weighted(body, 10, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3);
    }

    private static String bsn(SplittableRandom random) {
        while (true) {
            String body = "9999" + digits(4, random);
            int check = sum(body, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
            if (check < 10) {
                return body + check;
            }
        }
    }

    /** J. Verhoeff, "Error detecting decimal codes", 1969: the dihedral group of order 10. */
    private static String verhoeff(String body) {
        int[] permutation = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
        int check = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            for (int times = 0; times <= i % 8; times++) {
                digit = permutation[digit];
            }
            check = dihedral(check, digit);
        }
        return body + (check < 5 ? (5 - check) % 5 : check);
    }

    private static int dihedral(int a, int b) {
        int rotation = a < 5 ? (a + b) % 5 : Math.floorMod(a - b, 5);
        return (a < 5) == (b < 5) ? rotation : 5 + rotation;
    }

    private static String tfn(SplittableRandom random) {
        while (true) {
            // The last weight is 10, which is -1 modulo 11: the check digit is the rest itself.
            String body = digits(8, random);
            int check = sum(body, 1, 4, 3, 7, 5, 8, 6, 9) % 11;
            if (check < 10) {
                return body + check;
            }
        }
    }

    private static String cpf(SplittableRandom random) {
        String body = digits(9, random);
        int first = sum(body, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        int second = sum(body + first, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        return body + first + second;
    }
}
