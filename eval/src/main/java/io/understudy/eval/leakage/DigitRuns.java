package io.understudy.eval.leakage;

import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Digits of identifiers, however they are grouped: "5550134-77", "555 0134 77" and "(555) 0134.77" are one run. Digits
 * belong together where no letter and at most three other characters stand between them. A run of 7 or 8 digits is its
 * own key, a longer one is known by its last 9, so that a national number equals its international form.
 */
final class DigitRuns {

    /** Fewer digits identify nobody. */
    static final int SHORTEST = 7;

    /** A key modulo this is the number that its digits make. */
    static final long MODULUS = 1_000_000_000L;

    private static final int KEPT = 9;
    private static final int WIDEST_GAP = 3;
    private static final long[] MODULI = {10_000_000L, 100_000_000L, MODULUS};

    private static final Set<String> TWO_DIGIT_CODES = Set.of(
            ("20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84"
                            + " 86 90 91 92 93 94 95 98")
                    .split(" ", -1));

    private DigitRuns() {}

    /** The key of each run in a surface: what is remembered. */
    static void whole(String surface, LongConsumer keys) {
        scan(surface, (value, length, runEnds) -> {
            if (runEnds && length >= SHORTEST) {
                keys.accept(tail(value, Math.min(length, KEPT)));
            }
        });
    }

    /** As {@link #whole}, and the key of the national number where a surface is an international one ("+47 22 ..."). */
    static void all(String surface, LongConsumer keys) {
        whole(surface, keys);
        String bare = surface.strip();
        String digits = bare.replaceAll("\\D", "");
        int at = bare.startsWith("+") ? 0 : bare.startsWith("00") ? 2 : -1;
        if (at >= 0) {
            int national = at + countryCode(digits.substring(at));
            if (digits.length() - national >= SHORTEST) {
                whole(digits.substring(national), keys);
            }
        }
    }

    /** How many digits the country code has: zones 1 and 7 one, those listed two, all others three (ITU-T E.164). */
    private static int countryCode(String digits) {
        if (digits.startsWith("1") || digits.startsWith("7")) {
            return 1;
        }
        return digits.length() > 1 && TWO_DIGIT_CODES.contains(digits.substring(0, 2)) ? 2 : 3;
    }

    /** The last four digits of each run: weak, and for cues only. */
    static void lastFour(String surface, LongConsumer keys) {
        scan(surface, (value, length, runEnds) -> {
            if (runEnds && length >= SHORTEST) {
                keys.accept(value % 10_000);
            }
        });
    }

    /** The key of every 7, 8 and 9 digits that end where a group of digits ends: what is looked up in a text. */
    static void ends(String text, LongConsumer keys) {
        scan(text, (value, length, runEnds) -> {
            for (int digits = SHORTEST; !runEnds && digits <= Math.min(length, KEPT); digits++) {
                keys.accept(tail(value, digits));
            }
        });
    }

    /** Told at the end of each group of digits, and once more at the end of each run. */
    private interface Groups {
        void end(long value, int length, boolean runEnds);
    }

    private static void scan(String text, Groups groups) {
        long value = 0;
        int length = 0;
        int gap = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isDigit(c)) {
                value = (value * 10 + Character.digit(c, 10)) % MODULUS;
                length++;
                gap = 0;
                if (at >= text.length() || !Character.isDigit(text.codePointAt(at))) {
                    groups.end(value, length, false);
                }
            } else if (length > 0 && (Character.isLetter(c) || ++gap > WIDEST_GAP)) {
                groups.end(value, length, true);
                value = 0;
                length = 0;
                gap = 0;
            }
        }
        groups.end(value, length, true);
    }

    /** Exact, not a hash: the last digits and how many they are. */
    private static long tail(long value, int digits) {
        return digits * MODULUS + value % MODULI[digits - SHORTEST];
    }
}
