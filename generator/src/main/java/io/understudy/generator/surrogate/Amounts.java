package io.understudy.generator.surrogate;

import io.understudy.generator.surrogate.Look.Run;
import io.understudy.generator.surrogate.Look.Token;
import java.util.function.Supplier;

/** Numbers, money, percentages and ages: as many digits as the original, its sign, decimals and thousands. */
final class Amounts {

    private static final String[] CODES = {"USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD", "SEK", "NOK", "DKK"};
    private static final String[] CURRENCIES = {
        "dollars", "euros", "pounds", "francs", "yen", "rupees", "kroner", "pesos"
    };

    private Amounts() {}

    /** Numbers near the original's, where it is known; its unit and its words stay. */
    private static boolean isNear(Wish wish) {
        return wish.original().isPresent() && wish.look().has(Run.DIGITS) && !wish.desperate();
    }

    private static String near(Wish wish) {
        return Jitter.numbers(wish.original().orElseThrow().surface(), wish.effort(), wish.random());
    }

    static String number(Wish wish) {
        if (isNear(wish)) {
            return near(wish);
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
        if (isNear(wish)) {
            return near(wish);
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
        if (isNear(wish)) {
            return near(wish);
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
        if (isNear(wish)) {
            return older(wish.original().orElseThrow(), wish.effort());
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

    /** The first number some years later, children staying children; the words stay. */
    private static String older(Original original, int effort) {
        String surface = original.surface();
        int start = 0;
        while (start < surface.length() && !isDigit(surface.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < surface.length() && end < start + 3 && isDigit(surface.charAt(end))) {
            end++;
        }
        if (start == end) {
            return surface;
        }
        int age = Integer.parseInt(surface.substring(start, end));
        int other = age + original.years() * (effort + 1);
        int least = age < 18 ? 0 : 18;
        int most = age < 18 ? 17 : 119;
        int kept = other < least || other > most ? age - original.years() * (effort + 1) : other;
        return surface.substring(0, start) + Math.max(least, Math.min(most, kept)) + surface.substring(end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
