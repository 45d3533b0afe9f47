package io.understudy.eval.leakage;

import java.util.Arrays;

/**
 * The words of a corpus in their order, and where each run of {@value #GRAM} of them stands: finds the longest run of
 * words that a line shares with any record. Each place is chained to the place before it whose run has the same hash,
 * so that a word of the corpus takes 12 bytes.
 *
 * <p>A line that holds a run of {@code n} words of a record is found to do so unless each {@value #GRAM}-word part of
 * it stands in {@value #MOST_PLACES} or more places: that is common stock, and nobody's in particular.
 */
final class Passages {

    /** Runs shorter than this are not found. */
    static final int GRAM = 4;

    /** So many places of one run are looked at. */
    static final int MOST_PLACES = 64;

    /** No word of the corpus. */
    static final int UNKNOWN = -1;

    private static final int END = 0;
    private static final int MENTION = 1 << 31;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private int[] words = new int[1 << 10];
    private int size;
    private int[] starts = new int[64];
    private int records;
    private int[] heads = {};
    private int[] previous = {};

    /** Begins the next record. */
    void begin() {
        if (records + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, Math.addExact(starts.length, starts.length / 2));
        }
        if (records > 0) {
            append(END);
        }
        starts[records++] = size;
        starts[records] = size;
    }

    /** Adds a word to the record begun last. */
    void add(int lexiconNumber, boolean inMention) {
        append(lexiconNumber + 1 | (inMention ? MENTION : 0));
        starts[records] = size;
    }

    private void append(int word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, Math.addExact(size, size / 2));
        }
        words[size++] = word;
    }

    /** To be called when the last record is added, before anything is asked. */
    void seal() {
        words = Arrays.copyOf(words, size);
        starts = Arrays.copyOf(starts, records + 1);
        heads = new int[Math.max(1, size)];
        previous = new int[size];
        for (int at = 0; at + GRAM <= size; at++) {
            long hash = 0;
            int i = 0;
            while (i < GRAM && word(at + i) >= 0) {
                hash = hash * FACTOR + word(at + i++);
            }
            if (i == GRAM) {
                int slot = slot(hash);
                // Places count from 1 here: 0 is none.
                previous[at] = heads[slot];
                heads[slot] = at + 1;
            }
        }
    }

    int size() {
        return records;
    }

    /** The lexicon's number of the word at a place, or {@link #UNKNOWN} at the end of a record. */
    int word(int place) {
        return (words[place] & ~MENTION) - 1;
    }

    boolean inMention(int place) {
        return words[place] < 0;
    }

    /** The first place of a record. */
    int start(int record) {
        return starts[record];
    }

    /** One past the last place of a record. */
    int end(int record) {
        return record == records - 1 ? size : starts[record + 1] - 1;
    }

    /**
     * A run of a line's words that a record holds too.
     *
     * @param record the latest that holds it
     * @param from number of its first word in the line
     * @param length in words
     * @param shared how many records hold it, counted up to {@value #MOST_PLACES} places
     */
    record Run(int record, int from, int length, int shared) {}

    private static final Run NONE = new Run(-1, 0, 0, 0);

    /**
     * The longest run shared with any record, of those held by fewer than {@code most} records; its length is 0 where
     * there is none.
     *
     * @param line lexicon's numbers of the line's words, or {@link #UNKNOWN}
     * @param stride every how many words to look: runs of {@code stride + GRAM - 1} words are found for certain
     */
    Run longest(int[] line, int stride, int most) {
        Run best = NONE;
        for (int from = 0; from + GRAM <= line.length; from += stride) {
            long hash = 0;
            int i = 0;
            while (i < GRAM && line[from + i] >= 0) {
                hash = hash * FACTOR + line[from + i++];
            }
            if (i == GRAM) {
                Run run = at(line, from, heads[slot(hash)]);
                if (run.shared < most && run.length > best.length) {
                    best = run;
                }
            }
        }
        return best;
    }

    private Run at(int[] line, int from, int head) {
        Run best = NONE;
        int last = -1;
        int shared = 0;
        int places = 0;
        for (int place = head; place > 0 && places < MOST_PLACES; place = previous[place - 1], places++) {
            int at = place - 1;
            int right = 0;
            while (from + right < line.length && at + right < size && same(line[from + right], at + right)) {
                right++;
            }
            if (right < GRAM) {
                continue;
            }
            int left = 0;
            while (from > left && at > left && same(line[from - left - 1], at - left - 1)) {
                left++;
            }
            int record = recordAt(at);
            if (left + right > best.length) {
                best = new Run(record, from - left, left + right, 1);
                shared = 1;
            } else if (left + right == best.length && record != last) {
                shared++;
            }
            last = record;
        }
        return new Run(best.record, best.from, best.length, places == MOST_PLACES ? MOST_PLACES : shared);
    }

    private boolean same(int lineWord, int place) {
        return lineWord >= 0 && lineWord == word(place);
    }

    private int recordAt(int place) {
        int found = Arrays.binarySearch(starts, 0, records, place);
        return found >= 0 ? found : -found - 2;
    }

    private int slot(long hash) {
        long mixed = (hash ^ (hash >>> 29)) * FACTOR;
        return (int) (((mixed >>> 32) * heads.length) >>> 32);
    }
}
