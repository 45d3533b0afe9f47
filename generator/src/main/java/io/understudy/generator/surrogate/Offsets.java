package io.understudy.generator.surrogate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * By how much the dates and ages of each document move: one to five years back, so that none comes to lie ahead, the
 * same for all dates of the document, so that intervals stay. Of the offsets that the key gives, the first is taken
 * that makes no date of the document a date of the source.
 */
final class Offsets {

    /** @param days for dates, {@code years} for ages */
    record Offset(int days, int years) {}

    private static final int CHOICES = 256;

    /** More than a year, so that a year alone moves too. */
    private static final int LEAST = 366;

    private static final int MOST = 1826;
    private static final int WEEK = 7;

    private final ToLongFunction<String> keyed;
    private final boolean wholeWeeks;
    private final Map<String, Integer> choices = new HashMap<>();

    Offsets(ToLongFunction<String> keyed, boolean wholeWeeks) {
        this.keyed = keyed;
        this.wholeWeeks = wholeWeeks;
    }

    Offset of(String document) {
        return choice(document, choices.getOrDefault(document, 0));
    }

    private Offset choice(String document, int choice) {
        long number = keyed.applyAsLong("offset " + choice + " " + document);
        int span = LEAST + Math.floorMod(number >>> 3, MOST - LEAST);
        int days = -span;
        int years = (int) Math.floorMod(number >>> 40, 3L) + 1;
        return new Offset(wholeWeeks ? days / WEEK * WEEK - WEEK : days, (number & 2) == 0 ? years : -years);
    }

    /**
     * Chooses for one document.
     *
     * @param dates full dates, as they are written
     * @param isSource whether the source says so anywhere
     */
    void choose(String document, Set<String> dates, Predicate<String> isSource) {
        List<CalendarDate> parsed = dates.stream()
                .flatMap(date -> CalendarDate.parse(date).stream())
                .toList();
        int best = 0;
        long fewest = Long.MAX_VALUE;
        for (int choice = 0; choice < CHOICES && fewest > 0; choice++) {
            int days = choice(document, choice).days();
            long met = parsed.stream()
                    .filter(date -> isSource.test(date.moved(days, 0)))
                    .count();
            if (met < fewest) {
                fewest = met;
                best = choice;
            }
        }
        if (best > 0) {
            choices.put(document, best);
        }
    }
}
