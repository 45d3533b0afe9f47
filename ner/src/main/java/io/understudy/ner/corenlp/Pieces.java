package io.understudy.ner.corenlp;

import io.understudy.core.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long text into pieces of bounded length, so that time and memory grow with the text and not faster. A piece
 * ends, as late as possible in its second half, after an empty line; else after a sentence; else after a line; else
 * after white space; else, where there is none, just at the limit, between two characters.
 */
final class Pieces {

    /** UTF-16 units: some 300 words, a long paragraph. */
    static final int LIMIT = 2_000;

    private Pieces() {}

    /** Spans that cover the text without a gap; none for an empty text. */
    static List<Span> of(String text) {
        return of(text, LIMIT);
    }

    static List<Span> of(String text, int limit) {
        List<Span> pieces = new ArrayList<>();
        int start = 0;
        while (text.length() - start > limit) {
            int end = cut(text, start + limit / 2, start + limit);
            pieces.add(new Span(start, end));
            start = end;
        }
        if (start < text.length()) {
            pieces.add(new Span(start, text.length()));
        }
        return pieces;
    }

    /** The best end in (from, to]; the latest of the best kind. */
    private static int cut(String text, int from, int to) {
        int best = Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
        int bestKind = 0;
        for (int end = best; end > from && bestKind < 4; end--) {
            int kind = Character.isWhitespace(text.charAt(end - 1)) ? kind(text, end - 1) : 0;
            if (kind > bestKind) {
                best = end;
                bestKind = kind;
            }
        }
        return best;
    }

    /** How well a text may be cut after the white space at {@code at}. */
    private static int kind(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        if (text.charAt(at) == '\n') {
            boolean emptyLine = before == '\n' || (before == '\r' && at > 1 && text.charAt(at - 2) == '\n');
            return emptyLine ? 4 : 2;
        }
        boolean sentence = before == '!' || before == '?' || (before == '.' && endsSentence(text, at - 1));
        return sentence ? 3 : 1;
    }

    /** A full stop after a word that begins with a capital may be one of "Mr." or "J."; others end the sentence. */
    private static boolean endsSentence(String text, int stop) {
        int start = stop;
        while (start > 0 && stop - start < 20 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return start < stop && !Character.isUpperCase(text.charAt(start));
    }
}
