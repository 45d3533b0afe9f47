package io.understudy.core.checksum;

/** The check digit of payment cards and many registers: ISO/IEC 7812-1, annex B (H. P. Luhn, US patent 2,950,048). */
public final class Luhn {

    private Luhn() {}

    /** @param digits only 0 to 9, the check digit last */
    public static boolean holds(CharSequence digits) {
        return sum(digits, 1) % 10 == 0;
    }

    /** The digit that makes {@code body} right when it is added at the end. */
    public static int digit(CharSequence body) {
        return (10 - sum(body, 0) % 10) % 10;
    }

    /**
     * Every second digit from the right is doubled, beginning with number {@code first}; digits of products are added.
     */
    private static int sum(CharSequence digits, int first) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int product = i % 2 == first ? 2 * digit : digit;
            sum += product > 9 ? product - 9 : product;
        }
        return sum;
    }
}
