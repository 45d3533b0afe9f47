package io.understudy.core.text;

import io.understudy.core.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The one tokenisation of the house: word boundaries of Unicode Standard Annex 29, white space left out, punctuation
 * kept. The same on every machine and every locale.
 *
 * <p>Where it departs from the annex, and why: white space is never part of a word, not even before a combining mark
 * (the mark begins a word of its own) and not as the narrow no-break space between digits; a colon ends a word
 * ("Name:Ada" is three), as in CLDR's tailoring. Scripts that need a dictionary (Thai, Lao, Khmer, Myanmar), Han and
 * Hiragana give one word per character. Properties come from the JDK's Unicode version.
 */
public final class Words {

    private Words() {}

    /** Receives the UTF-16 range of one word. */
    @FunctionalInterface
    public interface Consumer {
        void word(int start, int end);
    }

    /**
     * Spans of the words of {@code text}, in order; never empty, never overlapping; what lies between them is white
     * space, and there is none inside them.
     */
    public static List<Span> of(String text) {
        List<Span> spans = new ArrayList<>();
        forEach(text, (start, end) -> spans.add(new Span(start, end)));
        return spans;
    }

    /** As {@link #of}, without a list. */
    public static void forEach(String text, Consumer consumer) {
        int length = text.length();
        int at = 0;
        while (at < length) {
            if (WordKind.of(text, at) == WordKind.SPACE) {
                at++;
            } else {
                int end = end(text, at, length);
                consumer.word(at, end);
                at = end;
            }
        }
    }

    /** Whether a character is white space, which is never part of a word: Unicode's White_Space and U+001C..1F. */
    public static boolean isSpace(char character) {
        return WordKind.of(character) == WordKind.SPACE;
    }

    /** The end of the word that begins at {@code start}; the rules' numbers are the annex's. */
    private static int end(String text, int start, int length) {
        int kind = WordKind.of(text, start);
        int at = start + WordKind.width(text, start);
        boolean joiner = kind == WordKind.ZWJ;
        boolean pairOpen = kind == WordKind.REGIONAL;
        while (true) {
            // WB4: marks and format characters belong to what they follow.
            while (at < length && WordKind.isAttached(WordKind.of(text, at))) {
                joiner = WordKind.of(text, at) == WordKind.ZWJ;
                at += WordKind.width(text, at);
            }
            if (at == length) {
                return at;
            }
            int next = WordKind.of(text, at);
            boolean joins = WordKind.joins(kind, next)
                    // WB15, WB16: flags are pairs.
                    || (pairOpen && next == WordKind.REGIONAL)
                    // WB3c: emoji sequences.
                    || (joiner && WordKind.isPictographic(text.codePointAt(at)))
                    // WB7a.
                    || (kind == WordKind.HEBREW && next == WordKind.SINGLE_QUOTE)
                    // WB6, WB7, WB7b, WB7c, WB11, WB12: a middle character with the same kind on both sides.
                    || (WordKind.isMiddle(kind, next) && WordKind.bridges(kind, next, kindAfter(text, at, length)));
            if (!joins) {
                return at;
            }
            pairOpen = false;
            joiner = false;
            if (WordKind.isMiddle(kind, next) && WordKind.bridges(kind, next, kindAfter(text, at, length))) {
                at = skip(text, at, length);
                next = WordKind.of(text, at);
            }
            kind = next;
            at += WordKind.width(text, at);
        }
    }

    private static int skip(String text, int at, int length) {
        int after = at + WordKind.width(text, at);
        while (after < length && WordKind.isAttached(WordKind.of(text, after))) {
            after += WordKind.width(text, after);
        }
        return after;
    }

    private static int kindAfter(String text, int at, int length) {
        int after = skip(text, at, length);
        return after < length ? WordKind.of(text, after) : WordKind.OTHER;
    }
}
