package io.understudy.generator.surrogate;

import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, money, percentages and ages: as many digits as the original, its sign, decimals and thousands. */
final class Amounts {

    private static final String[] CODES = {"USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD", "SEK", "NOK", "DKK"};
    private static final String[] CURRENCIES = {
        "dollars", "euros", "pounds", "francs", "yen", "rupees", "kroner", "pesos"
    };

    private static final int OLDEST = 119;
    private static final Pattern AGE = Pattern.compile("(?<!\\d)\\d{1,3}(?!\\d)");
    private static final Pattern UNIT =
            Pattern.compile("\\b(?:months?|weeks?|days?|hours?|mos?|wks?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE = Pattern.compile("(?<![\\d.,])100(?![\\d.,])");

    private Amounts() {}

    /** Numbers near the original's, where it is known; its unit and its words stay. */
    private static Optional<String> near(Wish wish) {
        return wish.original()
                .map(Original::surface)
                .filter(surface -> wish.look().has(Run.DIGITS) || Everyday.is(surface))
                .map(surface -> Numerals.near(
                        Jitter.numbers(surface, wish.effort(), wish.random()), wish.effort(), wish.random()));
    }

    static String number(Wish wish) {
        Optional<String> near = near(wish);
        if (near.isPresent()) {
            return near.get();
        }
        Look look = wish.look();
        if (!look.has(Run.DIGITS)) {
            return look.has(Run.LETTERS)
                    ? Moments.COUNT.draw(wish)
                    : Integer.toString(wish.between(2, wish.relaxed() ? 99_999 : 99));
        }
        return follow(wish, () -> "units", () -> "million");
    }

    static String money(Wish wish) {
        Optional<String> near = near(wish);
        if (near.isPresent()) {
            return near.get();
        }
        Look look = wish.look();
        if (look.has(Run.DIGITS)) {
            return follow(wish, () -> wish.pick(CODES), () -> wish.pick(CURRENCIES));
        }
        if (!look.has(Run.LETTERS)) {
            return "$" + wish.between(2, 9_999);
        }
        int words = look.words();
        String counted = Moments.COUNT.draw(wish);
        return look.cased(words == 1 ? counted : counted + ' ' + wish.pick(CURRENCIES));
    }

    static String percent(Wish wish) {
        Optional<String> near = near(wish);
        if (near.isPresent()) {
            // More than the whole is rarely meant.
            return WHOLE.matcher(wish.original().orElseThrow().surface()).find()
                    ? WHOLE.matcher(wish.original().orElseThrow().surface()).replaceFirst("90")
                    : near.get();
        }
        Look look = wish.look();
        if (look.has(Run.DIGITS)) {
            return follow(wish, () -> "percent", () -> "percent");
        }
        return look.has(Run.LETTERS)
                ? look.cased(Moments.COUNT.draw(wish) + " percent")
                : wish.between(1, wish.relaxed() ? 999 : 99) + "%";
    }

    /** 18 to 99 where two digits stood; "years old" and the like stay in English. */
    static String age(Wish wish) {
        Optional<String> older = wish.original().flatMap(original -> older(original, wish));
        if (older.isPresent()) {
            return older.get();
        }
        Look look = wish.look();
        if (look.has(Run.LETTERS) && !look.has(Run.DIGITS)) {
            return Moments.COUNT.draw(wish);
        }
        int years = wish.relaxed()
                ? wish.between(100, 119)
                : look.digits() == 1
                        ? wish.between(2, 9)
                        : wish.effort() == 0 ? wish.persona().age() : wish.between(18, 99);
        // Every number of years stands in the source: months are left.
        String text = wish.desperate() ? wish.between(1, 99) + "." + wish.between(1, 11) : Integer.toString(years);
        int words = look.words();
        if (look.has(Run.LETTERS)) {
            String joint = look.has('-') ? "-" : " ";
            text += joint + (look.has('-') ? "year" : "years") + (words > 2 || look.has('-') ? joint + "old" : "");
        }
        return look.cased(text);
    }

    /** Some years more or less, as the birth dates of its document move; ages of months or days nearly as many. */
    private static Optional<String> older(Original original, Wish wish) {
        String surface = original.surface();
        Matcher age = AGE.matcher(surface);
        if (UNIT.matcher(surface).find()) {
            return Moved.count(surface, wish.effort(), wish.random());
        }
        OptionalInt years = years(surface);
        if (years.isEmpty()) {
            return Moved.none(surface);
        }
        int other = Math.max(
                0, Math.min(OLDEST, years.getAsInt() + original.offset().years()));
        return Optional.of(age.find() ? age.replaceFirst(Integer.toString(other)) : Numerals.replaced(surface, other));
    }

    /** The age in years that a text says, in digits or in words. */
    static OptionalInt years(String surface) {
        Matcher age = AGE.matcher(surface);
        return UNIT.matcher(surface).find()
                ? OptionalInt.empty()
                : age.find() ? OptionalInt.of(Integer.parseInt(age.group())) : Numerals.first(surface);
    }

    /**
     * Digits for digits. Capitals are a code, the last word in small letters is the unit, one before it a magnitude.
     */
    private static String follow(Wish wish, Supplier<String> code, Supplier<String> unit) {
        Look look = wish.look();
        StringBuilder text = new StringBuilder();
        int words = 0;
        for (Token token : look.tokens()) {
            words += token.run() == Run.LETTERS ? 1 : 0;
        }
        boolean first = true;
        for (Token token : look.tokens()) {
            switch (token.run()) {
                case DIGITS -> {
                    int length = token.text().length() + (first && wish.relaxed() ? wish.effort() / Wish.RELAXED : 0);
                    text.append(first ? Codes.number(length, wish.random()) : Codes.digits(length, wish.random()));
                    first = false;
                }
                case LETTERS -> {
                    words--;
                    boolean last = words == 0;
                    String word = switch (token.text()) {
                        case "XX" -> last || !first ? code.get() : unit.get();
                        case "X" -> "M";
                        default -> last ? unit.get() : "million";
                    };
                    text.append(Look.cased(token.text(), word));
                }
                case SPACE -> text.append(' ');
                case MARK -> text.append(isMoneyMark(token.text()) ? token.text() : "");
            }
        }
        return text.toString().strip();
    }

    private static boolean isMoneyMark(String mark) {
        return Character.getType(mark.codePointAt(0)) == Character.CURRENCY_SYMBOL
                || "+-−.,'’%‰#/:()~½¼¾".contains(mark);
    }
}
