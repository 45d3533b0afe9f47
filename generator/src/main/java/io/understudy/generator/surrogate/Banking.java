package io.understudy.generator.surrogate;

import io.understudy.core.checksum.CryptoAddress;
import io.understudy.core.checksum.Iban;
import io.understudy.core.checksum.Luhn;
import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Numbers of cards and accounts: right by their checksums, and of issuers that do not exist or only test. */
final class Banking {

    /** Beginnings that the networks' own test numbers have; by length of the number. */
    private static final String[] CARDS_16 = {"411111", "424242", "400000", "555555", "222300", "601111", "353011"};

    private static final String[] CARDS_15 = {"378282", "371449"};
    private static final String[] CARDS_14 = {"305693", "385200"};
    private static final String[] CARDS_13 = {"422222"};

    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

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
        body = wish.plausible() ? body.substring(0, 1) : body;
        body += Codes.digits(digits - 1 - body.length(), wish.random());
        String number = body + Luhn.digit(body);
        if (number.length() != wish.look().digits()) {
            return number;
        }
        return laidOut(wish.look(), number);
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
     * codes begin with 1 to 8; elsewhere: not assigned), or letters ZZZZ (no such bank in the BIC directory). The
     * country is one whose numbers look like the original.
     */
    static String iban(Wish wish) {
        String iban = account(country(wish), wish);
        String cased = wish.look().shape().isLower() ? iban.toLowerCase(Locale.ROOT) : iban;
        return wish.look().has(Run.SPACE) ? cased.replaceAll("(.{4})(?=.)", "$1 ") : cased;
    }

    /** The original's country, or one whose numbers look like it. */
    private static String country(Wish wish) {
        if (wish.original().isPresent()) {
            String surface = wish.original().get().surface().strip().toUpperCase(Locale.ROOT);
            return surface.substring(0, Math.min(2, surface.length()));
        }
        String compact = wish.look().shape().pattern().replaceAll("[^Xxd]", "").toUpperCase(Locale.ROOT);
        return switch (compact) {
            case "XXDDXXDDDDDDDDDDDDDD" -> wish.random().nextBoolean() ? "GB" : "IE";
            case "XXDDXXDDDDDDDDDD" -> "NL";
            case "XXDDDDDDDDDDDDDDDDDDDDDD" -> "ES";
            case "XXDDDDDDDDDDDDDDDDDDDDDDDDD" -> "FR";
            case "XXDDDDDDDDDDDDDDDDDD" -> "AT";
            case "XXDDDDDDDDDDDDDDDDDDD" -> "CH";
            default -> "DE";
        };
    }

    /** Countries whose accounts are not known get a German number. */
    private static String account(String country, Wish wish) {
        SplittableRandom random = wish.random();
        String letters = wish.plausible() ? letter(wish) + letter(wish) + letter(wish) + letter(wish) : "ZZZZ";
        return switch (country) {
            case "GB", "IE" -> Iban.of(country, letters + code(6, wish) + Codes.digits(8, random));
            case "NL" -> Iban.of(country, letters + Codes.digits(10, random));
            case "ES" -> spanish(random);
            case "FR" -> french(random);
            case "AT" -> Iban.of(country, code(5, wish) + Codes.digits(11, random));
            case "CH" -> Iban.of(country, code(5, wish) + Codes.digits(12, random));
            case "PL" -> Iban.of(country, "00000000" + Codes.digits(16, random));
            case "SE" -> Iban.of(country, "000" + Codes.digits(17, random));
            default ->
                wish.original()
                        .flatMap(original -> like(original.surface(), country, wish))
                        .orElseGet(() -> Iban.of("DE", code(8, wish) + Codes.digits(10, random)));
        };
    }

    /** How many characters of an account are the bank's (SWIFT, IBAN registry); 4 where it is not said. */
    private static final Map<String, Integer> BANK_LENGTHS = Map.ofEntries(
            Map.entry("AE", 3),
            Map.entry("AL", 3),
            Map.entry("BA", 3),
            Map.entry("BE", 3),
            Map.entry("BR", 8),
            Map.entry("CY", 3),
            Map.entry("DE", 8),
            Map.entry("EE", 2),
            Map.entry("FI", 3),
            Map.entry("GE", 2),
            Map.entry("GR", 3),
            Map.entry("HR", 7),
            Map.entry("HU", 3),
            Map.entry("IL", 3),
            Map.entry("KZ", 3),
            Map.entry("LI", 5),
            Map.entry("LT", 5),
            Map.entry("LU", 3),
            Map.entry("MC", 5),
            Map.entry("MD", 2),
            Map.entry("ME", 3),
            Map.entry("MK", 3),
            Map.entry("MR", 5),
            Map.entry("RS", 3),
            Map.entry("SA", 2),
            Map.entry("SI", 5),
            Map.entry("TN", 2),
            Map.entry("TR", 5),
            Map.entry("UA", 6),
            Map.entry("VA", 3));

    /** Of which the last two digits of the account are right by ISO 7064, MOD 97-10. */
    private static final Set<String> MOD_97 = Set.of("BA", "ME", "MK", "PT", "RS", "SI");

    /** As the original's country writes accounts, at bank 0 or Z; empty where the original is no such account. */
    private static Optional<String> like(String original, String country, Wish wish) {
        String compact = original.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!Iban.holds(compact)) {
            return Optional.empty();
        }
        boolean italian = country.equals("IT") || country.equals("SM");
        int from = italian ? 1 : 0;
        int bank = from + (italian ? 5 : BANK_LENGTHS.getOrDefault(country, 4));
        StringBuilder account = new StringBuilder();
        for (int i = 4; i < compact.length(); i++) {
            boolean digit = Character.isDigit(compact.charAt(i));
            boolean ofBank = !wish.plausible() && account.length() >= from && account.length() < bank;
            account.append(ofBank ? digit ? "0" : "Z" : digit ? Codes.digits(1, wish.random()) : letter(wish));
        }
        int check = account.length() - 2;
        if (italian) {
            account.setCharAt(0, cin(account.substring(1)));
        } else if (MOD_97.contains(country)) {
            long rest = new BigInteger(account.substring(0, check) + "00")
                    .mod(BigInteger.valueOf(97))
                    .longValue();
            account.replace(check, check + 2, "%02d".formatted(98 - rest));
        } else if (country.equals("BE")) {
            long rest = Long.parseLong(account.substring(0, check)) % 97;
            account.replace(check, check + 2, "%02d".formatted(rest == 0 ? 97 : rest));
        }
        return Optional.of(Iban.of(country, account.toString()));
    }

    /** Italy's letter of control: digits and letters at odd places count by a table, the others by their number. */
    static char cin(String account) {
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
        int sum = 0;
        for (int i = 0; i < account.length(); i++) {
            char c = account.charAt(i);
            int number = Character.isDigit(c) ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? odd[number] : number;
        }
        return (char) ('A' + sum % 26);
    }

    /** Of a bank: noughts, which none has. */
    private static String code(int digits, Wish wish) {
        return wish.plausible() ? Codes.number(digits, wish.random()) : "0".repeat(digits);
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
        return Iban.of("ES", "000000000" + (check == 11 ? 0 : check == 10 ? 1 : check) + account);
    }

    /** Clé RIB: 97 - (89 bank + 15 branch + 3 account) mod 97; bank and branch are 0. */
    private static String french(SplittableRandom random) {
        long account = random.nextLong(100_000_000_000L);
        return Iban.of("FR", "0000000000%011d%02d".formatted(account, 97 - 3 * account % 97));
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

    /**
     * As the original: an address of Bitcoin's test network, whose coins are worth nothing (version 111, base58check;
     * {@code tb1}, BIP 173), else one of Ethereum: 160 random bits are nobody's, small letters carry no checksum
     * (EIP-55).
     */
    static String cryptoAddress(Wish wish) {
        String original = wish.original().map(Original::surface).orElse("");
        if (original.startsWith("1") || original.startsWith("3")) {
            byte[] hash = new byte[20];
            for (int i = 0; i < hash.length; i++) {
                hash[i] = (byte) wish.random().nextInt(256);
            }
            return CryptoAddress.base58((byte) 111, hash);
        }
        if (original.toLowerCase(Locale.ROOT).startsWith("bc1")) {
            return CryptoAddress.bech32("tb", "q" + new Draft(Collections.nCopies(32, BECH32)).draw(wish.random()));
        }
        StringBuilder address = new StringBuilder("0x");
        for (int i = 0; i < 40; i++) {
            address.append(Character.forDigit(wish.random().nextInt(16), 16));
        }
        return address.toString();
    }
}
