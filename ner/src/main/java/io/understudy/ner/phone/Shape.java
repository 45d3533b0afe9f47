package io.understudy.ner.phone;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One way to write a number of a country at home.
 *
 * @param rule for the evidence
 * @param check what the pattern cannot say
 */
record Shape(String rule, Pattern pattern, Check check) {

    /** Whether the characters from {@code start} to {@code end} are what they look like. */
    @FunctionalInterface
    interface Check {
        boolean passes(String text, int start, int end);
    }

    private static final String EXTENSION = "(?: ?(?:x|ext\\.?|extension) ?\\d{1,5}+)?+";
    private static final String ALONE =
            "(?![\\p{L}\\p{N}_]|[./:@][\\p{L}\\p{N}]|-(?!(?:office|fax|mobile|home|work|cell)\\b)[\\p{L}\\p{N}]| \\d{2})";

    private static final Set<String> CALLING =
            Set.of(("phone phones telephone tel mobile cell cellphone fax call calls called "
                            + "calling dial text texted ring rang whatsapp sms desk office hotline contact landline messages message"
                            + " line numbers reach answering registered handy telefon téléphone telefono teléfono telefone móvil"
                            + " celular portable telefoon mobiel puhelin telemóvel telemovel cellulare móvel movil")
                    .split(" ", -1));

    /** UTF-16 units before a number in which a word must tell it, where its groups are those of another. */
    private static final int NEAR = 12;

    private static final Set<String> COUNTING =
            Set.of("page", "pages", "pp", "line", "lines", "row", "rows", "between", "from", "about", "of", "some");

    /** With the country code, by a plus sign or two zeros. */
    static final Pattern INTERNATIONAL =
            compile("(?:[+\uff0b] ?|00 ?)[1-9](?:[ .()/\u00a0\u2010\u2011-]{0,3}+\\d){5,16}+");

    static final List<Shape> NATIONAL = List.of(
            new Shape(
                    "phone.american",
                    compile("(?:1[ .-]?)?(?:\\([2-9]\\d\\d\\) ?-?|\\d{3}[ .-])\\d{3}[ .-]?\\d{4}"),
                    (text, start, end) -> true),
            new Shape(
                    "phone.trunk",
                    compile("(?:\\(0\\d{1,4}\\)|0[1-9]\\d{0,4})(?:[ ./-]{0,2}+\\d{2,9}+){1,5}+"),
                    (text, start, end) -> isBetween(digits(text, start, end), 9, 12)
                            && !looksLikeDate(text, start, end)
                            && !isGroupedAsIdentifier(groups(text, start, end))),
            new Shape(
                    "phone.grouped",
                    compile("(?:\\(\\d{2,4}\\) ?|\\d{2,4}[ .-])\\d{2,4}(?:([ .-])\\d{2,4}){0,4}+"),
                    Shape::isGrouped),
            new Shape(
                    "phone.called",
                    compile("\\(?\\d{1,5}(?:[ ./)-]{0,2}\\(?\\d{1,8}\\)?){1,6}"),
                    (text, start, end) -> isBetween(digits(text, start, end), 6, 13)
                            && isBalanced(text, start, end)
                            && (isGroupedAsIdentifier(groups(text, start, end))
                                    ? holds(text, Math.max(0, start - NEAR), start)
                                    : isCalled(text, start, end))
                            && !looksLikeDate(text, start, end)),
            new Shape("phone.plain", compile("\\d{6,15}+"), Shape::isCalled));

    private static Pattern compile(String expression) {
        return Pattern.compile(expression + EXTENSION + ALONE, Pattern.CASE_INSENSITIVE);
    }

    private static boolean isGrouped(String text, int start, int end) {
        if (!isBetween(digits(text, start, end), 7, 12) || looksLikeDate(text, start, end)) {
            return false;
        }
        List<Integer> groups = groups(text, start, end);
        if (isGroupedAsIdentifier(groups)) {
            return false;
        }
        if (isCalled(text, start, end) || (text.charAt(start) == '(' && groups.size() > 2)) {
            return true;
        }
        boolean hyphened = text.substring(start, end).indexOf('-') > 0;
        boolean local = groups.equals(List.of(3, 4)) && text.charAt(start) >= '2';
        return hyphened && (local || groups.equals(List.of(2, 2, 2, 2))) && !COUNTING.contains(wordBefore(text, start));
    }

    /** As social security numbers and the like are. */
    private static boolean isGroupedAsIdentifier(List<Integer> groups) {
        return groups.equals(List.of(3, 2, 4)) || groups.equals(List.of(4, 2, 4));
    }

    private static List<Integer> groups(String text, int start, int end) {
        return Arrays.stream(text.substring(start, end).split("[^0-9]+", -1))
                .filter(group -> !group.isEmpty())
                .map(String::length)
                .toList();
    }

    /** "2009) (2025)" is no number, "(030) 12" is. */
    private static boolean isBalanced(String text, int start, int end) {
        int open = 0;
        for (int at = start; at < end && open >= 0; at++) {
            char c = text.charAt(at);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return open == 0;
    }

    private static boolean isCalled(String text, int start, int end) {
        return holds(text, Math.max(0, start - 30), start) || holds(text, end, Math.min(text.length(), end + 10));
    }

    private static boolean holds(String text, int from, int to) {
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || !Character.isLetter(text.charAt(at))) {
                if (at > start && CALLING.contains(text.substring(start, at).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = at + 1;
            }
        }
        return false;
    }

    private static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && at - end < 3 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 10 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    static boolean looksLikeDate(String text, int start, int end) {
        return text.substring(start, end)
                .matches("\\d{1,2}[-./ ]\\d{1,2}[-./ ](?:\\d{2}|\\d{4})|\\d{4}[-./ ]\\d\\d[-./ ]\\d\\d");
    }

    private static int digits(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += PhoneNumbers.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    private static boolean isBetween(int count, int least, int most) {
        return least <= count && count <= most;
    }
}
