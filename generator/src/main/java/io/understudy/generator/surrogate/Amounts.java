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

    static String number(Wish wish) {
        Look look = wish.look();
        if (!look.has(Run.DIGITS)) {
            return look.has(Run.LETTERS)
                    ? Moments.COUNT.draw(wish)
                    : Integer.toString(wish.between(2, wish.relaxed() ? 99_999 : 99));
        }
        return follow(wish, () -> "units", () -> "million");
    }

    static String money(Wish wish) {
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
        Look look = wish.look();
        if (look.has(Run.LETTERS) && !look.has(Run.DIGITS)) {
            return Moments.COUNT.draw(wish);
        }
        int years = wish.relaxed()
                ? wish.between(100, 119)
                : look.digits() == 1 ? wish.between(2, 9) : wish.between(18, 99);
        // Every number of years stands in the source: months are left.
        String text = wish.desperate() ? wish.between(1, 99) + "." + wish.between(1, 11) : Integer.toString(years);
        int words = look.words();
        if (look.has(Run.LETTERS)) {
            String joint = look.has('-') ? "-" : " ";
            text += joint + (look.has('-') ? "year" : "years") + (words > 2 || look.has('-') ? joint + "old" : "");
        }
        return look.cased(text);
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
