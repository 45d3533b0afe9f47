package io.understudy.core.text;

/** Whole numbers in English words. */
public final class NumberWords {

    public static final long MOST = 999_999_999L;

    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private NumberWords() {}

    /** {@code one hundred and twenty-one}. */
    public static String of(long number) {
        if (number < 0) {
            return "minus " + of(-number);
        }
        if (number < 20) {
            return SMALL[(int) number];
        }
        if (number < 100) {
            return TENS[(int) (number / 10)] + (number % 10 == 0 ? "" : "-" + SMALL[(int) (number % 10)]);
        }
        if (number < 1000) {
            return SMALL[(int) (number / 100)] + " hundred" + (number % 100 == 0 ? "" : " and " + of(number % 100));
        }
        return number < 1_000_000 ? scaled(number, 1000, " thousand") : scaled(number, 1_000_000, " million");
    }

    /** {@code st}, {@code nd}, {@code rd} or {@code th}. */
    public static String suffix(long number) {
        long teen = number % 100;
        if (teen >= 11 && teen <= 13) {
            return "th";
        }
        return switch ((int) (number % 10)) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private static String scaled(long number, long scale, String name) {
        long rest = number % scale;
        String joint = rest == 0 ? "" : (rest < 100 ? " and " : " ") + of(rest);
        return of(number / scale) + name + joint;
    }
}
