package io.understudy.ner.pattern;

import static io.understudy.ner.pattern.Fragments.ALONE;
import static io.understudy.ner.pattern.Fragments.DIGITS;
import static io.understudy.ner.pattern.Fragments.END;
import static io.understudy.ner.pattern.Fragments.NUMBER;
import static io.understudy.ner.pattern.Fragments.SCALE;
import static io.understudy.ner.pattern.Fragments.SPELLED;

import io.understudy.core.Label;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Money, percentages, ages, durations, ordinals, plain numbers. */
final class Amounts {

    private static final String SYMBOL = "(?:\\p{Sc}|(?:us|ca|au|nz|hk|a|c|s)\\$)";
    private static final String CODE =
            "(?=[a-z])(?:usd|eur|gbp|jpy|chf|cad|aud|nzd|cny|rmb|inr|sek|nok|dkk|pln|czk|huf|brl|mxn|zar|sgd"
                    + "|hkd|krw|ils|rub|aed|btc)\\b";
    private static final String MULTIPLE = "(?: ?(?:k|m|mm|bn|b|mln)\\b(?!\\.\\p{L})| " + SCALE + ")?+";
    private static final String UNIT =
            "(?:(?:us|u\\.s\\.|american|canadian|australian|hong kong|new zealand|singapore|british) )?+"
                    + "(?:dollars?|euros?|pounds?(?! of\\b)(?: sterling)?|cents?|pence|bucks?|quid|yen|rupees?|yuan|pesos?|francs?"
                    + "|kron(?:a|er|or)|zlotys?|roubles?|rubles?|dirhams?|bitcoins?)\\b";

    private static final Form SIGN_FIRST =
            Form.of("sign_first", Label.MONEY, SYMBOL + " ?" + DIGITS + MULTIPLE + "(?: " + CODE + ")?+" + END);
    private static final Form CODE_FIRST = Form.of("code_first", Label.MONEY, CODE + " ?" + DIGITS + MULTIPLE + END);
    private static final Form UNIT_LAST = Form.of(
            "unit_last",
            Label.MONEY,
            NUMBER + MULTIPLE + "(?: ?(?:\\p{Sc}(?!\\d)|" + CODE + ")|[- ](?=[a-z])" + UNIT + "(?: and " + NUMBER
                    + " (?:cents?|pence)\\b)?+)(?![\\p{L}\\p{N}_])");
    /** As the continent writes it: "1.480,50 €", "EUR 1 480,50". */
    private static final String CONTINENTAL =
            "(?:\\d{1,3}(?:[. \u00a0]\\d{3}){1,4}+(?:,\\d{1,2}+)?|\\d{1,9}+,\\d{1,2}+)";

    private static final Form CONTINENTAL_LAST = Form.of(
            "continental_last",
            Label.MONEY,
            CONTINENTAL + " ?(?:\\p{Sc}(?!\\d)|" + CODE + "|(?:euros?|kr|zł|kč|lei)\\b)" + END);
    private static final Form CONTINENTAL_FIRST =
            Form.of("continental_first", Label.MONEY, "(?:" + SYMBOL + "|" + CODE + ") ?" + CONTINENTAL + END);
    private static final Form PERCENT = Form.of(
            "percent",
            Label.PERCENT,
            NUMBER + "(?: ?[%\u2030\uff05]|[- ](?:per ?cent|pct|percentage points?)\\b)(?![\\p{L}\\p{N}_%])");

    private static final String AGE = "(" + DIGITS + "|" + SPELLED + ")";
    private static final Form AGE_LAST = Form.within(
            "age_last",
            Label.AGE,
            AGE + "(?:[- ](?:years?|yrs?|months?|weeks?|days?)[- ]old\\b| ?(?:y/o|y\\.o\\.|yo)(?!\\p{L}))",
            Amounts::isAge);
    private static final Form AGE_FIRST = Form.within(
            "age_first",
            Label.AGE,
            "(?:aged?|age(?: of|:| is| was)|turn(?:s|ed|ing)?) (\\d{1,3}"
                    + "|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\\b(?:[- ](?:one|two|three|four|five|six|seven|eight"
                    + "|nine)\\b)?+)" + ALONE,
            Amounts::isAge);

    /** "She's 29 and ...", "Dmitri Volkov, 34, drove". */
    private static final Form AGE_SAID = Form.of(
            "age_said",
            Label.AGE,
            "\\d{1,2}(?=[,.;:!?)]|(?: (?:and|but|now|when|so|who|in|years?))?\\s*$| (?:and|but|now|when|so|who|this|next|in)\\b)"
                    + ALONE,
            (text, start, end) -> (end - start == 2 && isSaid(text, start)) || isApposed(text, start, end));

    private static final Form DURATION = Form.of(
            "duration",
            Label.DURATION,
            spellOut(NUMBER) + "(?: and " + spellOut(NUMBER) + "|,? " + spellOut(NUMBER) + "){0,2}+(?![\\p{L}\\p{N}_])",
            (text, start, end) ->
                    !text.substring(start, end).toLowerCase(Locale.ROOT).matches("an? .*|one (?:day|night|second)"));
    private static final Form HALF_AN_HOUR =
            Form.of("half_an_hour", Label.DURATION, "(?:half an hour|half a (?:day|year|century))\\b");

    private static final Form ORDINAL = Form.of(
            "ordinal",
            Label.ORDINAL,
            "\\d{1,4}+(?:(?<!1)1st|(?<!1)2nd|(?<!1)3rd)".replace("\\d{1,4}+", "\\d{0,3}") + END);
    private static final Form ORDINAL_TH = Form.of("ordinal_th", Label.ORDINAL, "\\d{1,4}+th" + END);

    private static final Form PLAIN = Form.of(
            "plain",
            Label.NUMBER,
            NUMBER + "(?: " + SCALE + ")?+" + ALONE,
            (text, start, end) -> !text.substring(start, end).equalsIgnoreCase("one"));
    private static final Form FRACTION = Form.of("fraction", Label.NUMBER, "\\d{1,3}+/\\d{1,3}+" + ALONE);
    private static final Form RANGE =
            Form.of("range", Label.NUMBER, DIGITS + "[-\u2013]" + DIGITS + ALONE, Amounts::rises);

    /** Beginning with a digit or a number's word. */
    static final List<Form> FORMS = List.of(
            UNIT_LAST,
            CONTINENTAL_LAST,
            PERCENT,
            AGE_LAST,
            AGE_SAID,
            DURATION,
            ORDINAL,
            ORDINAL_TH,
            PLAIN,
            FRACTION,
            RANGE);

    static final List<Form> SIGNED = List.of(SIGN_FIRST, CONTINENTAL_FIRST);
    static final List<Form> CODED = List.of(CODE_FIRST, CONTINENTAL_FIRST);
    static final List<Form> DOLLARS = List.of(SIGN_FIRST);
    static final List<Form> AGED = List.of(AGE_FIRST);
    static final List<Form> HALVES = List.of(HALF_AN_HOUR);

    static final Set<String> CODES =
            Set.of(("usd eur gbp jpy chf cad aud nzd cny rmb inr sek nok dkk pln czk huf brl mxn zar "
                            + "sgd hkd krw ils rub aed btc")
                    .split(" ", -1));

    private Amounts() {}

    private static String spellOut(String number) {
        return number
                + "[- ](?=[a-z])(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|years?|yrs?"
                + "|decades?|centur(?:y|ies))\\b(?![- ]old)";
    }

    private static final Pattern SAYING = Pattern.compile(
            "(?:^|[^\\p{L}])(?:(?:she|he|who|[Ss]he|[Hh]e)(?:['\u2019]s| is| was)|I['\u2019]m|I am|i['\u2019]m|i am)(?: only| just| now| about)? $");

    private static final Pattern APPOSED = Pattern.compile(
            "\\p{Lu}[\\p{L}.'\u2019-]* (?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{Lu}\\p{Ll}[\\p{L}'\u2019-]*(?:, | \\()$");

    /** "My son Tunde, 9, ..." */
    private static final Pattern KIN = Pattern.compile(
            "\\b(?:son|daughter|brother|sister|niece|nephew|child|boy|girl|grandson|granddaughter) \\p{Lu}\\p{L}+, $");

    /** UTF-16 units that may say whose age it is. */
    private static final int BEFORE_AGE = 48;

    private static boolean isSaid(String text, int start) {
        return SAYING.matcher(text.substring(Math.max(0, start - BEFORE_AGE / 2), start))
                .find();
    }

    /** Behind two words with capitals, and closed as it was opened. */
    private static boolean isApposed(String text, int start, int end) {
        if (start < 2 || end == text.length()) {
            return false;
        }
        String before = text.substring(Math.max(0, start - BEFORE_AGE), start);
        if (text.charAt(end) == ',' && KIN.matcher(before).find()) {
            return true;
        }
        char close = text.charAt(end);
        boolean closed = text.charAt(start - 1) == '(' ? close == ')' : close == ',' && text.charAt(start - 2) == ',';
        return end - start == 2 && closed && APPOSED.matcher(before).find();
    }

    private static boolean isAge(String text, int start, int end) {
        String age = text.substring(start, end);
        return !Character.isDigit(age.charAt(0)) || (age.length() <= 3 && Integer.parseInt(age) <= 125);
    }

    /** "5-10" is a range, "10-5" is something else. */
    private static boolean rises(String text, int start, int end) {
        String[] ends = text.substring(start, end).replace(",", "").split("[-\u2013]", -1);
        return Double.parseDouble(ends[0]) < Double.parseDouble(ends[1]);
    }
}
