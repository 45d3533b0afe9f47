package io.understudy.ner.identifier;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for telling words beside a place in a text. */
final class Telling {

    /** UTF-16 units; some fifteen words before, a few after. */
    private static final int BEFORE = 90;

    private static final int AFTER = 30;

    private static final int BEHIND = 20;

    private final String before;
    private final String after;

    Telling(String text, int start, int end) {
        before = text.substring(Math.max(0, start - BEFORE), start).toLowerCase(Locale.ROOT);
        after = text.substring(end, Math.min(text.length(), end + AFTER)).toLowerCase(Locale.ROOT);
    }

    /** The nearest of the words that stands there on its own; of two that end at one place the longer. */
    Optional<String> find(List<String> words) {
        return nearest(words).map(Word::word);
    }

    /**
     * A word beside the place.
     *
     * @param distance UTF-16 units between, and more where it stands behind: most words stand before
     */
    record Word(String word, int distance) {

        /** Nearer ones first, then longer ones. */
        static final Comparator<Word> NEAREST = Comparator.comparingInt(Word::distance)
                .thenComparing(each -> -each.word().length());
    }

    Optional<Word> nearest(List<String> words) {
        Optional<Word> nearest = Optional.empty();
        for (String word : words) {
            int distance = distance(word);
            Word found = new Word(word, distance);
            if (distance >= 0 && (nearest.isEmpty() || Word.NEAREST.compare(found, nearest.get()) < 0)) {
                nearest = Optional.of(found);
            }
        }
        return nearest;
    }

    /** -1 where the word does not stand there. */
    private int distance(String word) {
        for (int at = before.lastIndexOf(word); at >= 0; at = at == 0 ? -1 : before.lastIndexOf(word, at - 1)) {
            if (isWhole(before, at, word)) {
                return before.length() - at - word.length();
            }
        }
        for (int at = after.indexOf(word); at >= 0; at = after.indexOf(word, at + 1)) {
            if (isWhole(after, at, word)) {
                return BEHIND + at;
            }
        }
        return -1;
    }

    private static boolean isWhole(String window, int at, String word) {
        int end = at + word.length();
        return (at == 0 || !Character.isLetterOrDigit(window.charAt(at - 1)))
                && (end == window.length()
                        || !Character.isLetterOrDigit(window.charAt(end))
                        || !Character.isLetterOrDigit(word.charAt(word.length() - 1)));
    }
}
