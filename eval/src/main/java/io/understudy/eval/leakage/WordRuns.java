package io.understudy.eval.leakage;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Words as leakage compares them, from normalised text: runs of letters and digits; an apostrophe inside a word joins
 * ("o'connor" is {@code oconnor}) unless a lone "s" follows ("connor's" is {@code connor s}); characters of scripts
 * that put no space between words, and Hangul syllables, are a word each. Punctuation does not count, so "AC/DC" is "ac
 * dc". Latin letters that do not decompose count as the plain ones they are read as: "Łódź" is {@code lodz}, "Søren"
 * {@code soren}.
 *
 * <p>A word's hash is a polynomial in its characters, so that the hash of words written together follows from theirs.
 */
final class WordRuns {

    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;

    /** What an ASCII character is: {@link #LETTER}, {@link #DIGIT} or 0. */
    private static final byte[] ASCII = ascii();

    private final String text;
    private long[] hashes;
    private long[] stems;
    private int[] lengths;
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
        stems = new long[usual];
        lengths = new int[usual];
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
        char[] chars = text.toCharArray();
        int at = 0;
        while (at < chars.length) {
            char ascii = chars[at];
            if (ascii < 0x80) {
                at = ASCII[ascii] == 0 ? at + 1 : word(chars, at);
                continue;
            }
            int c = text.codePointAt(at);
            hasJamo |= c >= 0x1100 && c <= 0x11ff;
            if (!Character.isLetterOrDigit(c)) {
                at += Character.charCount(c);
            } else if (standsAlone(c)) {
                long hash = mix(0, c);
                add(at, at + Character.charCount(c), hash, hash, ALONE);
                weight += 2;
                at += Character.charCount(c);
            } else {
                at = word(chars, at);
            }
        }
    }

    private int word(char[] chars, int start) {
        long hash = 0;
        long stem = 0;
        int length = 0;
        int figures = 0;
        int at = start;
        while (at < chars.length) {
            int c = chars[at];
            if (c < 0x80 && ASCII[c] != 0) {
                figures += ASCII[c] == DIGIT ? 1 : 0;
                hash = mix(hash, c);
                stem = ++length <= STEM ? hash : stem;
                at++;
                continue;
            }
            if (c < 0x80) {
                if (c != '\'' || !joins(at)) {
                    break;
                }
                at++;
                continue;
            }
            c = text.codePointAt(at);
            if (!isPartOfWord(c) || standsAlone(c)) {
                break;
            }
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            figures += digit >= 0 ? 1 : 0;
            String plain = digit >= 0 ? "" : Letters.plain(c);
            if (plain.isEmpty()) {
                hash = mix(hash, digit >= 0 ? '0' + digit : c);
                stem = ++length <= STEM ? hash : stem;
            }
            for (int i = 0; i < plain.length(); i++) {
                hash = mix(hash, plain.charAt(i));
                stem = ++length <= STEM ? hash : stem;
            }
            at += Character.charCount(c);
        }
        weight += length;
        digits += figures;
        add(start, at, hash, stem, length);
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

    private void add(int start, int end, long hash, long stem, int length) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            stems = Arrays.copyOf(stems, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
            starts = Arrays.copyOf(starts, placed ? 2 * size : 0);
            ends = Arrays.copyOf(ends, placed ? 2 * size : 0);
        }
        if (placed) {
            starts[size] = start;
            ends[size] = end;
        }
        stems[size] = stem;
        lengths[size] = length;
        hashes[size++] = hash;
    }

    int size() {
        return size;
    }

    /** The normalised text that these are the words of. */
    String text() {
        return text;
    }

    /** Whether the text may hold an e-mail address. */
    boolean hasAt() {
        return text.indexOf('@') >= 0;
    }

    /** Whether a word is one character of a script that puts no space between words. */
    boolean isAlone(int word) {
        return lengths[word] == ALONE;
    }

    /** Whether two words or more are one character long: what letters said one by one are. */
    boolean hasTwoLetters() {
        int letters = 0;
        for (int i = 0; i < size && letters < 2; i++) {
            letters += length(i) == 1 ? 1 : 0;
        }
        return letters == 2;
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

    /** The hash of each word, then room that means nothing; not to be changed. */
    long[] hashes() {
        return hashes;
    }

    /** The hash of a word's first {@value #STEM} letters, which most of its inflections share. */
    long stem(int word) {
        return stems[word];
    }

    /** Letters and digits of a word; a character that is a word of its own counts once. */
    int length(int word) {
        return Math.abs(lengths[word]);
    }

    /** The hash of words {@code from} to {@code to - 1} written as one. */
    long joined(int from, int to) {
        long hash = 0;
        for (int word = from; word < to; word++) {
            hash = joined(hash, word);
        }
        return hash;
    }

    /** The hash of a text with one more word written on; {@code hash} is the text's, 0 if it is empty. */
    long joined(long hash, int word) {
        long longer = hash;
        for (int i = length(word); i > 0; i--) {
            longer *= FACTOR;
        }
        return longer + hashes[word];
    }

    /** The hash of a word given by its normalised text. */
    static long hash(String word) {
        WordRuns runs = of(word);
        return runs.joined(0, runs.size());
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

    /** In place of the length of a character that is a word of its own. */
    private static final int ALONE = -1;

    private static final int STEM = 5;
    private static final long START = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private static long mix(long hash, int c) {
        return hash * FACTOR + c;
    }

    static long extend(long run, long word) {
        long next = (Long.rotateLeft(run, 23) ^ word) * 0x9e3779b97f4a7c15L;
        return next ^ (next >>> 32);
    }

    /** A letter or digit, or a vowel written beside its consonant, as in the scripts of India. */
    static boolean isPartOfWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK;
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
