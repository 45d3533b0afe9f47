package io.understudy.ner.phone;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import io.understudy.ner.Overlaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Telephone numbers. Those with a country code are asked of their numbering plan. Those that are written like one (an
 * area code in parentheses, a leading zero, the groups of North America) stand for themselves; other groups of digits
 * need a word such as "call" or "mobile" beside, or a country that was named, in whose plan they are valid and grouped
 * in its way.
 */
public final class PhoneNumbers implements EntityRecognizer {

    public static final Set<Label> LABELS = Set.of(Label.PHONE);

    private static final double VALID = 0.95;

    /** More than that of a plain number. */
    private static final double LIKELY = 0.85;

    private static final int LEAST_DIGITS = 6;

    private final List<String> regions;

    /** National numbers by their shape only. */
    public PhoneNumbers() {
        this(Set.of());
    }

    /** @param countries as labels name them, whose numbering plans tell national numbers too */
    public PhoneNumbers(Set<String> countries) {
        regions = countries.stream().map(NumberingPlans::region).sorted().toList();
    }

    @Override
    public AnnotatedText recognize(String text) {
        List<Finding> found = Overlaps.resolveFindings(findings(text));
        return new AnnotatedText(text, found.stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        List<Finding> found = new ArrayList<>();
        Shapes shapes = null;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean sign = c == '+' || c == '(' || c == '\uff0b';
            if (!sign && !isDigit(c)) {
                at++;
                continue;
            }
            int end = at;
            if (begins(text, at, sign) && hasDigits(text, at)) {
                shapes = shapes == null ? new Shapes(text) : shapes;
                end = match(text, at, shapes, found);
            }
            at = Math.max(end, sign ? at + 1 : digitsEnd(text, at));
        }
        return found;
    }

    /** The end of the number that begins at {@code at}, or {@code at}. */
    private int match(String text, int at, Shapes shapes, List<Finding> found) {
        Evidence evidence = Evidence.of("phones", "phone.international");
        double score = LIKELY;
        int end = shapes.international(at);
        if (end > at) {
            int number = end;
            NumberingPlans judged = judge(text, at, number);
            while (judged == NumberingPlans.IMPOSSIBLE && number > at) {
                number = lastGroup(text, at, number);
                judged = number > at ? judge(text, at, number) : judged;
            }
            end = judged == NumberingPlans.IMPOSSIBLE ? at : number;
            score = judged == NumberingPlans.VALID ? VALID : score;
        }
        for (Shape shape : Shape.NATIONAL) {
            int other = shapes.end(shape, at);
            if (other > end) {
                end = other;
                evidence = Evidence.of("phones", shape.rule());
                score = LIKELY;
            }
        }
        for (String region : followsNumber(text, at) ? List.<String>of() : regions) {
            int other = NumberingPlans.national(text, at, region);
            if (other > end && !Shape.looksLikeDate(text, at, other)) {
                end = other;
                evidence = Evidence.of("phones", "phone.national." + region.toLowerCase(Locale.ROOT));
                score = LIKELY;
            }
        }
        if (end > at) {
            found.add(new Finding(new Mention(at, end, Label.PHONE), score, evidence));
        }
        return end;
    }

    /** Whether digits or a bracket stand before, marks aside: what goes on there is no number of its own. */
    private static boolean followsNumber(String text, int at) {
        int before = at - 1;
        while (before >= 0 && at - before < 4 && " .-/(".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before >= 0 && (isDigit(text.charAt(before)) || text.charAt(before) == ')');
    }

    private static NumberingPlans judge(String text, int start, int end) {
        String number = text.substring(start, end);
        return NumberingPlans.judge(number.startsWith("00") ? "+" + number.substring(2) : number);
    }

    /** Where the number ends without its last group of digits; its start where there is only one. */
    private static int lastGroup(String text, int start, int end) {
        int at = end;
        while (at > start && isDigit(text.charAt(at - 1))) {
            at--;
        }
        while (at > start && !isDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Not inside a word, a number or a date. */
    private static boolean begins(String text, int at, boolean sign) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char beforeThat = at < 2 ? ' ' : text.charAt(at - 2);
        boolean joined = switch (before) {
            case '-', '/', '.', '\'' -> isWord(beforeThat);
            case ':', ',' -> Character.isDigit(beforeThat);
            case '+' -> true;
            default -> isWord(before);
        };
        // In "DE88 0044 0532" the digits belong to what stands before them.
        boolean goesOn = before == ' ' && isDigit(beforeThat) && !(sign && text.charAt(at) == '+');
        return !joined && !goesOn;
    }

    /** Whether enough digits follow with nothing but the marks of a number between. */
    private static boolean hasDigits(String text, int at) {
        int digits = 0;
        int marks = 0;
        for (int i = at; i < text.length() && digits < LEAST_DIGITS; i++) {
            if (isDigit(text.charAt(i))) {
                digits++;
                marks = 0;
            } else if (" +()-./\u00a0\u2010\u2011\u2013\uff0b".indexOf(text.charAt(i)) < 0 || ++marks > 3) {
                return false;
            }
        }
        return digits >= LEAST_DIGITS;
    }

    private static int digitsEnd(String text, int at) {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
