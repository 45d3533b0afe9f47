package io.understudy.ner.address;

import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lines above an address that begins a line: who lives or works there. */
final class Addressees {

    /** Below the score of what else is found there. */
    private static final double SCORE = 0.7;

    private static final int MOST_LINES = 3;
    private static final int MOST_WORDS = 5;
    private static final int LONGEST_LINE = 60;
    private static final String MARKS = "> \t\u00a0|*-";

    private static final Set<String> NO_NAMES = Set.of(
            ("address office contact billing shipping delivery home mailing head main visit us our new old the from to"
                            + " dear hi hello regards sincerely best kind yours thanks love cheers name phone tel email fax"
                            + " directions location venue where when date invoice order attention attn re subject street"
                            + " summary notes note total details information headquarters registered business returns")
                    .split(" ", -1));

    private static final Set<String> ORGANIZATIONS = Set.of(("inc ltd llc plc gmbh ag corp co company group partners"
                    + " technologies systems services solutions bank university college school institute hospital clinic"
                    + " agency council office association society foundation trust media capital markets data web labs")
            .split(" ", -1));

    private Addressees() {}

    /** @param start where the address begins */
    static void add(String text, int start, List<Finding> found) {
        int end = lineStart(text, start);
        if (end < 0 || !isMarks(text, end, start)) {
            return;
        }
        for (int lines = 0; lines < MOST_LINES && end > 0; lines++) {
            int last = end - 1;
            int first = lineStart(text, last);
            if (first < 0) {
                return;
            }
            int from = first;
            int to = last;
            while (from < to && MARKS.indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            while (to > from && " \t\r,".indexOf(text.charAt(to - 1)) >= 0) {
                to--;
            }
            boolean blank = from == to;
            if (!blank) {
                if (to - from > LONGEST_LINE || !isName(text, from, to)) {
                    return;
                }
                Label label = label(text.substring(from, to));
                found.add(new Finding(new Mention(from, to, label), SCORE, Evidence.of("addresses", "addressee")));
            } else if (lines > 0) {
                return;
            }
            end = first;
        }
    }

    /** Where the line begins, or -1 where it is long: no name stands there, and time stays linear. */
    private static int lineStart(String text, int at) {
        int from = at;
        while (from > 0 && text.charAt(from - 1) != '\n') {
            if (at - from > LONGEST_LINE + MARKS.length()) {
                return -1;
            }
            from--;
        }
        return from;
    }

    private static boolean isMarks(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (MARKS.indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Words with capitals, with "and" and commas between. */
    private static boolean isName(String text, int from, int to) {
        String[] words = text.substring(from, to).split("[ \u00a0]+", -1);
        boolean first = true;
        for (String word : words) {
            String bare = word.replaceAll("[.,]+$", "");
            boolean small = Set.of("and", "of", "&", "van", "de", "von", "der", "la", "del", "ten")
                    .contains(bare);
            boolean capital = !bare.isEmpty()
                    && Character.isUpperCase(bare.codePointAt(0))
                    && bare.chars().allMatch(c -> Character.isLetter(c) || "'\u2019-.&".indexOf(c) >= 0);
            if ((first && !capital) || !(capital || small) || NO_NAMES.contains(bare.toLowerCase(Locale.ROOT))) {
                return false;
            }
            first = false;
        }
        return words.length <= MOST_WORDS && text.charAt(to - 1) != ':' && text.charAt(to - 1) != '.';
    }

    /** Two to four plain words are somebody; one, or several with "and", a firm. */
    private static Label label(String name) {
        String[] words = name.split("[ \u00a0]+", -1);
        boolean firm = words.length == 1
                || name.contains(" and ")
                || name.contains("&")
                || ORGANIZATIONS.contains(
                        words[words.length - 1].replace(".", "").toLowerCase(Locale.ROOT));
        return firm ? Label.ORGANIZATION : Label.PERSON;
    }
}
