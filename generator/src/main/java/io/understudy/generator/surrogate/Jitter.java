package io.understudy.generator.surrogate;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers near other numbers: as many digits, rounded alike (noughts at the end stay), in the same punctuation; by at
 * most a quarter more or less, and a little more each time one is refused.
 */
final class Jitter {

    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d.,'’\\u00a0]*\\d)?");

    private Jitter() {}

    /** Every number in the text; what is not a number stays. */
    static String numbers(String text, int effort, SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        Matcher numbers = NUMBER.matcher(text);
        int at = 0;
        while (numbers.find()) {
            out.append(text, at, numbers.start()).append(near(numbers.group(), effort, random));
            at = numbers.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    private static String near(String written, int effort, SplittableRandom random) {
        String digits = written.replaceAll("\\D", "");
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return written;
        }
        int zeros = digits.length() - digits.replaceAll("0+$", "").length();
        BigInteger unit = BigInteger.TEN.pow(Math.min(zeros, digits.length() - 1));
        BigInteger value = new BigInteger(digits);
        if (written.equals("1")) {
            // What is counted stands behind it, in the singular.
            return written;
        }
        int places = digits.replaceAll("^0+", "").length();
        BigInteger least =
                places == 1 && digits.equals(written) ? BigInteger.TWO : BigInteger.TEN.pow(Math.max(0, places - 1));
        BigInteger most = BigInteger.TEN.pow(Math.max(1, places));
        for (int i = 0; ; i++) {
            double reach = .25 + .1 * (effort + i / 4.0);
            long percent = Math.round(10_000 * (1 + reach * (2 * random.nextDouble() - 1)));
            BigInteger near =
                    value.multiply(BigInteger.valueOf(Math.max(0, percent))).divide(BigInteger.valueOf(10_000L));
            near = near.divide(unit).multiply(unit);
            boolean same = near.equals(value) || near.compareTo(least) < 0 || near.compareTo(most) >= 0;
            if (!same || i > 40) {
                return laidOut(
                        written, same ? value.add(unit).mod(most.multiply(BigInteger.TEN)) : near, digits.length());
            }
        }
    }

    private static String laidOut(String written, BigInteger number, int length) {
        String plain = number.toString();
        String digits = "0".repeat(Math.max(0, length - plain.length())) + plain;
        StringBuilder out = new StringBuilder(digits.substring(0, Math.max(0, digits.length() - length)));
        int at = out.length();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            out.append(Character.isDigit(c) ? digits.charAt(at++) : c);
        }
        return out.toString();
    }
}
