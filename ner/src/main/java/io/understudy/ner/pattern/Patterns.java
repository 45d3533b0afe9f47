package io.understudy.ner.pattern;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import io.understudy.ner.Overlaps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * All forms, in one scan. Where a digit, a sign or a telling word begins, the forms that may begin there are tried, and
 * the scan goes on after the longest; overlaps that remain are resolved by {@link Overlaps}.
 */
public final class Patterns implements EntityRecognizer {

    public static final Set<Label> LABELS = Set.of(
            Label.EMAIL,
            Label.URL,
            Label.DOMAIN,
            Label.IP_ADDRESS,
            Label.CREDIT_CARD,
            Label.IBAN,
            Label.DATE,
            Label.TIME,
            Label.DURATION,
            Label.MONEY,
            Label.PERCENT,
            Label.NUMBER,
            Label.ORDINAL,
            Label.AGE,
            Label.ADDRESS,
            Label.TITLE,
            Label.POSTCODE);

    private static final Evidence MAIL = Evidence.of("patterns", "email");
    private static final Evidence PAGE = Evidence.of("patterns", "url");
    private static final Evidence IP_V6 = Evidence.of("patterns", "ip_address.ipv6");
    private static final Evidence IBAN = new Evidence("patterns", "iban", Optional.empty(), true);

    private static final int LONGEST_WORD = 14;
    private static final int LONGEST_HOST_LABEL = 63;
    private static final List<Form> DIGIT = join(
            Cards.FORMS, IpAddresses.FORMS, Dates.FORMS, Times.FORMS, Streets.FORMS, Postcodes.DIGITS, Amounts.FORMS);
    private static final Map<String, List<Form>> WORDS = words();

    @Override
    public AnnotatedText recognize(String text) {
        List<Finding> found = Overlaps.resolveFindings(findings(text));
        return new AnnotatedText(text, found.stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        Scan scan = new Scan(text);
        int at = 0;
        while (at < text.length()) {
            at = scan.step(at);
        }
        return scan.found;
    }

    private static Map<String, List<Form>> words() {
        Map<String, List<Form>> words = new HashMap<>();
        put(
                words,
                "january february march april may june july august september october november december",
                Dates.MONTHS);
        put(words, "jan feb mar apr jun jul aug sep sept oct nov dec", Dates.MONTHS);
        put(words, "monday tuesday wednesday thursday friday saturday sunday", Dates.WEEKDAYS);
        put(words, "mon tue tues wed thu thur thurs fri sat sun", Dates.WEEKDAYS);
        put(words, "today tomorrow yesterday tmrw day next last this past coming previous following", Dates.RELATIVES);
        put(words, "christmas xmas boxing easter good thanksgiving halloween new valentine valentines", Dates.HOLIDAYS);
        put(words, "labor labour memorial independence mother mothers father fathers", Dates.HOLIDAYS);
        put(words, "spring summer autumn fall winter q", Dates.SEASONS);
        put(words, "the several a an", Dates.ARTICLES);
        put(words, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", Dates.ORDINALS);
        put(words, "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", Dates.ORDINALS);
        put(words, "twentieth thirtieth twenty thirty", Dates.ORDINALS);
        put(words, "noon midday midnight tonight this", Times.NAMES);
        put(words, "half quarter a an several", Times.PARTS);
        put(words, "half", Amounts.HALVES);
        put(words, "age aged turn turns turned turning", Amounts.AGED);
        put(words, "us ca au nz hk a c s", Amounts.DOLLARS);
        put(words, "p po", Streets.BOXES);
        put(words, Titles.WORDS, Titles.FORMS);
        put(words, String.join(" ", Amounts.CODES), Amounts.CODED);
        String numbers =
                "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                        + "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety a an";
        put(words, numbers, join(Dates.COUNTED, Times.FORMS, Amounts.FORMS));
        words.replaceAll((word, forms) -> List.copyOf(forms));
        return Map.copyOf(words);
    }

    private static void put(Map<String, List<Form>> words, String keys, List<Form> forms) {
        for (String key : keys.split(" ", -1)) {
            words.computeIfAbsent(key, word -> new ArrayList<>()).addAll(forms);
        }
    }

    @SafeVarargs
    private static List<Form> join(List<Form>... lists) {
        List<Form> all = new ArrayList<>();
        for (List<Form> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    /** One text on its way through the scan. */
    private static final class Scan {
        private final String text;
        private final List<Finding> found = new ArrayList<>();
        private final IdentityHashMap<Form, Matcher> matchers = new IdentityHashMap<>();

        Scan(String text) {
            this.text = text;
        }

        /** Tries what may begin at {@code at}, where no word goes on; returns where to go on. */
        int step(int at) {
            char c = text.charAt(at);
            if (isWord(c)) {
                return Character.isDigit(c) ? number(at) : word(at);
            }
            boolean beforeDigit = at + 1 < text.length() && isAsciiDigit(text.charAt(at + 1));
            if (c == '@') {
                add(Web.matchMail(text, at), MAIL);
            } else if (c == ':') {
                return colon(at);
            } else if ((c == '-' || c == '\u2212') && beforeDigit && (at == 0 || !isWord(text.charAt(at - 1)))) {
                return forms(Amounts.FORMS, at, at + 1);
            } else if (Character.getType(c) == Character.CURRENCY_SYMBOL) {
                return forms(Amounts.SIGNED, at, at + 1);
            }
            return at + 1;
        }

        private int number(int at) {
            int end = wordEnd(at);
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            char beforeThat = at < 2 ? ' ' : text.charAt(at - 2);
            boolean joined = switch (before) {
                case '-', '/', '.', '\'', '_' -> isWord(beforeThat);
                case ':', ',' -> Character.isDigit(beforeThat);
                default -> false;
            };
            if (joined || !isAsciiDigit(text.charAt(at))) {
                return end;
            }
            host(at, end);
            return forms(DIGIT, at, end);
        }

        private int word(int at) {
            int end = wordEnd(at);
            int letters = at;
            while (letters < end && Character.isLetter(text.charAt(letters))) {
                letters++;
            }
            if (letters - at > LONGEST_WORD) {
                return end;
            }
            if (end < text.length() && text.charAt(end) == ':' && text.startsWith("://", end)) {
                return add(Web.matchPage(text, at, true), PAGE)
                        .map(Mention::end)
                        .orElse(end);
            }
            if (letters - at >= 2 && end - at >= 4 && letters < end) {
                Optional<Mention> iban = add(Ibans.match(text, at), IBAN);
                if (iban.isPresent()) {
                    return iban.get().end();
                }
            }
            int past = host(at, end);
            if (letters - at <= 2 && letters < end && isAsciiDigit(text.charAt(letters))) {
                past = forms(Postcodes.LETTERS, at, past);
            }
            List<Form> forms = WORDS.get(text.substring(at, letters).toLowerCase(Locale.ROOT));
            return forms == null ? past : forms(forms, at, past);
        }

        /** A page's address without a scheme, where a dot joins a word to the next. */
        private int host(int at, int end) {
            int stop = end;
            while (stop < text.length() && text.charAt(stop) == '-' && stop - at < LONGEST_HOST_LABEL) {
                stop = wordEnd(stop + 1);
            }
            if (stop + 1 >= text.length() || text.charAt(stop) != '.' || !isWord(text.charAt(stop + 1))) {
                return end;
            }
            boolean part = at > 0 && "@.-/_".indexOf(text.charAt(at - 1)) >= 0;
            Optional<Mention> page = Web.matchPage(text, at, true);
            if (page.isEmpty() && !part) {
                page = Web.matchPage(text, at, false);
            }
            return add(page, PAGE).map(Mention::end).orElse(end);
        }

        private int colon(int at) {
            boolean first = at + 1 < text.length()
                    && (text.charAt(at + 1) == ':' || Character.digit(text.charAt(at + 1), 16) >= 0);
            return first
                    ? add(IpAddresses.matchV6(text, at), IP_V6)
                            .map(Mention::end)
                            .orElse(at + 1)
                    : at + 1;
        }

        private int forms(List<Form> forms, int at, int otherwise) {
            int end = otherwise;
            for (Form form : forms) {
                Matcher matcher = matchers.computeIfAbsent(form, any -> form.matcher(text));
                Optional<Finding> finding = form.match(text, at, matcher);
                if (finding.isPresent()) {
                    found.add(finding.get());
                    end = Math.max(end, finding.get().end());
                }
            }
            return end;
        }

        private Optional<Mention> add(Optional<Mention> mention, Evidence evidence) {
            mention.ifPresent(each -> found.add(new Finding(each, 1, evidence)));
            return mention;
        }

        private int wordEnd(int at) {
            int end = at;
            while (end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private static boolean isWord(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
        }

        private static boolean isAsciiDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
