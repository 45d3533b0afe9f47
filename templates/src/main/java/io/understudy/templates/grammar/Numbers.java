package io.understudy.templates.grammar;

import io.understudy.core.text.NumberWords;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * {@code 1..31}, {@code 01..31}, {@code 0.5..2.5 by 0.5}, {@code 1..12 as words}.
 *
 * @param first in units of the last decimal
 * @param last in units of the last decimal
 * @param step in units of the last decimal, above 0
 * @param decimals digits behind the point, 0 to 9
 * @param width least number of digits before the point, filled with zeros; 0: as they come
 */
public record Numbers(long first, long last, long step, int decimals, int width, Style style) implements Progression {

    /** How numbers are written. */
    public enum Style {
        DIGITS,
        /** {@code twenty-one}. */
        WORDS,
        /** {@code 21st}. */
        ORDINAL
    }

    private static final long MOST = 1_000_000_000_000_000L;
    private static final int MOST_DECIMALS = 9;

    /**
     * @throws IllegalArgumentException if a number is too large, the last is before the first, or the style does not
     *     fit
     */
    public Numbers {
        if (Math.abs(first) > MOST || Math.abs(last) > MOST) {
            throw new IllegalArgumentException("a number of the range has more than 15 digits");
        }
        if (decimals > MOST_DECIMALS || width > MOST_DECIMALS * 2) {
            throw new IllegalArgumentException("a number of the range has too many digits");
        }
        if (step < 1 || step > MOST) {
            throw new IllegalArgumentException("the step of the range is not above 0");
        }
        if (last < first) {
            throw new IllegalArgumentException("the range ends before it begins");
        }
        if (style != Style.DIGITS && decimals > 0) {
            throw new IllegalArgumentException("only whole numbers can be written as words or ordinals");
        }
        if (style == Style.WORDS && (Math.abs(first) > NumberWords.MOST || Math.abs(last) > NumberWords.MOST)) {
            throw new IllegalArgumentException("only numbers below a billion can be written as words");
        }
        if (style == Style.ORDINAL && first < 0) {
            throw new IllegalArgumentException("only numbers from 0 can be written as ordinals");
        }
    }

    public static Numbers of(long first, long last) {
        return new Numbers(first, last, 1, 0, 0, Style.DIGITS);
    }

    @Override
    public long size() {
        return (last - first) / step + 1;
    }

    @Override
    public String surface(long index) {
        long number = first + index * step;
        return switch (style) {
            case DIGITS -> digits(number, width);
            case WORDS -> NumberWords.of(number);
            case ORDINAL -> digits(number, width) + NumberWords.suffix(number);
        };
    }

    @Override
    public String value(long index) {
        return digits(first + index * step, 0);
    }

    /** The index whose surface, in digits, this is; empty where there is none or the style is another. */
    public OptionalLong indexOf(String surface) {
        int digits = surface.length() - (surface.startsWith("-") ? 1 : 0);
        if (style != Style.DIGITS || digits < 1 || digits > 18) {
            return OptionalLong.empty();
        }
        for (int i = surface.length() - digits; i < surface.length(); i++) {
            char c = surface.charAt(i);
            if ((c < '0' || c > '9') && !(c == '.' && decimals > 0)) {
                return OptionalLong.empty();
            }
        }
        long number;
        try {
            number = new BigDecimal(surface).movePointRight(decimals).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalLong.empty();
        }
        boolean inside = number >= first && number <= last && (number - first) % step == 0;
        return inside && digits(number, width).equals(surface)
                ? OptionalLong.of((number - first) / step)
                : OptionalLong.empty();
    }

    private String digits(long number, int width) {
        if (decimals == 0 && width == 0) {
            return Long.toString(number);
        }
        String plain = BigDecimal.valueOf(Math.abs(number), decimals).toPlainString();
        int whole = decimals == 0 ? plain.length() : plain.indexOf('.');
        return (number < 0 ? "-" : "") + "0".repeat(Math.max(0, width - whole)) + plain;
    }

    @Override
    public String toString() {
        return digits(first, width) + ".." + digits(last, width) + (step == 1 ? "" : " by " + digits(step, 0))
                + (style == Style.DIGITS ? "" : " as " + style.name().toLowerCase(Locale.ROOT));
    }
}
