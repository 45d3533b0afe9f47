package io.understudy.ner.pattern;

import io.understudy.core.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Telephone numbers. Those that are written like one (a plus sign, an area code in parentheses, a leading zero, the
 * groups of North America) stand for themselves; other groups of digits need a word such as "call" or "mobile" beside.
 */
final class Phones {

    private static final String EXTENSION = "(?: ?(?:x|ext\\.?|extension) ?\\d{1,5}+)?+";
    private static final String ALONE =
            "(?![\\p{L}\\p{N}_]|[./:@][\\p{L}\\p{N}]|-(?!(?:office|fax|mobile|home|work|cell)\\b)[\\p{L}\\p{N}]| \\d{2})";

    private static final Set<String> CALLING =
            Set.of(("phone phones telephone tel mobile cell cellphone fax call calls called "
                            + "calling dial text texted ring whatsapp sms desk office hotline contact landline messages message line numbers reach answering registered")
                    .split(" ", -1));

    private static final Set<String> COUNTING =
            Set.of("page", "pages", "pp", "line", "lines", "row", "rows", "between", "from", "about", "of", "some");

    private static final Form INTERNATIONAL = phone(
            "international",
            "(?:\\+ ?|00 ?)[1-9](?:[ .()/-]{0,2}+\\d){6,14}+",
            (text, start, end) -> text.charAt(start) == '+' || digits(text, start, end) >= 11);
    private static final Form AMERICAN = phone(
            "american",
            "(?:1[ .-]?)?(?:\\([2-9]\\d\\d\\) ?-?|\\d{3}[ .-])\\d{3}[ .-]?\\d{4}",
            (text, start, end) -> true);
    private static final Form TRUNK = phone(
            "trunk",
            "(?:\\(0\\d{1,4}\\)|0[1-9]\\d{0,4})(?:[ ./-]{0,2}+\\d{2,9}+){1,5}+",
            (text, start, end) -> isBetween(digits(text, start, end), 9, 12) && !looksLikeDate(text, start, end));
    private static final Form GROUPED =
            phone("grouped", "(?:\\(\\d{2,4}\\) ?|\\d{2,4}[ .-])\\d{2,4}(?:([ .-])\\d{2,4}){0,4}+", Phones::isGrouped);
    private static final Form PLAIN = phone("plain", "\\d{6,15}+", Phones::isCalled);

    /** Beginning with a digit, a plus sign or a parenthesis. */
    static final List<Form> FORMS = List.of(INTERNATIONAL, AMERICAN, TRUNK, GROUPED, PLAIN);

    private Phones() {}

    private static Form phone(String rule, String expression, Form.Check check) {
        return Form.of(
                rule,
                Label.PHONE,
                expression + EXTENSION + ALONE,
                (text, start, end) -> !goesOnBefore(text, start) && check.passes(text, start, end));
    }

    /** In "DE88 0044 0532" the digits belong to what stands before them. */
    private static boolean goesOnBefore(String text, int start) {
        return start > 1 && text.charAt(start - 1) == ' ' && Character.isDigit(text.charAt(start - 2));
    }

    private static boolean isGrouped(String text, int start, int end) {
        if (!isBetween(digits(text, start, end), 7, 12) || looksLikeDate(text, start, end)) {
            return false;
        }
        List<Integer> groups = Arrays.stream(text.substring(start, end).split("[^0-9]+", -1))
                .filter(group -> !group.isEmpty())
                .map(String::length)
                .toList();
        if (groups.equals(List.of(3, 2, 4)) || groups.equals(List.of(4, 2, 4))) {
            return false;
        }
        if (isCalled(text, start, end) || (text.charAt(start) == '(' && groups.size() > 2)) {
            return true;
        }
        boolean hyphened = text.substring(start, end).indexOf('-') > 0;
        boolean local = groups.equals(List.of(3, 4)) && text.charAt(start) >= '2';
        return hyphened
                && (local || groups.equals(List.of(2, 2, 2, 2)))
                && !COUNTING.contains(Context.wordBefore(text, start));
    }

    private static boolean isCalled(String text, int start, int end) {
        return Context.before(text, start, 30, CALLING) || Context.after(text, end, 10, CALLING);
    }

    private static boolean looksLikeDate(String text, int start, int end) {
        return text.substring(start, end)
                .matches("\\d{1,2}[-./ ]\\d{1,2}[-./ ](?:\\d{2}|\\d{4})|\\d{4}[-./ ]\\d\\d[-./ ]\\d\\d");
    }

    private static int digits(String text, int start, int end) {
        return (int) text.substring(start, end)
                .chars()
                .filter(c -> c >= '0' && c <= '9')
                .count();
    }

    private static boolean isBetween(int count, int least, int most) {
        return least <= count && count <= most;
    }
}
