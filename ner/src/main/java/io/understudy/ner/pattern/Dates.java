package io.understudy.ner.pattern;

import static io.understudy.ner.pattern.Fragments.END;
import static io.understudy.ner.pattern.Fragments.MONTH;
import static io.understudy.ner.pattern.Fragments.NUMBER;
import static io.understudy.ner.pattern.Fragments.WEEKDAY;
import static io.understudy.ner.pattern.Fragments.YEAR;

import io.understudy.core.Label;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Dates: of the calendar, in digits and in words, and relative to the day of writing. */
final class Dates {

    private static final Set<String> EXPIRING =
            words("exp expires expiry expiring expiration valid thru until validity end gültig");

    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])(?!\\d)(?:st|nd|rd|th)?+";
    private static final String SPELLED_DAY =
            "(?:(?:twenty|thirty)[- ])?+(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
                    + "|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
                    + "|twentieth|thirtieth)\\b";
    private static final String SHORT_YEAR = "['\u2019]\\d\\d(?!\\d)";
    private static final String THEN_YEAR = "(?:(?: ?, ?| | of )(?:" + YEAR + ")| " + SHORT_YEAR + ")?+";
    private static final String DAY_MONTH =
            DAY + "(?: of | ?)" + MONTH + THEN_YEAR + "|" + SPELLED_DAY + " (?:day )?of " + MONTH + THEN_YEAR;
    private static final String MONTH_DAY = MONTH + " ?(?:the )?" + DAY + "(?![:%]|,\\d| ?[ap]\\.?m\\b)" + THEN_YEAR;
    private static final String SHORT_WEEKDAY = "(?:mon|tues?|wed|thur?s?|fri|sat|sun)\\b\\.?+";
    private static final String PERIOD =
            "(?:week(?:end)?|month|year|quarter|decade|century|spring|summer|autumn|winter" + "|semester|fortnight)\\b";

    private static final Form CALENDAR =
            Form.of("calendar", Label.DATE, "(?:" + DAY_MONTH + ")" + END, Dates::isNoVerb);
    private static final Form HYPHENED =
            Form.of("hyphened", Label.DATE, DAY + "([-/])" + MONTH + "(?:\\1(?:" + YEAR + "|\\d\\d))" + END);
    /** In French, German, Spanish, Italian, Portuguese, Dutch and Swedish: "5 mai 1985", "3 de julio de 2020". */
    private static final Form FOREIGN = Form.of(
            "foreign",
            Label.DATE,
            DAY
                    + "(?:\\.|er|º)? (?:de |d['\u2019])?(?=[\\p{L}])(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre"
                    + "|octobre|novembre|d[ée]cembre|januar|jänner|februar|märz|juni|juli|oktober|dezember|enero|febrero|marzo"
                    + "|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio"
                    + "|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro"
                    + "|novembro|dezembro|januari|februari|maart|mei|augusti|augustus|maj)(?:,? (?:de |del )?" + YEAR
                    + ")?+" + END);

    /** When a card or a licence ends. */
    private static final Form EXPIRY = Form.of(
            "expiry",
            Label.DATE,
            "(?:0[1-9]|1[0-2]) ?/ ?\\d\\d(?:\\d\\d)?" + END,
            (text, start, end) -> Context.before(text, start, 16, EXPIRING));

    private static final Form ISO = Form.of(
            "iso",
            Label.DATE,
            "[12]\\d{3}([-/.])(?:1[0-2]|0[1-9])\\1(?:3[01]|[12]\\d|0[1-9])"
                    + "(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9}+)?+)?+(?:Z|[-+]\\d\\d:?\\d\\d)?+)?+(?![\\p{L}\\p{N}_]|[-./]\\d)");
    private static final Form NUMERIC = Form.of(
            "numeric",
            Label.DATE,
            "\\d{1,2}([-/.])\\d{1,2}\\1(?:[12]\\d{3}|\\d\\d)(?![\\p{L}\\p{N}_]|[-./:]\\d)",
            (text, start, end) -> isDayAndMonth(text.substring(start, end)));
    private static final Form DECADE =
            Form.of("decade", Label.DATE, "(?:(?:1[5-9]|20)\\d0['\u2019]?s|[2-9]0s)" + END, Dates::isDecade);
    private static final Form YEARS = Form.of(
            "years",
            Label.DATE,
            "(?:" + YEAR + "[-\u2013/](?:" + YEAR + "|\\d\\d))(?![\\p{L}\\p{N}_]|[-./]\\d)",
            Dates::risingYears);
    private static final Form YEAR_ALONE = Form.of("year_alone", Label.DATE, YEAR + Fragments.ALONE, Dates::isYear);
    private static final Form AGO = Form.of(
            "ago",
            Label.DATE,
            "(?:" + NUMBER
                    + "|an?|a few|several|a couple of) (?:days?|nights?|weeks?|months?|years?|decades?|centuries) "
                    + "(?:ago|from now|from today|earlier)\\b");

    private static final Form MONTH_FIRST = Form.of(
            "month_first",
            Label.DATE,
            "(?:" + MONTH_DAY + "|" + MONTH + ",? (?:of )?" + YEAR + "|" + MONTH + " " + SHORT_YEAR + ")" + END,
            Dates::isNoVerb);
    private static final Form MONTH_ALONE = Form.of(
            "month_alone",
            Label.DATE,
            "(?:january|february|march|april|may|june|july|august|september|october|november|december)" + END,
            Dates::isMonth);
    private static final Form WEEKDAY_FIRST = Form.of(
            "weekday_first",
            Label.DATE,
            "(?:" + WEEKDAY + "(?:,? (?:the )?(?:" + DAY_MONTH + "|" + MONTH_DAY + ")|,? the " + DAY + ")?+|"
                    + SHORT_WEEKDAY + ",? (?:" + DAY_MONTH + "|" + MONTH_DAY + "))" + END);
    private static final Form NEXT = Form.of(
            "next",
            Label.DATE,
            "(?:(?:next|last|this|past|coming|previous|following) (?:" + WEEKDAY + "|" + PERIOD + ")|(?:next|last) "
                    + MONTH + ")" + END);
    private static final Form RELATIVE = Form.of(
            "relative",
            Label.DATE,
            "(?:today|tomorrow|yesterday|tmrw|(?:the )?day (?:after tomorrow|before yesterday))" + END);
    private static final Form HOLIDAY = Form.of(
            "holiday",
            Label.DATE,
            "(?:christmas(?: eve| day)?|xmas(?: eve| day)?|boxing day|easter(?: sunday| monday)?|good friday|thanksgiving"
                    + "|halloween|new year['\u2019]?s(?: eve| day)?|valentine['\u2019]?s day|labou?r day|memorial day"
                    + "|independence day|mother['\u2019]?s day|father['\u2019]?s day)"
                    + "(?: " + YEAR + ")?+" + END);
    private static final Form SEASON = Form.of(
            "season", Label.DATE, "(?:(?:spring|summer|autumn|fall|winter)(?: of)? |q[1-4](?: of)?,? )" + YEAR + END);

    /** Beginning with a digit or a number's word. */
    static final List<Form> FORMS =
            List.of(CALENDAR, FOREIGN, EXPIRY, HYPHENED, ISO, NUMERIC, DECADE, YEARS, YEAR_ALONE, AGO);

    static final List<Form> MONTHS = List.of(MONTH_FIRST, MONTH_ALONE);
    static final List<Form> WEEKDAYS = List.of(WEEKDAY_FIRST);
    static final List<Form> RELATIVES = List.of(RELATIVE, NEXT);
    static final List<Form> HOLIDAYS = List.of(HOLIDAY);
    static final List<Form> SEASONS = List.of(SEASON);
    static final List<Form> ARTICLES = List.of(AGO, RELATIVE);
    static final List<Form> ORDINALS = List.of(CALENDAR);
    static final List<Form> COUNTED = List.of(AGO);

    private static final Set<String> BEFORE_MONTH =
            words("in by since until till during last next early late mid through throughout");
    private static final Set<String> BEFORE_CAPITAL_MONTH =
            words("of from this before after between every each for to and end");
    private static final Set<String> BEFORE_ANY_YEAR =
            words("in since until till year circa during spring summer autumn winter");
    private static final Set<String> BEFORE_MODERN_YEAR =
            words("from before after early late mid by of to and the a fall c copyright born died");
    private static final Set<String> BEFORE_SHORT_DECADE = words("the early late mid");

    private static final Pattern MAY_BE_VERB = Pattern.compile("\\d{1,2} (?:may|march)|(?:may|march) \\d{1,2}");
    private static final Pattern WHAT_FOLLOWS_A_DATE = Pattern.compile(
            "$|[^\\p{L}\\p{N} ]| +(?:$|[^\\p{L}\\p{N} ]|(?:at|in|to|for|and|or|until|till|from|with|by|if|please|this|next|on|is"
                    + "|was|the|around|before|after|between|when|where|there|that|which|who|we|i|he|she|they|it|my|our)\\b)",
            Pattern.CASE_INSENSITIVE);

    private Dates() {}

    /** "3 may be" and "march 5 miles" in small letters: only with what may follow a date. */
    private static boolean isNoVerb(String text, int start, int end) {
        return !MAY_BE_VERB.matcher(text.substring(start, end)).matches()
                || WHAT_FOLLOWS_A_DATE
                        .matcher(text)
                        .region(end, text.length())
                        .useAnchoringBounds(false)
                        .lookingAt();
    }

    /** Months that are also names or words need a preposition. */
    private static boolean isMonth(String text, int start, int end) {
        String before = Context.wordBefore(text, start);
        return switch (text.substring(start, end).toLowerCase(Locale.ROOT)) {
            case "march", "may", "april", "june", "august" ->
                BEFORE_MONTH.contains(before)
                        || (Character.isUpperCase(text.charAt(start)) && BEFORE_CAPITAL_MONTH.contains(before));
            default -> true;
        };
    }

    /** Four digits are a year in parentheses or after a telling word; a round one only after a surer word. */
    private static boolean isYear(String text, int start, int end) {
        if (start > 0 && end < text.length() && text.charAt(start - 1) == '(' && text.charAt(end) == ')') {
            return true;
        }
        int year = Integer.parseInt(text.substring(start, end));
        String before = Context.wordBefore(text, start);
        boolean modern = year >= 1900 && year <= 2039 && year % 100 != 0;
        return BEFORE_ANY_YEAR.contains(before) || (modern && BEFORE_MODERN_YEAR.contains(before));
    }

    private static boolean isDecade(String text, int start, int end) {
        boolean apostrophe = start > 0 && "'\u2019".indexOf(text.charAt(start - 1)) >= 0;
        return end - start > 3 || apostrophe || BEFORE_SHORT_DECADE.contains(Context.wordBefore(text, start));
    }

    private static boolean risingYears(String text, int start, int end) {
        int first = Integer.parseInt(text.substring(start, start + 4));
        int last = Integer.parseInt(text.substring(start + 5, end));
        return last < 100 ? first % 100 < last : first < last && last < first + 200;
    }

    /** Day and month in either order. */
    private static boolean isDayAndMonth(String surface) {
        String[] parts = surface.split("[-/.]", -1);
        int a = Integer.parseInt(parts[0]);
        int b = Integer.parseInt(parts[1]);
        boolean version =
                surface.indexOf('.') > 0 && parts[2].length() == 2 && parts[0].length() + parts[1].length() < 4;
        return !version && a >= 1 && b >= 1 && Math.max(a, b) <= 31 && Math.min(a, b) <= 12;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" ", -1));
    }
}
