package io.understudy.generator.surrogate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as it is written, which can be moved: day, month, year and weekday are written again in their places and in
 * their way; everything else, a time of day too, stays. "3/4" is the 3rd of April between dots or hyphens and the 4th
 * of March between slashes, unless one of them is above 12.
 */
final class CalendarDate {

    private enum Unit {
        DAY,
        MONTH,
        YEAR,
        WEEKDAY
    }

    private record Field(Unit unit, int start, int end) {}

    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<Integer, List<String>> LANGUAGES = new HashMap<>();

    private static final List<String> NAMES = List.of(
            "january february march april may june july august september october november december",
            "januar februar märz april mai juni juli august september oktober november dezember",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");

    static {
        for (int language = 0; language < NAMES.size(); language++) {
            List<String> names = Arrays.asList(NAMES.get(language).split(" ", -1));
            LANGUAGES.put(language, names);
            for (int i = 0; i < names.size(); i++) {
                MONTHS.putIfAbsent(names.get(i), 100 * language + i);
                if (language == 0) {
                    MONTHS.putIfAbsent(names.get(i).substring(0, 3), i);
                }
            }
        }
        MONTHS.put("sept", 8);
    }

    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private static final Pattern ISO =
            Pattern.compile("(?<!\\d)(\\d{4})([-/.]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![\\d/.-])(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/-])");
    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})/(\\d{4})");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)([12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\\d:])(?! *[ap]\\.?m)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[5-9]\\d\\d|20\\d\\d)(?!\\d)");

    private final String text;
    private final List<Field> fields;
    private final LocalDate date;
    private final int language;

    private CalendarDate(String text, List<Field> fields, LocalDate date, int language) {
        this.text = text;
        this.fields = fields;
        this.date = date;
        this.language = language;
    }

    /** Empty for what names no day, month or year of a calendar: "tomorrow", "two weeks ago". */
    static Optional<CalendarDate> parse(String text) {
        try {
            return read(text);
        } catch (DateTimeException e) {
            // Such as the 31st of February: not a date that can be moved.
            return Optional.empty();
        }
    }

    private static Optional<CalendarDate> read(String text) {
        List<Field> fields = new ArrayList<>();
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            fields.add(new Field(Unit.YEAR, iso.start(1), iso.end(1)));
            fields.add(new Field(Unit.MONTH, iso.start(3), iso.end(3)));
            fields.add(new Field(Unit.DAY, iso.start(4), iso.end(4)));
            return of(text, fields, number(iso, 1), number(iso, 3), number(iso, 4), 0);
        }
        Matcher numeric = NUMERIC.matcher(text);
        if (numeric.find()) {
            boolean dayFirst = number(numeric, 1) > 12
                    || (number(numeric, 3) <= 12 && !numeric.group(2).equals("/"));
            int day = dayFirst ? 1 : 3;
            int month = dayFirst ? 3 : 1;
            fields.add(new Field(Unit.DAY, numeric.start(day), numeric.end(day)));
            fields.add(new Field(Unit.MONTH, numeric.start(month), numeric.end(month)));
            fields.add(new Field(Unit.YEAR, numeric.start(4), numeric.end(4)));
            return of(text, fields, year(numeric.group(4)), number(numeric, month), number(numeric, day), 0);
        }
        Matcher yearMonth = YEAR_MONTH.matcher(text);
        if (yearMonth.matches()) {
            fields.add(new Field(Unit.YEAR, yearMonth.start(1), yearMonth.end(1)));
            fields.add(new Field(Unit.MONTH, yearMonth.start(2), yearMonth.end(2)));
            return of(text, fields, number(yearMonth, 1), number(yearMonth, 2), 15, 0);
        }
        Matcher monthYear = MONTH_YEAR.matcher(text);
        if (monthYear.matches()) {
            fields.add(new Field(Unit.MONTH, monthYear.start(1), monthYear.end(1)));
            fields.add(new Field(Unit.YEAR, monthYear.start(2), monthYear.end(2)));
            return of(text, fields, number(monthYear, 2), number(monthYear, 1), 15, 0);
        }
        return written(text, fields);
    }

    /** "Monday, 3rd of May 2024", "May 3, 2024", "May 2024", "2024". */
    private static Optional<CalendarDate> written(String text, List<Field> fields) {
        int month = -1;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            Integer found = MONTHS.get(word);
            if (found != null && month < 0) {
                month = found;
                fields.add(new Field(Unit.MONTH, words.start(), words.end()));
            } else if (weekday(word) >= 0) {
                fields.add(new Field(Unit.WEEKDAY, words.start(), words.end()));
            }
        }
        Matcher years = YEAR.matcher(text);
        boolean hasYear = years.find();
        boolean decade = hasYear && text.startsWith("s", years.end());
        if (month < 0 && (!hasYear || decade || !text.strip().equals(years.group()))) {
            return Optional.empty();
        }
        if (hasYear) {
            fields.add(new Field(Unit.YEAR, years.start(), years.end()));
        }
        int day = 15;
        Matcher days = DAY.matcher(text);
        if (month >= 0 && days.find()) {
            day = Integer.parseInt(days.group(1));
            fields.add(new Field(Unit.DAY, days.start(), days.end()));
        }
        return of(
                text,
                fields,
                // No leap year, so that a year's days come round.
                hasYear ? Integer.parseInt(years.group()) : 2023,
                month < 0 ? 7 : month % 100 + 1,
                month < 0 ? 1 : day,
                Math.max(0, month / 100));
    }

    private static Optional<CalendarDate> of(
            String text, List<Field> fields, int year, int month, int day, int language) {
        fields.sort(Comparator.comparingInt(Field::start));
        return Optional.of(new CalendarDate(text, List.copyOf(fields), LocalDate.of(year, month, day), language));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int year(String written) {
        int year = Integer.parseInt(written);
        return written.length() == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private static int weekday(String word) {
        for (int i = 0; i < WEEKDAYS.size(); i++) {
            String name = WEEKDAYS.get(i);
            if (word.equals(name) || (word.length() >= 3 && word.length() <= 5 && name.startsWith(word))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether day, month and year are all there. */
    boolean isFull() {
        return fields.stream()
                        .map(Field::unit)
                        .filter(unit -> unit != Unit.WEEKDAY)
                        .distinct()
                        .count()
                == 3;
    }

    /** The day it names; the 15th, or the 1st of July, where it names none. */
    LocalDate day() {
        return date;
    }

    /** The same date so many days and years later, in the same words. */
    String moved(int days, int years) {
        return on(date.plusYears(years).plusDays(days));
    }

    /** Another day, in the same words. */
    String on(LocalDate other) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Field field : fields) {
            out.append(text, at, field.start());
            out.append(write(field.unit(), text.substring(field.start(), field.end()), other));
            at = field.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    private String write(Unit unit, String as, LocalDate other) {
        return switch (unit) {
            case DAY -> day(as, other.getDayOfMonth(), isNumeric());
            case YEAR -> as.length() == 2 ? two(other.getYear() % 100) : Integer.toString(other.getYear());
            case MONTH ->
                Character.isDigit(as.charAt(0))
                        ? padded(as, other.getMonthValue())
                        : cased(as, name(as, other.getMonthValue() - 1));
            case WEEKDAY -> {
                String name = WEEKDAYS.get(other.getDayOfWeek().getValue() - 1);
                yield cased(as, as.length() <= 5 ? name.substring(0, 3) : name);
            }
        };
    }

    /** Whether the month is a number, so that places are filled with noughts. */
    private boolean isNumeric() {
        return fields.stream()
                .anyMatch(field -> field.unit() == Unit.MONTH && Character.isDigit(text.charAt(field.start())));
    }

    private String name(String as, int month) {
        String full = LANGUAGES.get(language).get(month);
        boolean shortened =
                language == 0 && as.length() <= 4 && !LANGUAGES.get(0).contains(as.toLowerCase(Locale.ROOT));
        return shortened ? full.substring(0, 3) : full;
    }

    private static String day(String as, int day, boolean numeric) {
        if (Character.isDigit(as.charAt(as.length() - 1))) {
            return day < 10 && !as.startsWith("0") && !numeric ? Integer.toString(day) : padded(as, day);
        }
        String ending = switch (day / 10 == 1 ? 0 : day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return day
                + (as.endsWith("H") || as.endsWith("T") || as.endsWith("D") ? ending.toUpperCase(Locale.ROOT) : ending);
    }

    /** A nought where there was one, or where there must have been one. */
    private static String padded(String as, int number) {
        return as.startsWith("0") || (as.length() == 2 && number < 10) ? two(number) : Integer.toString(number);
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static String cased(String as, String word) {
        boolean upper = as.length() > 1 && as.equals(as.toUpperCase(Locale.ROOT));
        return upper ? word.toUpperCase(Locale.ROOT) : Character.isUpperCase(as.charAt(0)) ? Names.capital(word) : word;
    }
}
