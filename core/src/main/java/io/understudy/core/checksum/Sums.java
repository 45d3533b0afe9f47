package io.understudy.core.checksum;

/** Sums of digits that check digits are made of. */
final class Sums {

    private Sums() {}

    /** The digit (letters: 10 to 35) at a place. */
    static int at(String number, int place) {
        return Character.digit(number.charAt(place), 36);
    }

    /** Each of the first digits times its weight; letters count 10 to 35. */
    static int weighted(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * at(number, i);
        }
        return sum;
    }

    /** The weights 7 3 1 over and over, letters 10 to 35: machine-readable travel documents, ICAO Doc 9303 part 3. */
    static int sevenThreeOne(String number, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += at(number, i) * new int[] {7, 3, 1}[i % 3];
        }
        return sum % 10;
    }

    /** The check digit of ISO/IEC 7064, MOD 11,10. */
    static int mod11And10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (at(digits, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    /** Sum of the digits of products with alternating weights 1 and 2 or others given. */
    static int crossSums(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int product = weights[i] * at(digits, i);
            sum += product / 10 + product % 10;
        }
        return sum;
    }

    /** A capital as two digits, 01 to 26. */
    static String lettersAsPlaces(String number) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (Character.isDigit(c)) {
                digits.append(c);
            } else {
                int place = c - 'A' + 1;
                digits.append(place / 10).append(place % 10);
            }
        }
        return digits.toString();
    }
}
