package io.understudy.core.checksum;

/**
 * The check digit that finds every single wrong digit and every swap of neighbours: J. Verhoeff, "Error detecting
 * decimal codes", 1969. Digits are permuted by their place and multiplied in the dihedral group of order 10.
 */
public final class Verhoeff {

    private static final int[] PERMUTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private Verhoeff() {}

    /** @param digits only 0 to 9, the check digit last */
    public static boolean holds(CharSequence digits) {
        return product(digits, 0) == 0;
    }

    /** The digit that makes {@code body} right when it is added at the end. */
    public static int digit(CharSequence body) {
        int product = product(body, 1);
        // Reflections are their own inverse.
        return product < 5 ? (5 - product) % 5 : product;
    }

    private static int product(CharSequence digits, int place) {
        int product = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            for (int times = 0; times < (i + place) % 8; times++) {
                digit = PERMUTATION[digit];
            }
            product = multiply(product, digit);
        }
        return product;
    }

    private static int multiply(int a, int b) {
        int rotation = a < 5 ? (a + b) % 5 : Math.floorMod(a - b, 5);
        return (a < 5) == (b < 5) ? rotation : 5 + rotation;
    }
}
