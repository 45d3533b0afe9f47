package io.understudy.ner.identifier;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for telling words beside a place in a text. */
final class Telling {

    /** UTF-16 units; some fifteen words before, a few after. */
    private static final int BEFORE = 90;

    private static final int AFTER = 30;

    private final String before;
    private final String after;

    Telling(String text, int start, int end) {
        before = text.substring(Math.max(0, start - BEFORE), start).toLowerCase(Locale.ROOT);
        after = text.substring(end, Math.min(text.length(), end + AFTER)).toLowerCase(Locale.ROOT);
    }

    /** The first of the words that stands there on its own. */
    Optional<String> find(List<String> words) {
        return words.stream()
                .filter(word -> holds(before, word) || holds(after, word))
                .findFirst();
    }

    private static boolean holds(String window, String word) {
        for (int at = window.indexOf(word); at >= 0; at = window.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean whole = (at == 0 || !Character.isLetterOrDigit(window.charAt(at - 1)))
                    && (end == window.length()
                            || !Character.isLetterOrDigit(window.charAt(end))
                            || !Character.isLetterOrDigit(word.charAt(word.length() - 1)));
            if (whole) {
                return true;
            }
        }
        return false;
    }
}
