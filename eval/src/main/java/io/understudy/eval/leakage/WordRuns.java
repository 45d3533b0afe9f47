package io.understudy.eval.leakage;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Words as leakage compares them, from normalised text: runs of letters and digits; an apostrophe inside a word joins
 * ("o'connor" is {@code oconnor}) unless a lone "s" follows ("connor's" is {@code connor s}); characters of scripts
 * that put no space between words, and Hangul syllables, are a word each. Punctuation does not count, so "AC/DC" is "ac
 * dc".
 */
final class WordRuns {

    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;

    /** What an ASCII character is: {@link #LETTER}, {@link #DIGIT} or 0. */
    private static final byte[] ASCII = ascii();

    private final String text;
    private long[] hashes;
    private final boolean placed;
    private int[] starts;
    private int[] ends;
    private int size;
    private int weight;
    private int digits;
    private boolean hasJamo;

    /** @param placed whether to note where words begin and end, which few callers ask for */
    private WordRuns(String text, boolean placed) {
        this.text = text;
        this.placed = placed;
        int usual = text.length() / 4 + 2;
        hashes = new long[usual];
        starts = new int[placed ? usual : 0];
        ends = new int[placed ? usual : 0];
        scan();
    }

    /** @param normalised as {@link io.understudy.core.text.Normalization} gives it */
    static WordRuns of(String normalised) {
        WordRuns runs = new WordRuns(normalised, false);
        return runs.hasJamo ? new WordRuns(Normalizer.normalize(normalised, Normalizer.Form.NFC), false) : runs;
    }

    private static byte[] ascii() {
        byte[] kinds = new byte[0x80];
        for (char c = 0; c < kinds.length; c++) {
            kinds[c] = Character.isLetter(c) ? LETTER : Character.isDigit(c) ? DIGIT : 0;
        }
        return kinds;
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            char ascii = text.charAt(at);
            if (ascii < 0x80) {
                at = ASCII[ascii] == 0 ? at + 1 : word(at);
                continue;
            }
            int c = text.codePointAt(at);
            hasJamo |= c >= 0x1100 && c <= 0x11ff;
            if (!Character.isLetterOrDigit(c)) {
                at += Character.charCount(c);
            } else if (standsAlone(c)) {
                add(at, at + Character.charCount(c), mix(START, c));
                weight += 2;
                at += Character.charCount(c);
            } else {
                at = word(at);
            }
        }
    }

    private int word(int start) {
        long hash = START;
        int at = start;
        while (at < text.length()) {
            int c = text.charAt(at);
            if (c < 0x80 && ASCII[c] != 0) {
                digits += ASCII[c] == DIGIT ? 1 : 0;
                weight++;
                hash = mix(hash, c);
                at++;
                continue;
            }
            c = text.codePointAt(at);
            if (c == '\'') {
                if (!joins(at)) {
                    break;
                }
            } else if (!Character.isLetterOrDigit(c) || standsAlone(c)) {
                break;
            } else {
                int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
                digits += digit >= 0 ? 1 : 0;
                weight++;
                hash = mix(hash, digit >= 0 ? '0' + digit : c);
            }
            at += Character.charCount(c);
        }
        add(start, at, hash);
        return at;
    }

    /** Whether the apostrophe at this place, which follows a letter or digit, stands inside a word. */
    private boolean joins(int at) {
        if (at + 1 >= text.length() || !Character.isLetter(text.codePointAt(at + 1))) {
            return false;
        }
        boolean possessive = text.charAt(at + 1) == 's'
                && (at + 2 >= text.length() || !Character.isLetterOrDigit(text.codePointAt(at + 2)));
        return !possessive;
    }

    private void add(int start, int end, long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            starts = Arrays.copyOf(starts, placed ? 2 * size : 0);
            ends = Arrays.copyOf(ends, placed ? 2 * size : 0);
        }
        if (placed) {
            starts[size] = start;
            ends[size] = end;
        }
        hashes[size++] = hash;
    }

    int size() {
        return size;
    }

    /** Letters and digits; a character that is a word of its own counts twice. */
    int weight() {
        return weight;
    }

    int digits() {
        return digits;
    }

    long hash(int word) {
        return hashes[word];
    }

    /** One hash for all words in their order. */
    long runHash() {
        long run = START;
        for (int i = 0; i < size; i++) {
            run = extend(run, hashes[i]);
        }
        return run;
    }

    /** The normalised characters of words {@code from} to {@code to - 1}. */
    String text(int from, int to) {
        WordRuns words = placed ? this : new WordRuns(text, true);
        return text.substring(words.starts[from], words.ends[to - 1]);
    }

    /** The hash of no words, which {@link #extend(long, long)} begins with. */
    static long none() {
        return START;
    }

    /** Feeds the hashes of ever longer runs that start at a word, until the predicate says no. */
    void extend(int from, LongPredicate more) {
        long run = START;
        for (int i = from; i < size; i++) {
            run = extend(run, hashes[i]);
            if (!more.test(run)) {
                return;
            }
        }
    }

    private static final long START = 0xcbf29ce484222325L;

    private static long mix(long hash, int c) {
        long next = (hash ^ c) * 0x100000001b3L;
        return next ^ (next >>> 29);
    }

    static long extend(long run, long word) {
        long next = (Long.rotateLeft(run, 23) ^ word) * 0x9e3779b97f4a7c15L;
        return next ^ (next >>> 32);
    }

    private static boolean standsAlone(int c) {
        if (c < 0x0e00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
