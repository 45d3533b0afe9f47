package io.understudy.core.text;

import io.understudy.core.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one tokenisation of the house: word boundaries of Unicode Standard Annex 29, white space left out, punctuation
 * kept.
 */
public final class Words {

    private Words() {}

    /** Receives the UTF-16 range of one word. */
    @FunctionalInterface
    public interface Consumer {
        void word(int start, int end);
    }

    /**
     * Spans of the words of {@code text}, in order; never empty, never overlapping; no white space inside or between
     * them is kept.
     */
    public static List<Span> of(String text) {
        List<Span> spans = new ArrayList<>();
        forEach(text, (start, end) -> spans.add(new Span(start, end)));
        return spans;
    }

    public static void forEach(String text, Consumer consumer) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            if (!text.substring(start, end).isBlank()) {
                consumer.word(start, end);
            }
        }
    }
}
