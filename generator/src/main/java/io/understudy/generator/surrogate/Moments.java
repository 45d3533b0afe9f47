package io.understudy.generator.surrogate;

import io.understudy.core.Shape;
import io.understudy.core.text.NumberWords;
import io.understudy.generator.surrogate.Look.Run;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/**
 * Dates, times, durations and numbers in words: a list of {@link Pattern patterns}, of which those that look like the
 * original are drawn from. No clock is read.
 */
final class Moments implements Source {

    private static final String DATES = """
            <d> <month> <yyyy> | <d> <mon> <yyyy> | <month> <d>, <yyyy> | <mon> <d>, <yyyy> |
            <month> <d> <yyyy> | <month> <d> | <mon> <d> | <d> <month> | <d> <mon> | <mon>. <d> |
            <mon>. <d>, <yyyy> | <month> <yyyy> | <month>, <yyyy> | <yyyy> | <yyyy>s | '<yy> |
            <yyyy>-<mm>-<dd> | <yyyy>/<mm>/<dd> | <dd>/<mm>/<yyyy> | <d>/<m>/<yyyy> | <d>/<m>/<yy> |
            <dd>/<mm>/<yy> | <dd>.<mm>.<yyyy> | <d>.<m>.<yyyy> | <d>.<m>.<yy> | <dd>-<mm>-<yyyy> |
            <dd>-<mm>-<yy> | <d>-<mon>-<yyyy> | <d>-<mon>-<yy> | <d>/<m> | <yyyy>-<mm> | <m>/<yyyy> |
            <yyyy><mm><dd> | <weekday> | <day> | <month> | <feast> | <season> | <decade> |
            <weekday>, <d> <month> | <weekday>, <month> <d> | <weekday>, <d> <month> <yyyy> |
            <weekday>, <month> <d>, <yyyy> | <weekday> <d> <month> | <weekday> <month> <d> | <wd>, <d> <mon> |
            <wd> <d> <mon> | <nth> | the <nth> | <month> <nth> | <nth> <month> | <month> <nth>, <yyyy> |
            <nth> of <month> | the <nth> of <month> | <month> the <nth> | <nth> <month> <yyyy> |
            <nth> of <month> <yyyy> | <month> <ordinal> | the <ordinal> of <month> | <month> the <ordinal> |
            <weekday> the <nth> | <weekday> the <ordinal> | <rel> <weekday> | <rel> <month> | <rel> <season> |
            <rel> <aunit> | tomorrow <part> | yesterday <part> | <weekday> <part> | <season> <yyyy> |
            <feast> <yyyy> | the <decade> | early <month> | late <decade> | in <n> <span> | in <small> <span> |
            <n> <span> | <small> <span> | <n> <span> ago | <small> <span> ago | a <aunit> ago | <n> <span> from now |
            <small> <span> from now | <n> <span> from today | the day after <day> | the <aunit> after <feast> |
            a <aunit> from <weekday> | <small> <span> and <small> <span> from now""";
    private static final String TIMES = """
            <HH>:<mi> | <h>:<mi> | <h>:<mi> <am> | <h>:<mi><am> | <h> <am> | <h><am> | <HH>:<mi>:<ss> |
            <HH>.<mi> | <h>:<mi> a.m. | <h> p.m. | <h> o'clock | <hour> o'clock | <hour> <am> | <hour> | <h> |
            <HH><mi> | <clock> | <part> | <hour> thirty | half past <hour> | quarter past <hour> |
            quarter to <hour> | a quarter to <hour> | <hour> in the <part> | <h> in the <part> | in the <part> |
            <HH>h<mi> | <h>:<mi> in the <part> | at <clock> | in <n> <unit> | in <small> <unit> |
            <n> <unit> from now | <small> <unit> from now | <h> and a half <unit> from now |
            <small> minutes past <hour> | <HH>:<mi> UTC""";
    private static final String STAMPS = """
            <yyyy>-<mm>-<dd> <HH>:<mi>:<ss> | <yyyy>-<mm>-<dd>T<HH>:<mi>:<ss> |
            <yyyy>-<mm>-<dd>T<HH>:<mi>:<ss>Z | <yyyy>-<mm>-<dd> <HH>:<mi> | <dd>/<mm>/<yyyy> <HH>:<mi> |
            <weekday> at <h> <am> | <weekday> at <hour> | <day> at <h>:<mi> | <day> at <clock> |
            <d> <month> <HH>:<mi> | <weekday> <h> <am> | <month> <d> at <h> <am>""";
    private static final String DURATIONS = """
            <n> <unit> | <small> <unit> | a <aunit> | <n>-<aunit> | <small>-<aunit> | <n> to <nn> <unit> |
            <n>h | <n> min | <h>h <mi>m | <HH>:<mi> | <HH>:<mi>:<ss> | <unit> | half a <aunit> |
            <h> and a half <unit> | <small> and a half <unit> | <small> <unit> and <small> <unit> |
            <n> <unit> and <n> <unit> | the whole <aunit> | the last <small> <unit> | the past <n> <unit> |
            over <n> <unit> | P<n>D | <tens>-<ones> <unit>""";
    private static final String ORDINALS = """
            <onth> | <anyth> | <ordinal> | the <ordinal> | the <anyth> | <tens>-<first>""";
    private static final String COUNTS = """
            <small> | <tens> | <tens>-<ones> | <ones> hundred | <ones> thousand | <small> hundred |
            <tens> <ones> | a hundred <small> | <ones> hundred <small> | <ones> hundred and <small> |
            <ones> thousand and <small> | <ones> thousand <ones> hundred <small> | <ones> or <small> |
            about <tens>""";

    private static final String YEARS = """
            <yyyy> | <yyyy>s | '<yy> | <decade> | the <decade> | early <decade> | the early <decade> |
            the <yyyy>s | the year <yyyy> | <tens> <tens>-<ones> | <season> <yyyy> | <rel> <aunit>""";

    /** How alike two looks are, closest first: a key that both must have. */
    private static final List<Function<Look, String>> VIEWS = List.of(
            look -> look.shape().pattern(),
            look -> look.outline(false),
            look -> look.outline(true),
            look -> look.words() + (look.has(Run.DIGITS) ? " numbers" : " words"));

    private static final java.util.regex.Pattern NTH = java.util.regex.Pattern.compile(
            "(?<!\\d)(\\d{1,9})(st|nd|rd|th)\\b", java.util.regex.Pattern.CASE_INSENSITIVE);

    /** Draws that show how a pattern may look: "3 May" and "21 May" are one. */
    private static final int SHOWN = 24;

    /** Draws until one looks as the pattern may, which at least one in {@value #SHOWN} did. */
    private static final int TRIES = 100;

    static final Moments DATE = new Moments(DATES);
    static final Moments TIME = new Moments(TIMES);
    static final Moments DURATION = new Moments(DURATIONS);
    static final Moments ORDINAL = new Moments(ORDINALS);
    static final Moments COUNT = new Moments(COUNTS);
    static final Moments YEAR = new Moments(YEARS);
    static final Moments ANY = new Moments(DATES, TIMES, STAMPS);

    /**
     * Patterns, found by how they may look: the key of a view.
     *
     * @param taken of those that the word before takes
     */
    private record Ways(
            List<Pattern> all, Map<String, List<Pattern>> alike, Map<Lead, Map<String, List<Pattern>>> taken) {}

    private final List<String> lists;
    private volatile Optional<Ways> ways = Optional.empty();

    private Moments(String... lists) {
        this.lists = List.of(lists);
    }

    /** Read when first needed: a start that needs one list does not pay for seven. */
    private Ways ways() {
        Optional<Ways> read = ways;
        if (read.isEmpty()) {
            // Two threads read the same.
            read = Optional.of(read(lists));
            ways = read;
        }
        return read.get();
    }

    private static Ways read(List<String> lists) {
        SplittableRandom random = new SplittableRandom(1);
        List<Pattern> all = new ArrayList<>();
        Map<String, Set<Pattern>> byView = new HashMap<>();
        for (String list : lists) {
            for (String written : list.strip().split("\\s*\\|\\s*", -1)) {
                Pattern pattern = Pattern.of(written);
                all.add(pattern);
                for (int i = 0; i < SHOWN; i++) {
                    Look look = Look.of(Shape.of(pattern.draw(random)));
                    for (Function<Look, String> view : VIEWS) {
                        byView.computeIfAbsent(view.apply(look), key -> new LinkedHashSet<>())
                                .add(pattern);
                    }
                }
            }
        }
        Map<Lead, Map<String, List<Pattern>>> taken = new EnumMap<>(Lead.class);
        for (Lead lead : Lead.values()) {
            taken.put(lead, those(byView, pattern -> lead.takes(pattern.written())));
        }
        return new Ways(all, those(byView, pattern -> true), taken);
    }

    /** Without keys that have none. */
    private static Map<String, List<Pattern>> those(Map<String, Set<Pattern>> byView, Predicate<Pattern> wanted) {
        Map<String, List<Pattern>> those = new HashMap<>();
        byView.forEach((key, patterns) -> {
            List<Pattern> kept = patterns.stream().filter(wanted).toList();
            if (!kept.isEmpty()) {
                those.put(key, kept);
            }
        });
        return those;
    }

    /** The birth date of the persona; one that is known is moved with the dates and ages of its document. */
    static String birth(Wish wish) {
        if (wish.original().isPresent()) {
            Original original = wish.original().get();
            Optional<CalendarDate> date = CalendarDate.parse(original.surface());
            return date.isPresent()
                    ? date.get()
                            .moved(original.offset().days(), -original.offset().years())
                    : DATE.draw(wish);
        }
        String like = DATE.draw(wish);
        return wish.relaxed()
                ? like
                : CalendarDate.parse(like)
                        .map(date -> date.on(wish.persona().birth()))
                        .orElse(like);
    }

    /** What is known is moved, or counts nearly as many; empty where it cannot be read. */
    private Optional<String> known(Wish wish, Original original) {
        String surface = original.surface();
        int days = original.offset().days();
        int hours = original.offset().hours();
        Optional<String> first = this == TIME
                ? Moved.time(surface, hours).or(() -> Moved.date(surface, days))
                : this == DATE || this == ANY || this == YEAR
                        ? Moved.date(surface, days).or(() -> Moved.time(surface, hours))
                        : this == ORDINAL ? ordinal(surface, wish) : Optional.empty();
        return first.or(() -> Moved.count(surface, wish.effort(), wish.random()));
    }

    /** "3rd" or "third": another, not far. */
    private static Optional<String> ordinal(String surface, Wish wish) {
        Matcher number = NTH.matcher(surface);
        if (number.find()) {
            String near = Jitter.numbers(number.group(1), wish.effort(), wish.random());
            String ending = NumberWords.suffix(Long.parseLong(near));
            boolean upper = Character.isUpperCase(number.group(2).charAt(0));
            return Optional.of(number.replaceFirst(near + (upper ? ending.toUpperCase(Locale.ROOT) : ending)));
        }
        return Optional.of(Numerals.nearOrdinals(surface, wish.effort(), wish.random()))
                .filter(near -> Everyday.is(near));
    }

    @Override
    public String draw(Wish wish) {
        Look look = wish.look();
        Optional<String> known = wish.original().flatMap(original -> known(wish, original));
        if (known.isPresent()) {
            return known.get();
        }
        Ways ways = ways();
        boolean oneCase = look.isLower() || look.isUpper();
        int closest = wish.relaxed() ? VIEWS.size() - 1 : oneCase ? 1 : 0;
        if (!wish.desperate()) {
            Map<String, List<Pattern>> fitting = ways.taken().get(wish.lead());
            for (Function<Look, String> view : VIEWS.subList(closest, VIEWS.size())) {
                String key = view.apply(look);
                List<Pattern> choices = fitting.getOrDefault(key, ways.alike().get(key));
                if (choices != null) {
                    return look.cased(draw(choices, view, key, wish.random()));
                }
            }
        }
        List<Pattern> any = ways.all().stream()
                .filter(pattern -> wish.lead().takes(pattern.written()))
                .toList();
        return look.cased(one(any.isEmpty() ? ways.all() : any, wish.random()));
    }

    private static String draw(
            List<Pattern> patterns, Function<Look, String> view, String key, SplittableRandom random) {
        String text = one(patterns, random);
        for (int i = 0; i < TRIES && !view.apply(Look.of(Shape.of(text))).equals(key); i++) {
            text = one(patterns, random);
        }
        return text;
    }

    private static String one(List<Pattern> patterns, SplittableRandom random) {
        return patterns.get(random.nextInt(patterns.size())).draw(random);
    }
}
