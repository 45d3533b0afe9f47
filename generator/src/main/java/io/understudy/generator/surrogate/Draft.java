package io.understudy.generator.surrogate;

import io.understudy.core.checksum.Form;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The places of a number that is to be drawn: {@code d} a digit, {@code l} a capital, {@code [A-F9]} one of these, any
 * other character itself.
 *
 * @param places what may stand at each
 */
record Draft(List<String> places) {

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    Draft {
        places = List.copyOf(places);
    }

    static Draft of(String pattern) {
        List<String> places = new ArrayList<>();
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '[') {
                int close = pattern.indexOf(']', at);
                places.add(set(pattern.substring(at + 1, close)));
                at = close;
            } else {
                places.add(c == 'd' ? DIGITS : c == 'l' ? LETTERS : String.valueOf(c));
            }
        }
        return new Draft(places);
    }

    /** What a form leaves to chance: all but its check digits. */
    static Draft of(Form form) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < form.length(); i++) {
            if (!form.isCheck(i)) {
                places.add(form.choices(i));
            }
        }
        return new Draft(places);
    }

    private static String set(String written) {
        StringBuilder set = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            if (i + 2 < written.length() && written.charAt(i + 1) == '-') {
                for (char c = written.charAt(i); c <= written.charAt(i + 2); c++) {
                    set.append(c);
                }
                i += 2;
            } else {
                set.append(written.charAt(i));
            }
        }
        return set.toString();
    }

    String draw(SplittableRandom random) {
        StringBuilder number = new StringBuilder(places.size());
        for (String place : places) {
            number.append(place.length() == 1 ? place.charAt(0) : place.charAt(random.nextInt(place.length())));
        }
        return number.toString();
    }

    /** How many numbers there are. */
    BigInteger size() {
        BigInteger size = BigInteger.ONE;
        for (String place : places) {
            size = size.multiply(BigInteger.valueOf(place.length()));
        }
        return size;
    }

    /** The number of this index, from 0 on. */
    String at(BigInteger index) {
        char[] number = new char[places.size()];
        BigInteger left = index;
        for (int i = number.length - 1; i >= 0; i--) {
            BigInteger[] parts =
                    left.divideAndRemainder(BigInteger.valueOf(places.get(i).length()));
            number[i] = places.get(i).charAt(parts[1].intValue());
            left = parts[0];
        }
        return String.valueOf(number);
    }

    /** The index of a number that {@linkplain #holds may have been drawn}. */
    BigInteger index(String number) {
        BigInteger index = BigInteger.ZERO;
        for (int i = 0; i < number.length(); i++) {
            String place = places.get(i);
            index = index.multiply(BigInteger.valueOf(place.length()))
                    .add(BigInteger.valueOf(place.indexOf(number.charAt(i))));
        }
        return index;
    }

    /** Whether the number may have been drawn. */
    boolean holds(String number) {
        boolean holds = number.length() == places.size();
        for (int i = 0; holds && i < number.length(); i++) {
            holds = places.get(i).indexOf(number.charAt(i)) >= 0;
        }
        return holds;
    }
}
