package io.understudy.ner.pattern;

import io.understudy.core.Label;
import java.util.List;

/** Numbers of payment cards: 12 to 19 digits, a network's first digits, and the Luhn checksum. */
final class Cards {

    static final List<Form> FORMS = List.of(Form.of(
            Label.CREDIT_CARD,
            "(?:\\d{12,19}+|\\d{4}([- ])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{3})?+|\\d{4}([- ])\\d{6}\\2\\d{4,5}+)"
                    + Fragments.ALONE,
            (text, start, end) -> isCard(text.substring(start, end))));

    private Cards() {}

    static boolean isCard(String surface) {
        String digits = surface.replaceAll("[- ]", "");
        return isNetwork(digits) && passesLuhn(digits);
    }

    /** Twice every second digit from the right, digits added up; the sum ends in 0. */
    static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** ISO/IEC 7812: 3 travel and entertainment, 4 to 6 banking, 2 newer Mastercard and old JCB, 1800 old JCB. */
    private static boolean isNetwork(String digits) {
        int four = Integer.parseInt(digits.substring(0, 4));
        return switch (digits.charAt(0)) {
            case '3' -> digits.length() >= 14;
            case '4' -> digits.length() >= 13;
            case '5', '6' -> true;
            case '2' -> four == 2131 || (four >= 2200 && four <= 2720);
            default -> four == 1800;
        };
    }
}
