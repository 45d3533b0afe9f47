package io.understudy.eval.leakage;

import java.util.Arrays;

/**
 * Which records share a line's rare words, whatever their order: finds paraphrases. A word counts by its first letters
 * ({@link WordRuns#stem}), so that most inflections are one. About 4 bytes for each rare word of a record, and 8 for
 * each distinct stem.
 *
 * <p>A shared stem is worth -log2 p bits, p = (df + a q) / (n + a): the share of n records that use it, smoothed
 * towards q = 1/512, what a content word of general language has, as if a = 100 records more were known; else all words
 * of a small corpus would look alike.
 */
final class Bags {

    /** Stems in more records than this lead nowhere. */
    private static final int RARE = 64;

    /** So many of a line's rarest stems are followed. */
    private static final int FOLLOWED = 24;

    private static final int FEWEST_SHARED = 3;
    private static final double SHARE = 0.55;

    /** What chance alone shares with the likeliest of n records is log2 n bits; more than this beyond it is none. */
    private static final double SURPRISE = 12;

    private static final double PRIOR_RECORDS = 100;
    private static final double PRIOR_SHARE = 1.0 / 512;

    private static final double LOG_2 = StrictMath.log(2);

    private final Lexicon lexicon;
    private final Passages passages;

    /** What a shared stem is worth, by the number of records that use it. */
    private final double[] bits = new double[1 << 12];

    /**
     * Of each stem the end of its postings, and in how many records it stands: side by side, for they are asked
     * together.
     */
    private int[] lists = {};

    private int[] postings = {};

    Bags(Lexicon lexicon, Passages passages) {
        this.lexicon = lexicon;
        this.passages = passages;
    }

    /** To be called when the last record is added. */
    void seal() {
        Arrays.setAll(bits, this::bitsOf);
        lists = new int[Math.multiplyExact(2, lexicon.stemCount())];
        int[] last = new int[lexicon.stemCount()];
        eachStem(last, (stem, record) -> lists[2 * stem + 1]++);
        int total = 0;
        for (int stem = 0; stem < last.length; stem++) {
            lists[2 * stem] = total;
            total = Math.addExact(total, frequency(stem) <= RARE ? frequency(stem) : 0);
        }
        postings = new int[total];
        Arrays.fill(last, 0);
        eachStem(last, (stem, record) -> {
            if (frequency(stem) <= RARE) {
                postings[lists[2 * stem]++] = record;
            }
        });
    }

    /** In how many records a stem stands. */
    private int frequency(int stem) {
        return lists[2 * stem + 1];
    }

    private interface Stems {
        void stem(int stem, int record);
    }

    /** Each distinct content stem of each record. */
    private void eachStem(int[] last, Stems stems) {
        for (int record = 0; record < passages.size(); record++) {
            for (int at = passages.start(record); at < passages.end(record); at++) {
                int word = passages.word(at);
                int stem = lexicon.stem(word);
                if (stem >= 0 && last[stem] != record + 1) {
                    last[stem] = record + 1;
                    stems.stem(stem, record);
                }
            }
        }
    }

    /**
     * The record that shares the most rare stems with a line.
     *
     * @param record the first one, or -1 where none shares two
     * @param shares how many records share as many
     */
    record Nearest(int record, int shares) {}

    private static final Nearest NONE = new Nearest(-1, 0);

    /** @param stems distinct content stems of a line, by {@link #stemsOf} */
    Nearest nearest(int[] stems) {
        int[] rare = new int[Math.min(stems.length, FOLLOWED)];
        int count = 0;
        int total = 0;
        for (int stem : stems) {
            if (frequency(stem) <= RARE && count < rare.length) {
                rare[count++] = stem;
                total += frequency(stem);
            }
        }
        if (count < 2) {
            return NONE;
        }
        return mostFrequent(rare, count, total);
    }

    /**
     * Few records stand in two lists. A bit for the hash of each record, some hundred bits a record, tells which may,
     * and only those are counted.
     */
    private Nearest mostFrequent(int[] rare, int count, int total) {
        long[] met = new long[Math.max(1, Integer.highestOneBit(total))];
        int[] again = {};
        int size = 0;
        for (int i = 0; i < count; i++) {
            int end = lists[2 * rare[i]];
            for (int at = end - frequency(rare[i]); at < end; at++) {
                int mixed = postings[at] * 0x9e3779b1;
                int cell = (mixed >>> 6) & (met.length - 1);
                long bit = 1L << (mixed >>> 26);
                if ((met[cell] & bit) != 0) {
                    if (size == again.length) {
                        again = Arrays.copyOf(again, size + 8 + size / 2);
                    }
                    again[size++] = postings[at];
                }
                met[cell] |= bit;
            }
        }
        return mostFrequent(rare, count, again, size);
    }

    private Nearest mostFrequent(int[] rare, int count, int[] records, int size) {
        Arrays.sort(records, 0, size);
        int record = -1;
        int most = 1;
        int shares = 0;
        for (int i = 0; i < size; i++) {
            if (i > 0 && records[i] == records[i - 1]) {
                continue;
            }
            int times = 0;
            for (int list = 0; list < count; list++) {
                int end = lists[2 * rare[list]];
                times += Arrays.binarySearch(postings, end - frequency(rare[list]), end, records[i]) >= 0 ? 1 : 0;
            }
            if (times > most) {
                most = times;
                shares = 1;
                record = records[i];
            } else if (times == most && times > 1) {
                shares++;
            }
        }
        return most < 2 ? NONE : new Nearest(record, shares);
    }

    /** The distinct content stems of a line that the corpus knows, rarest first. */
    int[] stemsOf(Line line) {
        WordRuns words = line.words();
        int[] numbers = line.numbers();
        long[] found = new long[numbers.length];
        int size = 0;
        for (int i = 0; i < numbers.length; i++) {
            int stem = line.isMarked(i, Lexicon.CONTENT) ? lexicon.stem(numbers[i]) : -1;
            if (numbers[i] < 0 && Lexicon.saysSomething(words.hash(i), words.length(i))) {
                stem = lexicon.findStem(words.stem(i));
            }
            // A stem that only function words have stands in no record's bag.
            int frequency = stem < 0 ? 0 : frequency(stem);
            if (frequency > 0) {
                found[size++] = (long) frequency << 32 | stem;
            }
        }
        Arrays.sort(found, 0, size);
        int[] stems = new int[size];
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                stems[distinct++] = (int) found[i];
            }
        }
        return Arrays.copyOf(stems, distinct);
    }

    /**
     * Whether a line says so much of what a record says that chance cannot explain it: three stems or more outside
     * mentions, {@value #SHARE} of what the record says there or more, by bits, and {@value #SURPRISE} bits beyond log2
     * n.
     */
    boolean paraphrases(int[] stems, int record) {
        int[] line = stems.clone();
        Arrays.sort(line);
        // A stem outside mentions goes before the same stem inside one.
        long[] own = new long[passages.end(record) - passages.start(record)];
        int size = 0;
        for (int at = passages.start(record); at < passages.end(record); at++) {
            int stem = lexicon.stem(passages.word(at));
            if (stem >= 0) {
                own[size++] = (long) stem << 1 | (passages.inMention(at) ? 1 : 0);
            }
        }
        Arrays.sort(own, 0, size);
        int shared = 0;
        double sharedBits = 0;
        for (int i = 0; i < size; i++) {
            if (isFirst(own, i) && Arrays.binarySearch(line, (int) (own[i] >> 1)) >= 0) {
                shared += (own[i] & 1) == 0 ? 1 : 0;
                sharedBits += bits((int) (own[i] >> 1));
            }
        }
        if (shared < FEWEST_SHARED || sharedBits - Math.log(passages.size() + 1.0) / LOG_2 < SURPRISE) {
            return false;
        }
        double allBits = sharedBits;
        for (int i = 0; i < size; i++) {
            if (isFirst(own, i) && (own[i] & 1) == 0 && Arrays.binarySearch(line, (int) (own[i] >> 1)) < 0) {
                allBits += bits((int) (own[i] >> 1));
            }
        }
        return sharedBits >= SHARE * allBits;
    }

    /** Whether a stem is met for the first time. */
    private static boolean isFirst(long[] own, int i) {
        return i == 0 || own[i] >> 1 != own[i - 1] >> 1;
    }

    private double bits(int stem) {
        int frequency = frequency(stem);
        return frequency < bits.length ? bits[frequency] : bitsOf(frequency);
    }

    private double bitsOf(int frequency) {
        double share = (frequency + PRIOR_RECORDS * PRIOR_SHARE) / (passages.size() + PRIOR_RECORDS);
        return -StrictMath.log(share) / LOG_2;
    }
}
