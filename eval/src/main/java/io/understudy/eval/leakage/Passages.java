package io.understudy.eval.leakage;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The words of a corpus in their order, and a suffix array over them (U. Manber and G. Myers, SODA 1990): finds the
 * longest run of words that a line shares with any record, and how many records share it. The places are dealt to
 * buckets by a hash of their first {@value #GRAM} words and sorted inside their bucket word by word (J. Bentley and R.
 * Sedgewick, SODA 1997), so that a search begins where it would otherwise arrive after twenty steps. A word of the
 * corpus takes 13 to 14 bytes.
 *
 * <p>Exact for runs of {@value #GRAM} to {@value #DEEPEST} words, however often their parts stand in the corpus; of
 * longer ones, places that agree in their first {@value #DEEPEST} words count as equal.
 */
final class Passages {

    /** Runs shorter than this are not found. */
    static final int GRAM = 4;

    /** So many words of a run are compared. */
    static final int DEEPEST = 64;

    /** No word of the corpus. */
    static final int UNKNOWN = -1;

    private static final int END = 0;
    private static final int MENTION = 1 << 31;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    /** Up to here insertion beats partition. */
    private static final int FEW = 8;

    private int[] words = new int[1 << 10];
    private int size;
    private int[] starts = new int[64];
    private int records;

    /** Places, bucket by bucket, each sorted; {@code bounds[b]} is the first of bucket b. */
    private int[] places = {};

    private int[] bounds = {};

    /**
     * Most runs that are asked for are absent, and three bits for the hash of each in one long keep them off (a blocked
     * filter: F. Putze, P. Sanders and J. Singler, WEA 2007); 8 to 16 bits a place let through one in a hundred.
     */
    private long[] filter = {};

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
        filter = new long[Math.max(1, Integer.highestOneBit(size) >> 2)];
        bounds = new int[Math.max(1, size) + 1];
        eachRun((place, hash) -> bounds[bucket(hash) + 1]++);
        for (int bucket = 0; bucket + 1 < bounds.length; bucket++) {
            bounds[bucket + 1] += bounds[bucket];
        }
        places = new int[bounds[bounds.length - 1]];
        // Filled from the front, each bound becomes the one after it; they are moved back below.
        eachRun((place, hash) -> {
            places[bounds[bucket(hash)]++] = place;
            filter[cell(hash)] |= bits(hash);
        });
        System.arraycopy(bounds, 0, bounds, 1, bounds.length - 1);
        bounds[0] = 0;
        IntStream.range(0, bounds.length - 1).parallel().forEach(bucket -> sort(bounds[bucket], bounds[bucket + 1], 0));
    }

    private interface Runs {
        void run(int place, long hash);
    }

    /** Each place where {@value #GRAM} words of one record begin. */
    private void eachRun(Runs runs) {
        int length = 0;
        for (int end = 0; end < size; end++) {
            length = words[end] == END ? 0 : length + 1;
            if (length >= GRAM) {
                int at = end - GRAM + 1;
                runs.run(at, hash(word(at), word(at + 1), word(at + 2), word(at + 3)));
            }
        }
    }

    /** Sorts places that agree in their first {@code depth} words. */
    private void sort(int from, int to, int depth) {
        int low = from;
        int high = to;
        int deep = depth;
        while (high - low > FEW && deep < DEEPEST) {
            int pivot = wordAt(places[(low + high) >>> 1], deep);
            int less = low;
            int more = high;
            for (int at = low; at < more; ) {
                int word = wordAt(places[at], deep);
                if (word < pivot) {
                    swap(at++, less++);
                } else if (word > pivot) {
                    swap(at, --more);
                } else {
                    at++;
                }
            }
            sort(low, less, deep);
            sort(more, high, deep);
            if (pivot == UNKNOWN) {
                return;
            }
            low = less;
            high = more;
            deep++;
        }
        for (int i = low + 1; i < high && deep < DEEPEST; i++) {
            for (int j = i; j > low && compare(places[j - 1], places[j], deep) > 0; j--) {
                swap(j - 1, j);
            }
        }
    }

    private void swap(int i, int j) {
        int place = places[i];
        places[i] = places[j];
        places[j] = place;
    }

    private int compare(int one, int other, int depth) {
        for (int deep = depth; deep < DEEPEST; deep++) {
            int word = wordAt(one, deep);
            int difference = Integer.compare(word, wordAt(other, deep));
            if (difference != 0 || word == UNKNOWN) {
                return difference;
            }
        }
        return 0;
    }

    /** The word so far behind a place; {@link #UNKNOWN} where the corpus or the record ends there. */
    private int wordAt(int place, int depth) {
        return place + depth < size ? word(place + depth) : UNKNOWN;
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
     * @param record the first that holds it
     * @param from number of its first word in the line
     * @param length in words
     */
    record Run(int record, int from, int length) {}

    private static final Run NONE = new Run(-1, 0, 0);

    /**
     * The longest run shared with any record, of those held by fewer than {@code most} records; its length is 0 where
     * there is none.
     *
     * @param line lexicon's numbers of the line's words, or {@link #UNKNOWN}
     * @param holders receives each record that holds any such run, some of them more than once
     */
    Run longest(int[] line, int most, IntConsumer holders) {
        Run best = NONE;
        long held = 0;
        for (int at = 0; at + GRAM <= line.length; at++) {
            held |= mayHold(line, at) << at;
            if ((at & 63) == 63 || at + GRAM == line.length) {
                for (; held != 0; held &= held - 1) {
                    best = longer(line, (at & ~63) + Long.numberOfTrailingZeros(held), most, holders, best);
                }
            }
        }
        return best;
    }

    /** 1 where a record may hold the run that begins at a word, else 0; without a branch that waits for memory. */
    private long mayHold(int[] line, int from) {
        int known = line[from] | line[from + 1] | line[from + 2] | line[from + 3];
        if (known < 0) {
            return 0;
        }
        long hash = hash(line[from], line[from + 1], line[from + 2], line[from + 3]);
        long missing = ~filter[cell(hash)] & bits(hash);
        return ((missing | -missing) >>> 63) ^ 1;
    }

    /** The longest run from this word on, where it is longer than {@code best} and few enough records hold it. */
    private Run longer(int[] line, int from, int most, IntConsumer holders, Run best) {
        int bucket = bucket(hash(line[from], line[from + 1], line[from + 2], line[from + 3]));
        int low = bounds[bucket];
        int high = bounds[bucket + 1];
        // The neighbours of the place where the line would stand share most with it.
        int at = search(line, from, low, high, DEEPEST, 0);
        int length = Math.max(
                at > low ? shared(line, from, places[at - 1]) : 0, at < high ? shared(line, from, places[at]) : 0);
        if (length < GRAM) {
            return best;
        }
        // Who holds a longer run holds the shortest that few hold, too.
        int[] few = {};
        int deepest = Math.min(length, DEEPEST);
        for (int depth = GRAM; few.length == 0 && depth <= deepest; depth++) {
            low = search(line, from, low, at, depth, 0);
            high = search(line, from, at, high, depth, 1);
            few = few(low, high, most);
        }
        for (int record : few) {
            holders.accept(record);
        }
        if (length <= best.length || few.length == 0) {
            return best;
        }
        int first = search(line, from, low, at, deepest, 0);
        int end = search(line, from, at, high, deepest, 1);
        return new Run(Arrays.stream(few(first, end, most)).min().orElseThrow(), from, length);
    }

    /**
     * The first place from {@code low} on that is not below the line's words, or with a {@code tie} of 1 above them.
     */
    private int search(int[] line, int from, int low, int high, int depth, int tie) {
        int left = low;
        int right = high;
        while (left < right) {
            int middle = (left + right) >>> 1;
            if (compare(places[middle], line, from, depth) < tie) {
                left = middle + 1;
            } else {
                right = middle;
            }
        }
        return left;
    }

    private int compare(int place, int[] line, int from, int depth) {
        for (int deep = 0; deep < depth; deep++) {
            int word = wordAt(place, deep);
            int asked = from + deep < line.length ? line[from + deep] : UNKNOWN;
            if (word != asked || word == UNKNOWN) {
                return Integer.compare(word, asked);
            }
        }
        return 0;
    }

    private int shared(int[] line, int from, int place) {
        int length = 0;
        while (from + length < line.length
                && line[from + length] >= 0
                && line[from + length] == wordAt(place, length)) {
            length++;
        }
        return length;
    }

    /** The records of these places, each once; none where they are {@code most} records or more. */
    private int[] few(int from, int to, int most) {
        int[] found = new int[Math.min(most, to - from)];
        int count = 0;
        for (int i = from; i < to; i++) {
            int record = recordAt(places[i]);
            int at = 0;
            while (at < count && found[at] != record) {
                at++;
            }
            if (at == count) {
                found[count++] = record;
                if (count == most) {
                    return new int[0];
                }
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    private int recordAt(int place) {
        int found = Arrays.binarySearch(starts, 0, records, place);
        return found >= 0 ? found : -found - 2;
    }

    private static long hash(int first, int second, int third, int fourth) {
        long hash = ((first * FACTOR + second) * FACTOR + third) * FACTOR + fourth;
        return (hash ^ (hash >>> 29)) * FACTOR;
    }

    private int bucket(long hash) {
        return (int) (((hash >>> 32) * (bounds.length - 1)) >>> 32);
    }

    private int cell(long hash) {
        return (int) (hash >>> 32) & (filter.length - 1);
    }

    private static long bits(long hash) {
        return 1L << (hash >>> 14) | 1L << (hash >>> 20) | 1L << (hash >>> 26);
    }
}
