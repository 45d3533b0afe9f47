package io.understudy.templates.grammar;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * {@code 08:00..20:00}, {@code 08:00..20:00 by 30 minutes as "h:mm a"}.
 *
 * @param step minutes, above 0
 * @param style a pattern of {@link DateTimeFormatter}, in English; empty: {@code 14:30}
 */
public record Times(LocalTime first, LocalTime last, int step, Optional<String> style) implements Progression {

    private static final int HOUR = 60;

    /** @throws IllegalArgumentException if the last is before the first, or the style is no pattern for times */
    public Times {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the range ends before it begins");
        }
        if (step < 1) {
            throw new IllegalArgumentException("the step of a range of times is a number of minutes or hours");
        }
        try {
            formatted(style, first);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the style is no pattern for times, such as \"h:mm a\"", e);
        }
    }

    @Override
    public long size() {
        return (minutes(last) - minutes(first)) / step + 1;
    }

    @Override
    public String surface(long index) {
        return formatted(style, time(index));
    }

    @Override
    public String value(long index) {
        return time(index).toString();
    }

    private LocalTime time(long index) {
        return first.plusMinutes(index * step);
    }

    private static long minutes(LocalTime time) {
        return (long) time.getHour() * HOUR + time.getMinute();
    }

    private static String formatted(Optional<String> style, LocalTime time) {
        return style.isEmpty() ? time.toString() : Patterns.of(style.get()).format(time);
    }

    @Override
    public String toString() {
        String by = step == 1 ? "" : step % HOUR == 0 ? " by " + step / HOUR + " hours" : " by " + step + " minutes";
        return first + ".." + last + by
                + style.map(pattern -> " as \"" + pattern + "\"").orElse("");
    }
}
