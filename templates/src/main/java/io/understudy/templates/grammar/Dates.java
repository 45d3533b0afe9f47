package io.understudy.templates.grammar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code 2024-01-01..2024-12-31}, {@code 2024-01-01..2024-12-31 by 7 days as "d MMMM"}.
 *
 * @param step above 0
 * @param unit days, weeks, months or years
 * @param style a pattern of {@link DateTimeFormatter}, in English; empty: {@code 2024-05-03}
 */
public record Dates(LocalDate first, LocalDate last, long step, ChronoUnit unit, Optional<String> style)
        implements Progression {

    /** @throws IllegalArgumentException if the last is before the first, or the style is no pattern for dates */
    public Dates {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the range ends before it begins");
        }
        if (step < 1 || !unit.isDateBased() || unit.compareTo(ChronoUnit.YEARS) > 0) {
            throw new IllegalArgumentException(
                    "the step of a range of dates is a number of days, weeks, months or years");
        }
        try {
            formatted(style, first);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the style is no pattern for dates, such as \"d MMMM yyyy\"", e);
        }
    }

    @Override
    public long size() {
        return unit.between(first, last) / step + 1;
    }

    @Override
    public String surface(long index) {
        return formatted(style, date(index));
    }

    @Override
    public String value(long index) {
        return date(index).toString();
    }

    private LocalDate date(long index) {
        return first.plus(index * step, unit);
    }

    private static String formatted(Optional<String> style, LocalDate date) {
        return style.isEmpty() ? date.toString() : Patterns.of(style.get()).format(date);
    }

    @Override
    public String toString() {
        boolean daily = step == 1 && unit == ChronoUnit.DAYS;
        return first + ".." + last
                + (daily ? "" : " by " + step + " " + unit.name().toLowerCase(Locale.ROOT))
                + style.map(pattern -> " as \"" + pattern + "\"").orElse("");
    }
}
