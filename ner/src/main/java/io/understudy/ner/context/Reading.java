package io.understudy.ner.context;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * A text as words and marks: letters and digits with hyphens and apostrophes inside, a possessive "'s" apart, the dots
 * of "D.C." inside; any other sign is a token of its own. Out of bounds is an empty token.
 */
final class Reading {

    private static final Set<String> ENDS = Set.of(".", "!", "?", "\"", "``", "\u201c", "\u201d", ":", "*", "\u2022");

    final String text;
    private int size;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private final String[] words;

    Reading(String text) {
        this.text = text;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                at++;
                continue;
            }
            int end = isPossessive(at) ? at + 2 : isLetter(at) ? wordEnd(at) : at + 1;
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            starts[size] = at;
            ends[size++] = end;
            at = end;
        }
        words = new String[size];
    }

    private int wordEnd(int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean inside = isLetter(at)
                    || ((c == '-' || c == '&' || c == '\'' || c == '\u2019')
                            && at + 1 < text.length()
                            && isLetter(at + 1)
                            && !isPossessive(at));
            boolean dot = c == '.'
                    && Character.isUpperCase(text.charAt(at - 1))
                    && (at - 2 < start || text.charAt(at - 2) == '.')
                    && (at > start + 1 || (at + 2 < text.length() && text.charAt(at + 2) == '.'));
            if (!inside && !dot) {
                return at;
            }
            at++;
        }
        return at;
    }

    private boolean isLetter(int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private boolean isPossessive(int at) {
        char c = text.charAt(at);
        return (c == '\'' || c == '\u2019')
                && at + 1 < text.length()
                && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
                && (at + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
    }

    int size() {
        return size;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    String word(int index) {
        if (index < 0 || index >= size) {
            return "";
        }
        String word = words[index];
        if (word == null) {
            word = text.substring(starts[index], ends[index]);
            words[index] = word;
        }
        return word;
    }

    String lower(int index) {
        return word(index).toLowerCase(Locale.ROOT);
    }

    boolean is(int index, String word) {
        return word(index).equals(word);
    }

    boolean isIn(int index, Set<String> lowerCase) {
        return index >= 0 && index < size && lowerCase.contains(lower(index));
    }

    /** A word that begins with a capital. */
    boolean isCapital(int index) {
        return index >= 0 && index < size && Character.isUpperCase(text.charAt(starts[index]));
    }

    boolean isWord(int index) {
        return index >= 0 && index < size && Character.isLetter(text.charAt(starts[index]));
    }

    boolean isNumber(int index) {
        return index >= 0 && index < size && Character.isDigit(text.charAt(starts[index]));
    }

    /** Whether a line begins at the token. */
    boolean beginsLine(int index) {
        return index <= 0 || isBreak(ends[index - 1], starts[index]);
    }

    /** Whether a line ends after the token. */
    boolean endsLine(int index) {
        return index >= size - 1 || isBreak(ends[index], starts[index + 1]);
    }

    private boolean isBreak(int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Whether a capital may be there because a sentence begins. */
    boolean begins(int index) {
        return beginsLine(index) || ENDS.contains(word(index - 1));
    }

    /** Whether a token and the next are parted by no more than one space. */
    boolean joined(int index) {
        return index >= 0 && index + 1 < size && starts[index + 1] - ends[index] <= 1 && !endsLine(index);
    }

    /** The last token of the words with capitals that begin at one, at most {@code most} of them. */
    int runEnd(int first, int most) {
        int last = first;
        while (last - first + 1 < most && joined(last) && isCapital(last + 1)) {
            last++;
        }
        return last;
    }

    /** The first token that ends after a place in the text. */
    int at(int place) {
        int found = Arrays.binarySearch(ends, 0, size, place + 1);
        return found >= 0 ? found : -found - 1;
    }

    String between(int first, int last) {
        return text.substring(starts[first], ends[last]);
    }
}
