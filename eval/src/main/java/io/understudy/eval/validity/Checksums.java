package io.understudy.eval.validity;

import io.understudy.core.Label;
import java.util.Locale;

/** Check digits of the identifiers that have them. */
final class Checksums {

    private Checksums() {}

    static boolean known(Label label) {
        String name = label.name();
        return name.equals("CREDIT_CARD") || name.equals("IBAN");
    }

    static boolean holds(Label label, String surface) {
        return label.equals(Label.IBAN) ? mod97(surface) : luhn(surface);
    }

    /** ISO/IEC 7812-1, annex B; spaces and hyphens aside, 12 to 19 digits. */
    static boolean luhn(String number) {
        String digits = number.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{12,19}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** ISO 13616: the first four characters moved to the end, letters as 10 to 35, the number is 1 modulo 97. */
    static boolean mod97(String iban) {
        String compact = iban.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!compact.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        int rest = 0;
        String turned = compact.substring(4) + compact.substring(0, 4);
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }
}
