package io.understudy.generator.surrogate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A way to write a date, a time or a count: {@code <d> <month> <yyyy>}. What stands in angle brackets is drawn.
 *
 * @param written as above
 * @param parts fixed texts and draws, in order
 */
record Pattern(String written, List<Function<SplittableRandom, String>> parts) {

    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };
    private static final String[] WEEKDAYS = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
    };
    private static final String[] SMALL = {
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
    private static final String[] TENS = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    private static final String[] ONES = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
    private static final String[] ORDINALS = {
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth"
    };

    /** Days end at 28, so that each exists in each month. */
    private static final Map<String, Function<SplittableRandom, String>> DRAWS = Map.ofEntries(
            number("d", 1, 29),
            padded("dd", 1, 29),
            number("m", 1, 13),
            padded("mm", 1, 13),
            Map.entry("yyyy", Pattern::year),
            padded("yy", 0, 100),
            number("h", 1, 13),
            padded("HH", 0, 24),
            padded("mi", 0, 60),
            padded("ss", 0, 60),
            number("n", 2, 100),
            number("nn", 100, 1000),
            one("month", MONTHS),
            Map.entry("mon", random -> one(MONTHS, random).substring(0, 3)),
            one("weekday", WEEKDAYS),
            Map.entry("wd", random -> one(WEEKDAYS, random).substring(0, 3)),
            Map.entry("nth", random -> nth(random.nextInt(1, 32))),
            Map.entry("onth", random -> nth(random.nextInt(1, 10))),
            Map.entry("anyth", random -> nth(random.nextInt(10, 200))),
            one("first", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
            one("ordinal", ORDINALS),
            one("small", SMALL),
            one("tens", TENS),
            one("ones", ONES),
            one(
                    "hour", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                    "twelve"),
            one("unit", "seconds", "minutes", "hours", "days", "weeks", "months", "years"),
            one("span", "days", "weeks", "months", "years"),
            one("aunit", "minute", "day", "week", "month", "year", "fortnight", "decade"),
            one("part", "morning", "afternoon", "evening"),
            one("rel", "next", "this", "last", "every"),
            one("day", "tomorrow", "yesterday", "today", "tonight"),
            one("season", "spring", "summer", "autumn", "winter"),
            one(
                    "feast",
                    "Easter",
                    "Christmas",
                    "Thanksgiving",
                    "Halloween",
                    "Passover",
                    "Diwali",
                    "Midsummer",
                    "Pentecost"),
            one("decade", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"),
            one(
                    "clock",
                    "noon",
                    "midnight",
                    "midday",
                    "sunrise",
                    "sunset",
                    "dawn",
                    "dusk",
                    "lunchtime",
                    "bedtime",
                    "teatime"),
            one("am", "am", "pm"));

    static Pattern of(String written) {
        List<Function<SplittableRandom, String>> parts = new ArrayList<>();
        for (int at = 0; at < written.length(); ) {
            int open = written.indexOf('<', at);
            String fixed = written.substring(at, open < 0 ? written.length() : open);
            if (!fixed.isEmpty()) {
                parts.add(random -> fixed);
            }
            if (open < 0) {
                break;
            }
            int close = written.indexOf('>', open);
            String name = written.substring(open + 1, close);
            if (!DRAWS.containsKey(name)) {
                throw new IllegalArgumentException("unknown <" + name + "> in pattern " + written);
            }
            parts.add(DRAWS.get(name));
            at = close + 1;
        }
        return new Pattern(written, List.copyOf(parts));
    }

    String draw(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (Function<SplittableRandom, String> part : parts) {
            text.append(part.apply(random));
        }
        return text.toString();
    }

    /** Mostly of late, as dates in text are; a few of a lifetime. */
    private static String year(SplittableRandom random) {
        return Integer.toString(random.nextInt(4) > 0 ? random.nextInt(2005, 2030) : random.nextInt(1920, 2050));
    }

    private static Map.Entry<String, Function<SplittableRandom, String>> number(String name, int from, int to) {
        return Map.entry(name, random -> Integer.toString(random.nextInt(from, to)));
    }

    private static Map.Entry<String, Function<SplittableRandom, String>> padded(String name, int from, int to) {
        return Map.entry(name, random -> {
            int value = random.nextInt(from, to);
            return (value < 10 ? "0" : "") + value;
        });
    }

    private static Map.Entry<String, Function<SplittableRandom, String>> one(String name, String... choices) {
        return Map.entry(name, random -> one(choices, random));
    }

    private static String one(String[] choices, SplittableRandom random) {
        return choices[random.nextInt(choices.length)];
    }

    private static String nth(int n) {
        String ending = switch (n % 100 / 10 == 1 ? 0 : n % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return n + ending;
    }
}
