package io.understudy.ner.pattern;

import java.util.Locale;
import java.util.Set;

/** What stands beside a mention. */
final class Context {

    private static final int LONGEST_WORD = 20;

    private Context() {}

    /** The word that ends just before {@code at}, white space aside, in lower case; empty where there is none. */
    static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && at - end < 3 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < LONGEST_WORD && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Whether one of the words stands among the {@code reach} characters before {@code at}. */
    static boolean before(String text, int at, int reach, Set<String> words) {
        return holds(text, Math.max(0, at - reach), at, words);
    }

    /** Whether one of the words stands among the {@code reach} characters after {@code at}. */
    static boolean after(String text, int at, int reach, Set<String> words) {
        return holds(text, at, Math.min(text.length(), at + reach), words);
    }

    private static boolean holds(String text, int from, int to, Set<String> words) {
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || !Character.isLetter(text.charAt(at))) {
                if (at > start && words.contains(text.substring(start, at).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = at + 1;
            }
        }
        return false;
    }
}
