package io.understudy.generator.surrogate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times of the original, moved by the offset of their document, in its own words: dates by days, times of day
 * by whole hours, decades by ten years. What only counts ("two weeks ago", "45 minutes") counts a little more or less
 * of the same unit. What names no moment by itself ("tomorrow", "noon") stays.
 */
final class Moved {

    private static final String HOUR_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
    private static final List<String> HOURS =
            List.of(("twelve|" + HOUR_WORD).split("\\|", 13)).subList(0, 12);

    private static final String HALF = "(?: ?([ap])(\\.?)m\\b)";

    /** Hour, what stands behind it, half of the day. */
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d:.])([01]?\\d|2[0-4])([:.h][0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?)?" + HALF + "?(?![\\d:])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MILITARY = Pattern.compile("(?<!\\d)([01]\\d|2[0-3])([0-5]\\d)(?!\\d)");
    private static final Pattern SAID = Pattern.compile(
            "(?<=\\b(?:past|to|at|about|around|until|till|by) |^)(" + HOUR_WORD
                    + "|1[0-2]|0?[1-9])(?= ?o['’]? ?clock\\b| ?[ap]\\.?m\\b|$| (?:thirty|fifteen|forty-five|in the)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DECADE = Pattern.compile("(?<!\\d)((?:1[5-9]|20)?)(\\d)0(?=['’]?s\\b)");
    private static final List<String> DECADES =
            List.of("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties");
    private static final Pattern SPELLED_DECADE =
            Pattern.compile("\\b(?:" + String.join("|", DECADES) + ")\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern JOINT =
            Pattern.compile(" ?[–—] ?| - | (?:to|until|till|through|and) ", Pattern.CASE_INSENSITIVE);

    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![.+-])\\d{3}");

    private Moved() {}

    /** A date; empty where the text says something else too. */
    static Optional<String> date(String text, int days) {
        return span(text, days).or(() -> one(text, days)).or(() -> decade(text));
    }

    private static Optional<String> one(String text, int days) {
        return CalendarDate.parse(text).filter(date -> isPlain(date.rest())).map(date -> date.moved(days, 0));
    }

    /** "May 2016 to August 2022": each end by itself. */
    private static Optional<String> span(String text, int days) {
        Matcher joints = JOINT.matcher(text);
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (joints.find()) {
            parts.add(text.substring(at, joints.start()));
            parts.add(joints.group());
            at = joints.end();
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        parts.add(text.substring(at));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Optional<String> moved = i % 2 == 1 ? Optional.of(parts.get(i)) : one(parts.get(i), days);
            if (moved.isEmpty()) {
                return Optional.empty();
            }
            out.append(moved.get());
        }
        return Optional.of(out.toString());
    }

    private static Optional<String> decade(String text) {
        Matcher decade = DECADE.matcher(text);
        if (decade.find()) {
            String century = decade.group(1);
            int tens = Integer.parseInt(century + decade.group(2)) - 1;
            String written = century.isEmpty() ? Integer.toString(Math.floorMod(tens, 10)) : Integer.toString(tens);
            return Optional.of(text.substring(0, decade.start()) + written + text.substring(decade.end() - 1))
                    .filter(moved -> isPlain(DECADE.matcher(text).replaceAll("").replaceAll("['’]?s\\b", "")));
        }
        Matcher spelled = SPELLED_DECADE.matcher(text);
        if (spelled.find() && Everyday.is(text)) {
            int before = Math.floorMod(DECADES.indexOf(spelled.group().toLowerCase(Locale.ROOT)) - 1, DECADES.size());
            return Optional.of(spelled.replaceFirst(cased(spelled.group(), DECADES.get(before))));
        }
        return Optional.empty();
    }

    /** A time of the day; empty where the text names no hour, or says something else too. */
    static Optional<String> time(String text, int hours) {
        Matcher clock = CLOCK.matcher(text);
        StringBuilder out = new StringBuilder();
        boolean any = false;
        while (clock.find()) {
            boolean isTime = clock.group(2) != null || clock.group(3) != null;
            any |= isTime;
            clock.appendReplacement(out, isTime ? Matcher.quoteReplacement(clock(clock, hours)) : "$0");
        }
        clock.appendTail(out);
        if (any) {
            return Optional.of(out.toString())
                    .filter(moved -> isPlain(CLOCK.matcher(text).replaceAll(" ")));
        }
        Matcher said = SAID.matcher(text);
        if (said.find() && isPlain(text)) {
            String hour = said.group();
            int number = Character.isDigit(hour.charAt(0))
                    ? Integer.parseInt(hour)
                    : HOURS.indexOf(hour.toLowerCase(Locale.ROOT));
            int other = Math.floorMod(number + hours, 12);
            String written = Character.isDigit(hour.charAt(0))
                    ? Integer.toString(other == 0 ? 12 : other)
                    : cased(hour, HOURS.get(other));
            return Optional.of(text.substring(0, said.start()) + written + text.substring(said.end()));
        }
        Matcher military = MILITARY.matcher(text);
        if (military.find() && isPlain(military.replaceFirst(" "))) {
            int hour = Math.floorMod(Integer.parseInt(military.group(1)) + hours, 24);
            return Optional.of(text.substring(0, military.start()) + two(hour) + text.substring(military.start() + 2));
        }
        return Optional.empty();
    }

    private static String clock(Matcher clock, int hours) {
        String written = clock.group(1);
        String behind = clock.group(2) == null ? "" : clock.group(2);
        boolean padded = written.startsWith("0") && written.length() == 2;
        if (clock.group(3) == null) {
            int hour = Math.floorMod(Integer.parseInt(written) + hours, 24);
            // Where two digits are usual, "8:15" is written so only by those who write no nought.
            return (padded ? two(hour) : Integer.toString(hour)) + behind;
        }
        boolean after = clock.group(3).equalsIgnoreCase("p");
        int hour = Math.floorMod(Integer.parseInt(written) % 12 + (after ? 12 : 0) + hours, 24);
        int twelfth = hour % 12 == 0 ? 12 : hour % 12;
        String half = clock.group().substring(clock.start(3) - clock.start());
        boolean upper = Character.isUpperCase(half.charAt(0));
        char letter = hour < 12 ? 'a' : 'p';
        String gap = clock.group().substring(written.length() + behind.length(), clock.start(3) - clock.start());
        return (padded ? two(twelfth) : Integer.toString(twelfth))
                + behind
                + gap
                + (upper ? Character.toUpperCase(letter) : letter)
                + half.substring(1);
    }

    /** As many, or nearly, of the same unit; empty where the text counts nothing, or says something else too. */
    static Optional<String> count(String text, int effort, SplittableRandom random) {
        boolean words = text.chars().anyMatch(Character::isLetter);
        return words && !Everyday.is(text.replaceAll("\\d", " "))
                ? Optional.empty()
                : Optional.of(Numerals.near(Jitter.numbers(text, effort, random), effort, random));
    }

    /** The text itself where it names no moment. */
    static Optional<String> none(String text) {
        return Everyday.is(text) ? Optional.of(text) : Optional.empty();
    }

    /** Whether nothing is said but usual words and a few digits, as of a time zone. */
    private static boolean isPlain(String text) {
        return !LONG_NUMBER.matcher(text).find()
                && (text.chars().noneMatch(Character::isLetter) || Everyday.is(text.replaceAll("\\d", " ")));
    }

    private static String cased(String as, String word) {
        return Character.isUpperCase(as.charAt(0)) ? Names.capital(word) : word;
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
