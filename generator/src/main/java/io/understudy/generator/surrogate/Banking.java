package io.understudy.generator.surrogate;

import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.math.BigInteger;
import java.util.Locale;
import java.util.SplittableRandom;

/** Numbers of cards and accounts: right by their checksums, and of issuers that do not exist or only test. */
final class Banking {

    /** Beginnings that the networks' own test numbers have; by length of the number. */
    private static final String[] CARDS_16 = {"411111", "424242", "400000", "555555", "222300", "601111", "353011"};

    private static final String[] CARDS_15 = {"378282", "371449"};
    private static final String[] CARDS_14 = {"305693", "385200"};
    private static final String[] CARDS_13 = {"422222"};

    private static final BigInteger MOD_97 = BigInteger.valueOf(97);

    private Banking() {}

    /**
     * Test prefix, random account, Luhn digit (ISO/IEC 7812-1); grouped as the original, 16 digits if it had no known
     * length.
     */
    static String creditCard(Wish wish) {
        int length = wish.relaxed() ? 16 : wish.look().digits();
        String[] prefixes = switch (length) {
            case 15 -> CARDS_15;
            case 14 -> CARDS_14;
            case 13 -> CARDS_13;
            default -> CARDS_16;
        };
        int digits = prefixes == CARDS_16 && length != 19 ? 16 : length;
        String body = wish.pick(prefixes);
        body += Codes.digits(digits - 1 - body.length(), wish.random());
        String number = body + luhn(body);
        if (number.length() != wish.look().digits()) {
            return number;
        }
        return laidOut(wish.look(), number);
    }

    /** The digit that makes the number right. */
    static int luhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }

    private static String laidOut(Look look, String number) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Token token : look.tokens()) {
            switch (token.run()) {
                case DIGITS -> {
                    out.append(number, at, at + token.text().length());
                    at += token.text().length();
                }
                case SPACE -> out.append(' ');
                default -> out.append(token.text().equals("-") ? "-" : "");
            }
        }
        return out.toString().strip();
    }

    /**
     * Right by ISO 13616 (mod 97) and by national check digits, at a bank that does not exist: bank code 0 (Germany:
     * codes begin with 1 to 8; Spain, France, Austria, Switzerland: not assigned), or letters ZZZZ (no such bank in the
     * BIC directory). The country is one whose numbers look like the original.
     */
    static String iban(Wish wish) {
        SplittableRandom random = wish.random();
        String compact = wish.look().shape().pattern().replaceAll("[^Xxd]", "").toUpperCase(Locale.ROOT);
        String iban = switch (compact) {
            case "XXDDXXDDDDDDDDDDDDDD" ->
                random.nextBoolean()
                        ? checked("GB", "ZZZZ000000" + Codes.digits(8, random))
                        : checked("IE", "ZZZZ000000" + Codes.digits(8, random));
            case "XXDDXXDDDDDDDDDD" -> checked("NL", "ZZZZ" + Codes.digits(10, random));
            case "XXDDDDDDDDDDDDDDDDDDDDDD" -> spanish(random);
            case "XXDDDDDDDDDDDDDDDDDDDDDDDDD" -> french(random);
            case "XXDDDDDDDDDDDDDDDDDD" -> checked("AT", "00000" + Codes.digits(11, random));
            case "XXDDDDDDDDDDDDDDDDDDD" -> checked("CH", "00000" + Codes.digits(12, random));
            default -> checked("DE", "00000000" + Codes.digits(10, random));
        };
        String cased = wish.look().shape().isLower() ? iban.toLowerCase(Locale.ROOT) : iban;
        return wish.look().has(Run.SPACE) ? cased.replaceAll("(.{4})(?=.)", "$1 ") : cased;
    }

    /** Check digits of control (weights 1 2 4 8 5 10 9 7 3 6, mod 11), 10 written as 1. */
    private static String spanish(SplittableRandom random) {
        String account = Codes.digits(10, random);
        int[] weights = {1, 2, 4, 8, 5, 10, 9, 7, 3, 6};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (account.charAt(i) - '0');
        }
        int check = 11 - sum % 11;
        // The first check digit is that of bank and branch, whose sum is 0: 11, written as 0.
        return checked("ES", "000000000" + (check == 11 ? 0 : check == 10 ? 1 : check) + account);
    }

    /** Clé RIB: 97 - (89 bank + 15 branch + 3 account) mod 97; bank and branch are 0. */
    private static String french(SplittableRandom random) {
        long account = random.nextLong(100_000_000_000L);
        return checked("FR", "0000000000%011d%02d".formatted(account, 97 - 3 * account % 97));
    }

    private static String checked(String country, String account) {
        StringBuilder digits = new StringBuilder();
        for (char c : (account + country + "00").toCharArray()) {
            digits.append(Character.digit(c, 36));
        }
        int check = 98 - new BigInteger(digits.toString()).mod(MOD_97).intValue();
        return country + (check < 10 ? "0" : "") + check + account;
    }

    /** Bank ZZZZ is not in the directory, and a 0 as second character of the place marks a test code (ISO 9362). */
    static String bic(Wish wish) {
        String code = "ZZZZ" + wish.pick("DE", "GB", "FR", "NL", "US", "CH", "AT") + letter(wish) + '0';
        boolean branch = wish.look().digits() > 2 || wish.random().nextBoolean();
        return code + (branch ? letter(wish) + letter(wish) + letter(wish) : "");
    }

    private static String letter(Wish wish) {
        return String.valueOf((char) ('A' + wish.random().nextInt(26)));
    }

    /** An Ethereum address; 160 random bits are nobody's. Small letters carry no checksum (EIP-55). */
    static String cryptoAddress(Wish wish) {
        StringBuilder address = new StringBuilder("0x");
        for (int i = 0; i < 40; i++) {
            address.append(Character.forDigit(wish.random().nextInt(16), 16));
        }
        return address.toString();
    }
}
