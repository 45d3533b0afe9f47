package io.understudy.generator.surrogate;

import io.understudy.core.Shape;
import io.understudy.generator.surrogate.Look.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

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
            <feast> <yyyy> | the <decade> | early <month> | late <decade> | in <n> <unit> | in <small> <unit> |
            <n> <unit> ago | <small> <unit> ago | a <aunit> ago | <n> <unit> from now |
            <small> <unit> from now | <n> <unit> from today | the day after <day> | the <aunit> after <feast> |
            a <aunit> from <weekday> | <small> <unit> and <small> <unit> from now""";
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

    static final Moments DATE = new Moments(DATES);
    static final Moments TIME = new Moments(TIMES);
    static final Moments DURATION = new Moments(DURATIONS);
    static final Moments ORDINAL = new Moments(ORDINALS);
    static final Moments COUNT = new Moments(COUNTS);
    static final Moments YEAR = new Moments(YEARS);
    static final Moments ANY = new Moments(DATES, TIMES, STAMPS);

    /** Draws per pattern until the digits are as many as the original's: "3 May" and "21 May" are one pattern. */
    private static final int FITTINGS = 12;

    private final Map<String, List<Pattern>> byOutline = new HashMap<>();
    private final Map<String, List<Pattern>> byWords = new HashMap<>();
    private final List<Pattern> all = new ArrayList<>();

    private Moments(String... lists) {
        for (String list : lists) {
            for (String written : list.strip().split("\\s*\\|\\s*", -1)) {
                Pattern pattern = Pattern.of(written);
                all.add(pattern);
                Look look = Look.of(Shape.of(pattern.draw(new SplittableRandom(1))));
                byOutline
                        .computeIfAbsent(outline(look), key -> new ArrayList<>())
                        .add(pattern);
                byWords.computeIfAbsent(words(look), key -> new ArrayList<>()).add(pattern);
            }
        }
    }

    @Override
    public String draw(Wish wish) {
        Look look = wish.look();
        List<Pattern> patterns = byOutline.getOrDefault(outline(look), List.of());
        if (patterns.isEmpty() || wish.relaxed()) {
            patterns = byWords.getOrDefault(words(look), all);
        }
        if (wish.desperate()) {
            patterns = all;
        }
        SplittableRandom random = wish.random();
        String text = "";
        for (int i = 0; i < FITTINGS; i++) {
            text = patterns.get(random.nextInt(patterns.size())).draw(random);
            if (wish.relaxed() || fits(look, text)) {
                break;
            }
        }
        return look.cased(text);
    }

    /** As many digits at each place, and capitals where the original had them, unless it had one case throughout. */
    private static boolean fits(Look look, String text) {
        if (look.digits() == 0 && look.shape().isLower()) {
            return true;
        }
        Shape shape = Shape.of(text);
        boolean evenCase = look.shape().isLower() || look.shape().isUpper();
        return evenCase ? digits(shape).equals(digits(look.shape())) : shape.equals(look.shape());
    }

    /** The shape without the length of its runs: "w d, d" for "May 3, 2024". */
    private static String outline(Look look) {
        StringBuilder outline = new StringBuilder();
        for (Look.Token token : look.tokens()) {
            outline.append(
                    switch (token.run()) {
                        case LETTERS -> "w";
                        case DIGITS -> "d";
                        case SPACE -> " ";
                        case MARK -> token.text().equals("’") ? "'" : token.text();
                    });
        }
        return outline.toString();
    }

    private static String words(Look look) {
        return look.words() + (look.has(Run.DIGITS) ? "d" : "w");
    }

    /** The shape with letters as one: what must be equal for the digits to be as many at each place. */
    private static String digits(Shape shape) {
        return shape.pattern().replaceAll("[Xx]+", "w");
    }
}
