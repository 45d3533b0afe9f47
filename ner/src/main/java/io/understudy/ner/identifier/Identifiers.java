package io.understudy.ner.identifier;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.checksum.NationalId;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import io.understudy.ner.Overlaps;
import io.understudy.ner.identifier.Rule.Proof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * National identifiers and other numbers of registers. Check digits and a telling word make {@value #BOTH}; strong
 * check digits alone {@value #STRONG}; a single one alone {@value #WEAK} where the number stands in one group or is
 * parted by other marks than spaces; a form without check digits is found beside a telling word only, at
 * {@value #CONTEXT}.
 */
public final class Identifiers implements EntityRecognizer {

    private static final double BOTH = 0.99;
    private static final double STRONG = 0.9;
    private static final double WEAK = 0.45;
    private static final double CONTEXT = 0.85;

    private static final int MOST_GROUPS = 7;
    private static final int LONGEST_GROUP = 17;

    private final Map<Long, List<Rule>> byLayout = new HashMap<>();

    /** @param countries whose identifiers to look for; empty: all, see {@link #countries()} */
    public Identifiers(Set<String> countries) {
        for (Rule rule : Rules.ALL) {
            if (countries.isEmpty() || rule.country().isEmpty() || countries.contains(rule.country())) {
                for (int[] layout : rule.layouts()) {
                    long key = 0;
                    for (int length : layout) {
                        key = extend(key, length);
                    }
                    byLayout.computeIfAbsent(key, any -> new ArrayList<>()).add(rule);
                }
            }
        }
    }

    /** Every label that may be given, in alphabetical order. */
    public static Set<Label> labels() {
        Set<Label> labels = new TreeSet<>();
        Rules.ALL.forEach(rule -> labels.add(rule.label()));
        return labels;
    }

    /** The countries whose identifiers are known, in alphabetical order. */
    public static Set<String> countries() {
        Set<String> countries = new TreeSet<>();
        Rules.ALL.stream()
                .map(Rule::country)
                .filter(country -> !country.isEmpty())
                .forEach(countries::add);
        return countries;
    }

    @Override
    public AnnotatedText recognize(String text) {
        List<Finding> found = Overlaps.resolveFindings(findings(text));
        return new AnnotatedText(text, found.stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        List<Finding> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!isPart(text.charAt(at))) {
                at++;
                continue;
            }
            int end = groupEnd(text, at);
            if (begins(text, at, end)) {
                match(text, at, end, found);
            }
            at = end;
        }
        return found;
    }

    /** A group with a digit in it, or a short one before a group that has, not joined to what stands before. */
    private static boolean begins(String text, int start, int end) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        boolean joined = switch (before) {
            case '-', '/', '.', ',', '\'', '_', '@', '+' ->
                before == '_' || before == '@' || before == '+' || (start > 1 && isPart(text.charAt(start - 2)));
            default -> Character.isLetterOrDigit(before) || Character.isSurrogate(before);
        };
        if (joined || end - start > LONGEST_GROUP) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return end - start <= 6
                && end + 1 < text.length()
                && isSeparator(text.charAt(end))
                && isPart(text.charAt(end + 1));
    }

    private void match(String text, int start, int firstEnd, List<Finding> found) {
        int end = firstEnd;
        long key = extend(0, firstEnd - start);
        boolean spaced = false;
        for (int groups = 1; ; groups++) {
            List<Rule> rules = byLayout.get(key);
            if (rules != null && endsHere(text, start, end)) {
                propose(text, start, end, rules, spaced, found);
            }
            if (groups == MOST_GROUPS
                    || end + 1 >= text.length()
                    || !isSeparator(text.charAt(end))
                    || !isPart(text.charAt(end + 1))) {
                return;
            }
            spaced |= text.charAt(end) == ' ' || text.charAt(end) == '\u00a0';
            int next = groupEnd(text, end + 1);
            if (next - end - 1 > LONGEST_GROUP) {
                return;
            }
            key = extend(key, next - end - 1);
            end = next;
        }
    }

    private static void propose(
            String text, int start, int end, List<Rule> rules, boolean spaced, List<Finding> found) {
        String compact = NationalId.compact(text.substring(start, end));
        Telling telling = null;
        List<Told> proposed = new ArrayList<>();
        for (Rule rule : rules) {
            if (!rule.holds().test(compact) || (rule.capitals() && hasSmallLetters(text, start, end))) {
                continue;
            }
            telling = telling == null ? new Telling(text, start, end) : telling;
            Optional<Telling.Word> context = telling.nearest(rule.context());
            double score = score(rule.proof(), context.isPresent(), spaced);
            if (score > 0) {
                proposed.add(new Told(
                        new Finding(
                                new Mention(start, end, rule.label()),
                                score,
                                new Evidence(
                                        "identifiers",
                                        rule.name(),
                                        context.map(Telling.Word::word),
                                        rule.proof() != Proof.FORM)),
                        context.orElse(NOT_TOLD)));
            }
        }
        // Of equals the one that is told of nearer, then in more letters: a "uk passport" is more than a "passport".
        proposed.sort(Comparator.comparing(Told::word, Telling.Word.NEAREST));
        proposed.forEach(each -> found.add(each.finding()));
    }

    private static final Telling.Word NOT_TOLD = new Telling.Word("", Integer.MAX_VALUE);

    private record Told(Finding finding, Telling.Word word) {}

    private static boolean hasSmallLetters(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
                return true;
            }
        }
        return false;
    }

    private static double score(Proof proof, boolean context, boolean spaced) {
        return switch (proof) {
            case FORM -> context ? CONTEXT : 0;
            case WEAK -> context ? BOTH : spaced ? 0 : WEAK;
            case STRONG -> context ? BOTH : STRONG;
        };
    }

    /** Whether the number ends where the group ends, and no more digits go with it. */
    private static boolean endsHere(String text, int start, int end) {
        if (end == text.length()) {
            return !followsDigits(text, start);
        }
        char next = text.charAt(end);
        char afterThat = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
        boolean goesOn = switch (next) {
            case '-', '/', '.', ',', ':', '@', '\'' -> isPart(afterThat);
            case ' ' -> isDigit(text.charAt(end - 1)) && isDigit(afterThat);
            case '_' -> true;
            default -> Character.isLetterOrDigit(next) || Character.isSurrogate(next);
        };
        return !goesOn && !followsDigits(text, start);
    }

    private static boolean followsDigits(String text, int start) {
        return start > 1
                && text.charAt(start - 1) == ' '
                && isDigit(text.charAt(start))
                && isDigit(text.charAt(start - 2));
    }

    private static long extend(long key, int length) {
        return key << 5 | length;
    }

    private static int groupEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '/' || c == '\u00a0' || c == '+';
    }
}
