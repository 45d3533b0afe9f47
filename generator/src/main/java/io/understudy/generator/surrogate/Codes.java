package io.understudy.generator.surrogate;

import io.understudy.core.Shape;
import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Identifiers without a known rule: digits for digits, letters for letters, marks as they were. No range is reserved
 * for them, so a drawn one may exist somewhere.
 */
final class Codes {

    private static final String ALPHANUMERIC = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private Codes() {}

    /** As the original; as {@code pattern} where nothing is known of the original. */
    static Source like(String pattern) {
        Look usual = Look.of(new Shape(pattern));
        return wish -> {
            Look look = wish.look().has(Run.DIGITS) || wish.look().has(Run.LETTERS) ? wish.look() : usual;
            return wish.original()
                    .flatMap(Codes::permuted)
                    .orElseGet(
                            () -> follow(look, wish.random(), wish.relaxed() ? wish.effort() / Wish.RELAXED * 2 : 0));
        };
    }

    /** Another of all codes of the original's form; empty where it has other letters, or all were refused. */
    private static Optional<String> permuted(Original original) {
        String surface = original.surface();
        List<String> places = new ArrayList<>();
        for (int i = 0; i < surface.length(); i++) {
            char c = surface.charAt(i);
            if (c > 0x7e || (c < ' ' && c != '\t')) {
                return Optional.empty();
            }
            // Whether it begins with a nought stays, so that no two forms share a number.
            boolean first = i == 0 && surface.length() > 1;
            places.add(
                    c >= '0' && c <= '9'
                            ? first ? c == '0' ? "0" : "123456789" : "0123456789"
                            : c >= 'a' && c <= 'z'
                                    ? "abcdefghijklmnopqrstuvwxyz"
                                    : c >= 'A' && c <= 'Z' ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : String.valueOf(c));
        }
        Draft draft = new Draft(places);
        String form = surface.replaceAll("[a-z]", "x").replaceAll("[A-Z]", "X").replaceAll("[0-9]", "d");
        return draft.size().equals(BigInteger.ONE)
                ? Optional.empty()
                : original.deal()
                        .permuted(Stock.of(form.toLowerCase(Locale.ROOT), draft), draft.index(surface), Optional::of);
    }

    /** @param more digits added to the last run, so that short codes do not run out */
    static String follow(Look look, SplittableRandom random, int more) {
        StringBuilder code = new StringBuilder();
        for (Token token : look.tokens()) {
            switch (token.run()) {
                case DIGITS ->
                    code.append(
                            code.length() == 0 && token.text().length() > 1
                                    ? number(token.text().length(), random)
                                    : digits(token.text().length(), random));
                case LETTERS -> code.append(letters(token.text(), random));
                case SPACE -> code.append(' ');
                case MARK -> code.append(isPlain(token.text()) ? token.text() : "");
            }
        }
        return code.append(digits(more, random)).toString().strip();
    }

    /** As many digits; a shape does not tell how many letters a run had, so two or three stand for many. */
    private static String letters(String run, SplittableRandom random) {
        int count = run.equals("X") || run.equals("x") ? 1 : run.equals("XX") ? 2 : 3;
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return Look.cased(run, letters.toString());
    }

    static String digits(int count, SplittableRandom random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** A small one. */
    static String letter(SplittableRandom random) {
        return String.valueOf((char) ('a' + random.nextInt(26)));
    }

    /** Digits that do not begin with 0. */
    static String number(int count, SplittableRandom random) {
        return (char) ('1' + random.nextInt(9)) + digits(count - 1, random);
    }

    /** A prefix that says what it is, so that no scanner takes it for a key in use. */
    static String apiKey(Wish wish) {
        StringBuilder key = new StringBuilder("test_");
        for (int i = 0; i < 28; i++) {
            key.append(ALPHANUMERIC.charAt(wish.random().nextInt(ALPHANUMERIC.length())));
        }
        return key.toString();
    }

    private static boolean isPlain(String mark) {
        return mark.length() == 1 && mark.charAt(0) > ' ' && mark.charAt(0) < 0x7f;
    }
}
