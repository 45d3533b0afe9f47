package io.understudy.eval.leakage;

import java.util.Arrays;
import java.util.Set;

/**
 * The distinct words of a corpus, numbered from 0: in how many records each stands outside mentions, its stem, and what
 * a matcher must know before it looks further. About 40 bytes for each distinct word and 40 for each stem.
 */
final class Lexicon {

    /** The word begins a surface that is searched in running text. */
    static final int BEGINS = 1;

    /** The word is part of a person's name. */
    static final int NAME = 2;

    /** The word says something of its own: four letters or more, and no function word. */
    static final int CONTENT = 4;

    /** The word is a surface by itself, be it short or common. */
    static final int SURFACE = 8;

    /** The word is said for a sign of an address. */
    static final int SIGN = 16;

    /** The word is a number. */
    static final int NUMERAL = 32;

    /** The word is the name of a month. */
    static final int MONTH = 64;

    /** The word is a surface of two words or more, written together. */
    static final int JOINED = 128;

    /** Marks take the lower bits of what the map holds, so that one look finds a word and what is to know of it. */
    private static final int MARK_BITS = 8;

    private static final int ALL_MARKS = (1 << MARK_BITS) - 1;

    private static final int SHORTEST_CONTENT = 4;

    /** English function words of four letters or more; in a large corpus their frequency would give them away. */
    private static final Set<String> FUNCTION_WORDS = Set.of(
            ("about above after again ago also although always among another anything around away because been before being below "
                            + "between both came come could does doing done down during each else even ever every everything from gave "
                            + "getting give going gone have having hello here hers herself himself into itself just keep kept know "
                            + "last least left less like made make many maybe might mine more most much must myself need never next "
                            + "nobody nothing often once only other others ours over please quite rather really right said same says "
                            + "shall should since some someone something soon still such take tell than thank thanks that their them "
                            + "then there these they thing things this those though through thus till today together told took "
                            + "tomorrow under until upon used very want wanted wants well went were what when where whether which "
                            + "while whom whose will with within without would year years yesterday your yours yourself")
                    .split(" ", -1));

    private static final LongIntMap FUNCTION_HASHES = functionHashes();

    private final LongIntMap numbers = new LongIntMap();
    private final LongIntMap stemNumbers = new LongIntMap();
    private int[] stems = new int[64];
    private int[] unlabelled = new int[64];
    private int[] lastRecord = new int[64];
    private int size;

    private static LongIntMap functionHashes() {
        LongIntMap hashes = new LongIntMap();
        FUNCTION_WORDS.forEach(word -> hashes.put(WordRuns.hash(word), 0));
        hashes.trim();
        return hashes;
    }

    /** The number of a word, given one if it is new. */
    int number(WordRuns words, int word) {
        long hash = words.hash(word);
        int entry = numbers.get(hash);
        return entry >= 0 ? number(entry) : add(hash, words.stem(word), words.length(word));
    }

    /** Marks a word, which becomes known by its hash alone if no record uses it so far. */
    void mark(long hash, int bits) {
        int entry = numbers.get(hash);
        if (entry < 0) {
            // Its stem is then one that no text has.
            add(hash, hash, 0);
            entry = numbers.get(hash);
        }
        numbers.put(hash, entry | bits);
    }

    /** Marks a word that some record uses; one that none does stays unknown. */
    void markKnown(long hash, int bits) {
        int entry = numbers.get(hash);
        if (entry >= 0) {
            numbers.put(hash, entry | bits);
        }
    }

    private int add(long hash, long stem, int length) {
        if (size == stems.length) {
            int grown = Math.addExact(size, size / 2);
            stems = Arrays.copyOf(stems, grown);
            unlabelled = Arrays.copyOf(unlabelled, grown);
            lastRecord = Arrays.copyOf(lastRecord, grown);
        }
        if (size >= Integer.MAX_VALUE >> MARK_BITS) {
            throw new IllegalStateException("more than " + size + " distinct words");
        }
        numbers.put(hash, size << MARK_BITS | (saysSomething(hash, length) ? CONTENT : 0));
        int stemNumber = stemNumbers.get(stem);
        if (stemNumber < 0) {
            stemNumber = stemNumbers.size();
            stemNumbers.put(stem, stemNumber);
        }
        stems[size] = saysSomething(hash, length) ? stemNumber : -1;
        lastRecord[size] = -1;
        return size++;
    }

    /** Gives back what room is not needed when no more words come. */
    void trim() {
        numbers.shrink();
        stemNumbers.trim();
        stems = Arrays.copyOf(stems, size);
        unlabelled = Arrays.copyOf(unlabelled, size);
        lastRecord = new int[0];
    }

    /** Whether a word has a mark. */
    boolean isMarked(long hash, int mark) {
        return (marks(numbers.get(hash)) & mark) != 0;
    }

    /**
     * What is known of each word of a line: its number and its marks, for {@link #number} and {@link #marks}; or -1.
     */
    int[] entries(WordRuns words) {
        int[] entries = new int[words.size()];
        numbers.get(words.hashes(), entries);
        return entries;
    }

    static int number(int entry) {
        return entry < 0 ? -1 : entry >>> MARK_BITS;
    }

    static int marks(int entry) {
        return entry < 0 ? 0 : entry & ALL_MARKS;
    }

    /** Whether a word is long enough, and no function word, so that sharing it means something. */
    static boolean saysSomething(long hash, int length) {
        return length >= SHORTEST_CONTENT && FUNCTION_HASHES.get(hash) < 0;
    }

    /** Notes that a record uses the word outside mentions; records come in order. */
    void noteUnlabelled(int number, int record) {
        if (lastRecord[number] != record) {
            lastRecord[number] = record;
            unlabelled[number]++;
        }
    }

    /** @return the number of a word, or -1 */
    int find(long hash) {
        return number(numbers.get(hash));
    }

    /** @return the number of a stem, or -1 */
    int findStem(long stem) {
        return stemNumbers.get(stem);
    }

    /** The number of a word's stem; -1 where sharing the word says nothing. */
    int stem(int number) {
        return stems[number];
    }

    int stemCount() {
        return stemNumbers.size();
    }

    /** In how many records the word stands outside mentions. */
    int unlabelled(int number) {
        return unlabelled[number];
    }
}
