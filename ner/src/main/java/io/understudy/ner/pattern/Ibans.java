package io.understudy.ner.pattern;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * International bank account numbers (ISO 13616): a country, two check digits, and as many letters and digits as the
 * country has; written in one, or in groups parted by a space or line break; mod 97 equals 1.
 */
final class Ibans {

    /** Total length by country, from the register of ISO 13616. */
    private static final Map<String, Integer> LENGTHS =
            lengths("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 "
                    + "BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 "
                    + "GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
                    + "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 "
                    + "SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

    private Ibans() {}

    /** @param at where a word of two letters or more begins */
    static Optional<Mention> match(String text, int at) {
        if (at + 4 > text.length() || !isDigit(text.charAt(at + 2)) || !isDigit(text.charAt(at + 3))) {
            return Optional.empty();
        }
        int length = LENGTHS.getOrDefault(text.substring(at, at + 2).toUpperCase(Locale.ROOT), 0);
        StringBuilder compact = new StringBuilder(length);
        int end = at;
        while (end < text.length() && compact.length() < length) {
            char c = text.charAt(end);
            if (isDigit(c) || isLetter(c)) {
                compact.append(Character.toUpperCase(c));
            } else if ((c != ' ' && c != '\n') || Character.isWhitespace(text.charAt(end - 1))) {
                return Optional.empty();
            }
            end++;
        }
        boolean alone = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return length > 0 && alone && compact.length() == length && passes(compact)
                ? Optional.of(new Mention(at, end, Label.IBAN))
                : Optional.empty();
    }

    /** The first four characters moved to the end, letters as 10 to 35, modulo 97. */
    static boolean passes(CharSequence compact) {
        int remainder = 0;
        for (int i = 0; i < compact.length(); i++) {
            int value = Character.digit(compact.charAt((i + 4) % compact.length()), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : table.split(" ", -1)) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
