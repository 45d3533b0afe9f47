package io.understudy.core.checksum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The characters of a compact number, place by place: {@code d} a digit, {@code l} a capital, {@code x} either,
 * {@code c} a check digit, {@code k} a check letter, {@code y} a check character that may be either, {@code [A-F9]} one
 * of these; capitals and digits stand for themselves.
 */
public final class Form {

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final String pattern;
    private final List<String> places = new ArrayList<>();
    private final List<Boolean> checks = new ArrayList<>();

    private Form(String pattern) {
        this.pattern = pattern;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '[') {
                int close = pattern.indexOf(']', at);
                places.add(expand(pattern.substring(at + 1, close)));
                at = close;
            } else {
                places.add(
                        switch (c) {
                            case 'd', 'c' -> DIGITS;
                            case 'l', 'k' -> LETTERS;
                            case 'x', 'y' -> DIGITS + LETTERS;
                            default -> String.valueOf(c);
                        });
            }
            checks.add("cky".indexOf(c) >= 0);
        }
    }

    static List<Form> all(String... patterns) {
        List<Form> forms = new ArrayList<>();
        for (String pattern : patterns) {
            forms.add(new Form(pattern));
        }
        return forms;
    }

    /** As it is written in the tables. */
    public String pattern() {
        return pattern;
    }

    /** How many characters a number has. */
    public int length() {
        return places.size();
    }

    /** The characters that may stand at a place. */
    public String choices(int place) {
        return places.get(place);
    }

    /** Whether a check character stands at a place. */
    public boolean isCheck(int place) {
        return checks.get(place);
    }

    boolean matches(String compact) {
        if (compact.length() != places.size()) {
            return false;
        }
        for (int i = 0; i < compact.length(); i++) {
            if (places.get(i).indexOf(compact.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the body fits the places that are no check characters. */
    boolean takes(String body) {
        int at = 0;
        for (int place = 0; place < places.size(); place++) {
            if (!isCheck(place)) {
                if (at == body.length() || choices(place).indexOf(body.charAt(at)) < 0) {
                    return false;
                }
                at++;
            }
        }
        return at == body.length();
    }

    /** The first of the check characters that make the number hold. They are two at most: a hundred tries. */
    Optional<String> complete(String body, Predicate<String> holds) {
        return complete(new StringBuilder(), body, holds);
    }

    private Optional<String> complete(StringBuilder number, String rest, Predicate<String> holds) {
        int place = number.length();
        if (place == places.size()) {
            return Optional.of(number.toString()).filter(holds);
        }
        boolean check = isCheck(place);
        String choices = check ? choices(place) : rest.substring(0, 1);
        String left = check ? rest : rest.substring(1);
        for (int i = 0; i < choices.length(); i++) {
            number.append(choices.charAt(i));
            Optional<String> complete = complete(number, left, holds);
            if (complete.isPresent()) {
                return complete;
            }
            number.setLength(place);
        }
        return Optional.empty();
    }

    private static String expand(String set) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < set.length(); i++) {
            boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
            char last = range ? set.charAt(i + 2) : set.charAt(i);
            for (char c = set.charAt(i); c <= last; c++) {
                all.append(c);
            }
            i += range ? 2 : 0;
        }
        return all.toString();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
