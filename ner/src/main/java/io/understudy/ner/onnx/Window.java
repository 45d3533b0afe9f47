package io.understudy.ner.onnx;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of pieces that goes through the model at once, and the part of it whose answers count: what lies in two
 * windows is taken from the one in which it stands farther from the edge.
 *
 * @param from first piece, inclusive
 * @param to last piece, exclusive
 * @param ownFrom first piece whose answer counts
 * @param ownTo last piece whose answer counts, exclusive
 */
record Window(int from, int to, int ownFrom, int ownTo) {

    /**
     * Windows whose own parts cover all pieces once. They begin at the start of a word where one is near.
     *
     * @param words number of each piece's word
     * @param longest pieces in a window
     * @param overlap pieces that neighbours share, less than half of {@code longest}
     */
    static List<Window> over(long[] words, int longest, int overlap) {
        List<Window> windows = new ArrayList<>();
        int from = 0;
        int ownFrom = 0;
        while (words.length - from > longest) {
            int to = from + longest;
            int next = wordStart(words, to - overlap, to - overlap - overlap / 2);
            int middle = wordStart(words, (next + to) / 2, next);
            windows.add(new Window(from, to, ownFrom, middle));
            ownFrom = middle;
            from = next;
        }
        windows.add(new Window(from, words.length, ownFrom, words.length));
        return windows;
    }

    /** The last start of a word in (least, at], or {@code at} where a word is longer than that. */
    private static int wordStart(long[] words, int at, int least) {
        for (int i = at; i > least; i--) {
            if (words[i] != words[i - 1]) {
                return i;
            }
        }
        return at;
    }

    int length() {
        return to - from;
    }
}
