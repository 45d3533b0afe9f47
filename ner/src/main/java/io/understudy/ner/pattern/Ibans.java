package io.understudy.ner.pattern;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.checksum.Iban;
import java.util.Locale;
import java.util.Optional;

/**
 * International bank account numbers (ISO 13616): a country, two check digits, and as many letters and digits as the
 * country has; written in one, or in groups parted by a space or line break; mod 97 equals 1.
 */
final class Ibans {

    private Ibans() {}

    /** @param at where a word of two letters or more begins */
    static Optional<Mention> match(String text, int at) {
        if (at + 4 > text.length() || !isDigit(text.charAt(at + 2)) || !isDigit(text.charAt(at + 3))) {
            return Optional.empty();
        }
        int length =
                Iban.length(text.substring(at, at + 2).toUpperCase(Locale.ROOT)).orElse(0);
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
        return length > 0 && alone && compact.length() == length && Iban.holds(compact)
                ? Optional.of(new Mention(at, end, Label.IBAN))
                : Optional.empty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
