package io.understudy.templates.induction;

import java.util.ArrayList;
import java.util.List;

/**
 * Text cut into words, each with the gap before it: " to", " my", but "'s" where no space stands before it. A gap
 * before a slot is the last word, {@value #GAP}. Closing punctuation is a word of its own, so that "tomorrow" and
 * "tomorrow?" share one. Written one after the other the words are the text again, up to its spacing: a run of white
 * space counts as one space, and the first word of an utterance has a gap as any other.
 */
final class Joined {

    static final String GAP = " ";

    private static final String CLOSING = ".,;:!?";

    private Joined() {}

    /**
     * @param before whether a slot stands directly before the text
     * @param after whether one stands directly behind it
     */
    static List<String> words(String text, boolean before, boolean after) {
        List<String> words = new ArrayList<>();
        boolean gap = !before;
        int at = 0;
        while (at < text.length()) {
            if (isSpace(text.charAt(at))) {
                gap = true;
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && !isSpace(text.charAt(end))) {
                end++;
            }
            int mark = end;
            while (mark > at && CLOSING.indexOf(text.charAt(mark - 1)) >= 0) {
                mark--;
            }
            for (String word : List.of(text.substring(at, mark), text.substring(mark, end))) {
                if (!word.isEmpty()) {
                    words.add(gap ? GAP + word : word);
                    gap = false;
                }
            }
            at = end;
        }
        if (after && gap) {
            words.add(GAP);
        }
        return List.copyOf(words);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }
}
