package io.understudy.templates.grammar.text;

import io.understudy.templates.grammar.Dates;
import io.understudy.templates.grammar.Numbers;
import io.understudy.templates.grammar.Progression;
import io.understudy.templates.grammar.Times;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranges as they are written between angle brackets. */
final class Ranges {

    /** Begins like a range. */
    static final Pattern START = Pattern.compile("\\s*-?\\d[\\d.:-]*\\.\\.");

    private static final Pattern RANGE = Pattern.compile("\\s*(-?[\\d:-]+(?:\\.\\d+)?)\\.\\.(-?[\\d:-]+(?:\\.\\d+)?)"
            + "(?:\\s+by\\s+(\\d+(?:\\.\\d+)?)(?:\\s+([a-z]+))?)?"
            + "(?:\\s+as\\s+(?:\"([^\"]*)\"|([a-z]+)))?\\s*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private Ranges() {}

    /** @throws IllegalArgumentException if it is no range */
    static Progression read(String written) {
        Matcher range = RANGE.matcher(written);
        if (!range.matches()) {
            throw new IllegalArgumentException(
                    "no range; expected FROM..TO [by STEP [UNIT]] [as STYLE], such as 1..31 or"
                            + " 08:00..20:00 by 30 minutes as \"h:mm a\"");
        }
        String first = range.group(1);
        String last = range.group(2);
        Optional<String> step = Optional.ofNullable(range.group(3));
        Optional<String> unit = Optional.ofNullable(range.group(4));
        Optional<String> pattern = Optional.ofNullable(range.group(5));
        Optional<String> word = Optional.ofNullable(range.group(6));
        if (NUMBER.matcher(first).matches() && NUMBER.matcher(last).matches()) {
            if (pattern.isPresent() || unit.isPresent()) {
                throw new IllegalArgumentException(
                        "a range of numbers has no unit and no pattern; expected 'as words' or 'as ordinal'");
            }
            return numbers(first, last, step.orElse("1"), word);
        }
        if (word.isPresent()) {
            throw new IllegalArgumentException("a range of dates or times is written as a pattern in quotes");
        }
        try {
            if (DATE.matcher(first).matches() && DATE.matcher(last).matches()) {
                return new Dates(
                        LocalDate.parse(first),
                        LocalDate.parse(last),
                        whole(step),
                        dateUnit(unit.orElse("days")),
                        pattern);
            }
            if (TIME.matcher(first).matches() && TIME.matcher(last).matches()) {
                return new Times(
                        LocalTime.parse(first),
                        LocalTime.parse(last),
                        (int) Math.min(10_000, whole(step)) * minutes(unit.orElse("minutes")),
                        pattern);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no such date or time", e);
        }
        throw new IllegalArgumentException(
                "the two ends are not numbers, dates (2025-05-03) or times (14:30) of one kind");
    }

    private static Numbers numbers(String first, String last, String step, Optional<String> word) {
        BigDecimal from = new BigDecimal(first);
        BigDecimal to = new BigDecimal(last);
        BigDecimal by = new BigDecimal(step);
        int decimals = Math.max(from.scale(), Math.max(to.scale(), by.scale()));
        String digits = first.startsWith("-") ? first.substring(1) : first;
        String whole = digits.split("\\.", 2)[0];
        int width = whole.length() > 1 && whole.startsWith("0") ? whole.length() : 0;
        Numbers.Style style = switch (word.orElse("digits")) {
            case "digits" -> Numbers.Style.DIGITS;
            case "words" -> Numbers.Style.WORDS;
            case "ordinal" -> Numbers.Style.ORDINAL;
            default ->
                throw new IllegalArgumentException(
                        "unknown style '" + word.get() + "'; have: words, ordinal, or a pattern in quotes");
        };
        return new Numbers(units(from, decimals), units(to, decimals), units(by, decimals), decimals, width, style);
    }

    private static long units(BigDecimal number, int decimals) {
        try {
            return number.movePointRight(decimals).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a number of the range has too many digits", e);
        }
    }

    private static long whole(Optional<String> step) {
        if (step.isPresent() && !step.get().matches("\\d{1,6}")) {
            throw new IllegalArgumentException("the step of a range of dates or times is a whole number");
        }
        return step.map(Long::parseLong).orElse(1L);
    }

    private static ChronoUnit dateUnit(String unit) {
        return switch (plural(unit)) {
            case "days" -> ChronoUnit.DAYS;
            case "weeks" -> ChronoUnit.WEEKS;
            case "months" -> ChronoUnit.MONTHS;
            case "years" -> ChronoUnit.YEARS;
            default ->
                throw new IllegalArgumentException("unknown unit '" + unit + "'; have: days, weeks, months, years");
        };
    }

    private static int minutes(String unit) {
        return switch (plural(unit)) {
            case "minutes" -> 1;
            case "hours" -> 60;
            default -> throw new IllegalArgumentException("unknown unit '" + unit + "'; have: minutes, hours");
        };
    }

    private static String plural(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        return lower.endsWith("s") ? lower : lower + "s";
    }
}
