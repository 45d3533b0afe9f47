package io.understudy.core.checksum;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * International bank account numbers, ISO 13616: a country, two check digits, and an account in the structure that the
 * country has registered; letters as 10 to 35 and the first four characters moved to the end, the number is 1 modulo 97
 * (ISO/IEC 7064, MOD 97-10). Structures are those of SWIFT's IBAN registry, release 101. All numbers here are compact:
 * upper case, no separators.
 */
public final class Iban {

    /** By country: how many digits (n), capitals (a), capitals or digits (c) follow the check digits. */
    private static final Map<String, Structure> STRUCTURES =
            structures("AD 8n12c, AE 19n, AL 8n16c, AT 16n, AZ 4a20c, BA 16n, BE 12n, BG 4a6n8c, BH 4a14c, BI 23n, "
                    + "BR 23n1a1c, BY 4c4n16c, CH 5n12c, CR 18n, CY 8n16c, CZ 20n, DE 18n, DJ 23n, DK 14n, "
                    + "DO 4c20n, EE 16n, EG 25n, ES 20n, FI 14n, FK 2a12n, FO 14n, FR 10n11c2n, GB 4a14n, "
                    + "GE 2a16n, GI 4a15c, GL 14n, GR 7n16c, GT 24c, HN 4a20n, HR 17n, HU 24n, IE 4a14n, IL 19n, "
                    + "IQ 4a15n, IS 22n, IT 1a10n12c, JO 4a4n18c, KW 4a22c, KZ 3n13c, LB 4n20c, LC 4a24c, "
                    + "LI 5n12c, LT 16n, LU 3n13c, LV 4a13c, LY 21n, MC 10n11c2n, MD 20c, ME 18n, MK 3n10c2n, "
                    + "MN 16n, MR 23n, MT 4a5n18c, MU 4a19n3a, NI 4a20n, NL 4a10n, NO 11n, OM 3n16c, PK 4a16c, "
                    + "PL 24n, PS 4a21c, PT 21n, QA 4a21c, RO 4a16c, RS 18n, RU 14n15c, SA 2n18c, SC 4a20n3a, "
                    + "SD 14n, SE 20n, SI 15n, SK 20n, SM 1a10n12c, SO 19n, ST 21n, SV 4a20n, TL 19n, TN 20n, "
                    + "TR 6n16c, UA 6n19c, VA 18n, VG 4a16n, XK 16n, YE 4a4n18c");

    private record Structure(int length, Pattern account) {}

    private Iban() {}

    /** The countries of the registry, in alphabetical order. */
    public static Set<String> countries() {
        return STRUCTURES.keySet();
    }

    /** How many characters the numbers of a country have in all; empty for a country without IBANs. */
    public static Optional<Integer> length(String country) {
        return Optional.ofNullable(STRUCTURES.get(country)).map(Structure::length);
    }

    /** Whether country, length, structure and check digits are right. */
    public static boolean holds(CharSequence compact) {
        return isStructured(compact) && remainder(compact) == 1;
    }

    /**
     * The number of an account.
     *
     * @throws IllegalArgumentException if the account has not the structure of the country
     */
    public static String of(String country, String account) {
        String open = country + "00" + account;
        if (!isStructured(open)) {
            throw new IllegalArgumentException(
                    "an account of %d characters is none of country '%s'".formatted(account.length(), country));
        }
        return country + String.format(Locale.ROOT, "%02d", 98 - remainder(open)) + account;
    }

    private static boolean isStructured(CharSequence compact) {
        Structure structure = compact.length() < 4
                ? null
                : STRUCTURES.get(compact.subSequence(0, 2).toString());
        return structure != null
                && structure.length == compact.length()
                && isDigit(compact.charAt(2))
                && isDigit(compact.charAt(3))
                && structure
                        .account
                        .matcher(compact.subSequence(4, compact.length()))
                        .matches();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int remainder(CharSequence compact) {
        int remainder = 0;
        for (int i = 0; i < compact.length(); i++) {
            int value = Character.digit(compact.charAt((i + 4) % compact.length()), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }

    private static Map<String, Structure> structures(String table) {
        Map<String, Structure> structures = new TreeMap<>();
        Pattern part = Pattern.compile("(\\d+)([nac])");
        for (String row : table.split(", ", -1)) {
            int length = 4;
            StringBuilder account = new StringBuilder();
            for (Matcher parts = part.matcher(row.substring(3)); parts.find(); ) {
                String kind = switch (parts.group(2)) {
                    case "n" -> "[0-9]";
                    case "a" -> "[A-Z]";
                    default -> "[A-Z0-9]";
                };
                account.append(kind).append('{').append(parts.group(1)).append("}+");
                length += Integer.parseInt(parts.group(1));
            }
            structures.put(row.substring(0, 2), new Structure(length, Pattern.compile(account.toString())));
        }
        return Collections.unmodifiableMap(structures);
    }
}
