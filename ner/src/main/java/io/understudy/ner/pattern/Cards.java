package io.understudy.ner.pattern;

import io.understudy.core.Label;
import io.understudy.core.checksum.Luhn;
import java.util.List;

/** Numbers of payment cards: 12 to 19 digits, a network's first digits, and the Luhn checksum. */
final class Cards {

    static final List<Form> FORMS = List.of(Form.of(
            "card",
            Label.CREDIT_CARD,
            "(?:\\d{12,19}+|\\d{4}([- ])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{3})?+|\\d{4}([- ])\\d{6}\\2\\d{4,5}+)"
                    + Fragments.ALONE,
            (text, start, end) -> isCard(text.substring(start, end))));

    private Cards() {}

    static boolean isCard(String surface) {
        String digits = surface.replaceAll("[- ]", "");
        return isNetwork(digits) && Luhn.holds(digits);
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
