package io.understudy.generator.surrogate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * By how much the dates, times and ages of each calendar move, be it a document's or a person's: dates one to five
 * years back, so that none comes to lie ahead, times of day up to three hours, ages one to three years; the same for
 * all of the calendar, so that intervals stay. Of the offsets that the key gives, the one is taken that makes a
 * grown-up of no child and fewest dates of the calendar a date of the source.
 */
final class Offsets {

    /** @param days for dates, {@code years} for ages, {@code hours} for times of day */
    record Offset(int days, int years, int hours) {

        static final Offset NONE = new Offset(0, 1, 1);
    }

    /** What is known of a calendar before its offset is chosen; distinct, as it is written. */
    private static final class Seen {
        private final Set<String> dates = new HashSet<>();
        private final Set<Integer> ages = new HashSet<>();
    }

    private static final int CHOICES = 256;

    /** More than a year, so that a year alone moves too. */
    private static final int LEAST = 366;

    private static final int MOST = 1826;
    private static final int WEEK = 7;

    /** Years and hours are from -3 to 3, but not 0. */
    private static final int REACH = 3;

    private static final int OF_AGE = 18;
    private static final int OLDEST = 119;

    /** Distinct dates and ages that are remembered; later ones have no say. */
    private static final int MOST_SEEN = 1 << 20;

    private final ToLongFunction<String> keyed;
    private final boolean wholeWeeks;
    private final Map<String, Integer> choices = new HashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private int seenCount;

    Offsets(ToLongFunction<String> keyed, boolean wholeWeeks) {
        this.keyed = keyed;
        this.wholeWeeks = wholeWeeks;
    }

    Offset of(String calendar) {
        return choice(calendar, choices.getOrDefault(calendar, 0));
    }

    private Offset choice(String calendar, int choice) {
        long number = keyed.applyAsLong("offset " + choice + " " + calendar);
        int days = -LEAST - Math.floorMod(number >>> 3, MOST - LEAST);
        return new Offset(wholeWeeks ? days / WEEK * WEEK - WEEK : days, signed(number >>> 40), signed(number >>> 52));
    }

    private static int signed(long number) {
        int distance = (int) Math.floorMod(number >>> 1, (long) REACH) + 1;
        return (number & 1) == 0 ? distance : -distance;
    }

    void seeDate(String calendar, String date) {
        if (seenCount < MOST_SEEN && CalendarDate.parse(date).isPresent()) {
            seenCount += see(calendar).dates.add(date) ? 1 : 0;
        }
    }

    void seeAge(String calendar, String age) {
        OptionalInt years = Amounts.years(age);
        if (seenCount < MOST_SEEN && years.isPresent()) {
            seenCount += see(calendar).ages.add(years.getAsInt()) ? 1 : 0;
        }
    }

    private Seen see(String calendar) {
        return seen.computeIfAbsent(calendar, key -> new Seen());
    }

    /** @param isSource whether the source says a date, as it is written, anywhere */
    void choose(Predicate<String> isSource) {
        seen.forEach((calendar, all) -> choose(calendar, all, isSource));
        seen.clear();
    }

    private void choose(String calendar, Seen all, Predicate<String> isSource) {
        List<CalendarDate> dates = all.dates.stream()
                .map(CalendarDate::parse)
                .flatMap(Optional::stream)
                .toList();
        int best = 0;
        long fewest = Long.MAX_VALUE;
        for (int choice = 0; choice < CHOICES && fewest > 0; choice++) {
            Offset offset = choice(calendar, choice);
            long crossing = all.ages.stream()
                    .filter(age -> crosses(age, offset.years()))
                    .count();
            long met = dates.stream()
                    .filter(date -> isSource.test(date.moved(offset.days(), 0)))
                    .count();
            // Ages first: a child that is none any more is worse than a date that was said somewhere.
            long faults = crossing * MOST_SEEN + met;
            if (faults < fewest) {
                fewest = faults;
                best = choice;
            }
        }
        if (best > 0) {
            choices.put(calendar, best);
        }
    }

    private static boolean crosses(int age, int years) {
        int other = age + years;
        return other < 0 || other > OLDEST || age < OF_AGE != other < OF_AGE;
    }
}
