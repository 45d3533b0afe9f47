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
 * A date as it is written, which can be moved: day, month, quarter, year and weekday are written again in their places
 * and in their way; everything else, a time of day too, stays. "3/4" is the 3rd of April between dots or hyphens and
 * the 4th of March between slashes, unless one of them is above 12. Later days and years of a text ("3 to 5 May",
 * "2019-21") keep their distance to the first.
 */
final class CalendarDate {

    private enum Unit {
        DAY,
        MONTH,
        QUARTER,
        YEAR,
        WEEKDAY
    }

    /** @param more by how many days or years it lies behind the first of its unit */
    private record Field(Unit unit, int start, int end, int more) {

        Field(Unit unit, int start, int end) {
            this(unit, start, end, 0);
        }
    }

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
            Pattern.compile("(?<![\\d:.'’])([12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\\d:])(?! *[ap]\\.?m)");
    private static final Pattern SPELLED_DAY = Pattern.compile(
            "\\b(?:(?:twenty|thirty)[- ])?(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen"
                    + "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR =
            Pattern.compile("(?<!\\d)(1[5-9]\\d\\d|20\\d\\d)(?!\\d)(?:[-–/](\\d\\d)(?![-/\\d]))?");
    private static final Pattern SHORT_YEAR = Pattern.compile("['’](\\d\\d)(?!\\d)");
    private static final Pattern QUARTER = Pattern.compile("\\b[Qq]([1-4])(?!\\d)");

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

    /** "Monday, 3rd of May 2024", "May 3, 2024", "May 2024", "Q3 2024", "summer 2024", "next Monday". */
    private static Optional<CalendarDate> written(String text, List<Field> fields) {
        int month = -1;
        int weekday = -1;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            Integer found = MONTHS.get(word);
            if (found != null && month < 0) {
                month = found;
                fields.add(new Field(Unit.MONTH, words.start(), words.end()));
            } else if (weekday(word) >= 0) {
                weekday = weekday(word);
                fields.add(new Field(Unit.WEEKDAY, words.start(), words.end()));
            }
        }
        Matcher quarters = QUARTER.matcher(text);
        if (month < 0 && quarters.find()) {
            month = 3 * Integer.parseInt(quarters.group(1)) - 2;
            fields.add(new Field(Unit.QUARTER, quarters.start(1), quarters.end(1)));
        }
        int year = years(text, fields);
        if (month < 0 && weekday < 0 && year < 0) {
            return Optional.empty();
        }
        int day =
                month < 0 || fields.stream().anyMatch(field -> field.unit() == Unit.QUARTER) ? -1 : days(text, fields);
        // A weekday alone is one of the days from Monday, 2 January 2023 on.
        boolean alone = month < 0 && year < 0;
        return of(
                text,
                fields,
                // No leap year, so that a year's days come round.
                year < 0 ? 2023 : year,
                alone ? 1 : month < 0 ? 7 : month % 100 + 1,
                alone ? 2 + weekday : month < 0 ? 1 : day < 0 ? 15 : day,
                Math.max(0, month / 100));
    }

    /** The first year, or -1; none of a decade ("1990s"). */
    private static int years(String text, List<Field> fields) {
        int first = -1;
        Matcher years = YEAR.matcher(text);
        while (years.find()) {
            if (text.regionMatches(true, years.end(1), "s", 0, 1)) {
                continue;
            }
            int year = Integer.parseInt(years.group(1));
            first = first < 0 ? year : first;
            fields.add(new Field(Unit.YEAR, years.start(1), years.end(1), year - first));
            if (years.group(2) != null) {
                int second = year / 100 * 100 + Integer.parseInt(years.group(2));
                fields.add(new Field(Unit.YEAR, years.start(2), years.end(2), second - first));
            }
        }
        Matcher shortYear = SHORT_YEAR.matcher(text);
        if (first < 0 && shortYear.find() && !text.regionMatches(true, shortYear.end(), "s", 0, 1)) {
            first = year(shortYear.group(1));
            fields.add(new Field(Unit.YEAR, shortYear.start(1), shortYear.end(1)));
        }
        return first;
    }

    /** The first day, in digits or in words, or -1. */
    private static int days(String text, List<Field> fields) {
        int first = -1;
        Matcher days = DAY.matcher(text);
        while (days.find()) {
            int at = days.start();
            if (fields.stream().noneMatch(field -> field.start() <= at && at < field.end())) {
                int day = Integer.parseInt(days.group(1));
                first = first < 0 ? day : first;
                fields.add(new Field(Unit.DAY, at, days.end(), day - first));
            }
        }
        Matcher spelled = SPELLED_DAY.matcher(text);
        if (first < 0 && spelled.find()) {
            first = Numerals.ordinal(spelled.group());
            fields.add(new Field(Unit.DAY, spelled.start(), spelled.end()));
        }
        return first;
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
        return has(Unit.DAY) && has(Unit.MONTH) && has(Unit.YEAR);
    }

    private boolean has(Unit unit) {
        return fields.stream().anyMatch(field -> field.unit() == unit);
    }

    /** What is written around the numbers and names of the date. */
    String rest() {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (Field field : fields) {
            rest.append(text, at, field.start()).append(' ');
            at = field.end();
        }
        return rest.append(text, at, text.length()).toString();
    }

    /** The day it names; the 15th, or the 1st of July, where it names none. */
    LocalDate day() {
        return date;
    }

    /** The same date so many days and years later, in the same words. */
    String moved(int days, int years) {
        LocalDate other = date.plusYears(years).plusDays(days);
        // The year is not known: the days of the week move by themselves.
        int weekday = has(Unit.YEAR) ? other.getDayOfWeek().getValue() - 1 : Math.floorMod(weekday() + days, 7);
        return on(other, weekday);
    }

    private int weekday() {
        return fields.stream()
                .filter(field -> field.unit() == Unit.WEEKDAY)
                .mapToInt(field ->
                        weekday(text.substring(field.start(), field.end()).toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(0);
    }

    /** Another day, in the same words. */
    String on(LocalDate other) {
        return on(other, other.getDayOfWeek().getValue() - 1);
    }

    private String on(LocalDate other, int weekday) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Field field : fields) {
            out.append(text, at, field.start());
            out.append(write(field, text.substring(field.start(), field.end()), other, weekday));
            at = field.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    private String write(Field field, String as, LocalDate other, int weekday) {
        return switch (field.unit()) {
            case DAY -> {
                int day = Math.min(other.getDayOfMonth() + field.more(), other.lengthOfMonth());
                yield Character.isDigit(as.charAt(0)) ? day(as, day, isNumeric()) : cased(as, Numerals.ordinalOf(day));
            }
            case YEAR -> {
                int year = other.getYear() + field.more();
                yield as.length() == 2 ? two(year % 100) : Integer.toString(year);
            }
            case MONTH ->
                Character.isDigit(as.charAt(0))
                        ? padded(as, other.getMonthValue())
                        : cased(as, name(as, other.getMonthValue() - 1));
            case QUARTER -> Integer.toString((other.getMonthValue() + 2) / 3);
            case WEEKDAY -> {
                String name = WEEKDAYS.get(weekday);
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
