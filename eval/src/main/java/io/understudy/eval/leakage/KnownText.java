package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Seeds;
import io.understudy.core.text.LongHashSet;
import io.understudy.core.text.Normalization;
import io.understudy.eval.view.Masked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a corpus said: its surfaces, the digits of its identifiers, its records and its carriers, as 64-bit hashes. No
 * text is kept. Two texts of one hash count as one, with a probability of n²/2⁶⁵ for n texts.
 *
 * <p>Memory: about 150 bytes for each distinct surface, 24 for each distinct word outside mentions, 60 for each
 * distinct carrier, and 30 and the length of its id for each record. Safe to read from many threads once the last
 * record is added.
 */
public final class KnownText {

    /** A surface with fewer letters and digits, such as "2" or "my", is compared with whole mentions only. */
    static final int SHORTEST_SEARCHED = 3;

    /** A run of words that begins a surface and is none. */
    static final int PART = Integer.MAX_VALUE;

    final Ledger surfaces = new Ledger();
    final Ledger runs = new Ledger();
    final Ledger digits = new Ledger();
    final Ledger carriers = new Ledger();
    final LongIntMap records = new LongIntMap();

    /** To each run of words that begins a surface: {@link #PART}, or the number of the surface that it is. */
    private final LongIntMap prefixes = new LongIntMap();

    private final LongHashSet shortOnes = new LongHashSet();
    private final LongIntMap oneWord = new LongIntMap();
    private final LongIntMap unlabelled = new LongIntMap();
    private final Names ids = new Names();
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> labelNumbers = new HashMap<>();

    /**
     * Remembers one record. Not thread-safe.
     *
     * @return whether no record before had its text, after normalisation
     */
    public boolean add(Example example) {
        int record = ids.add(example.id());
        AnnotatedText line = example.annotated();
        long hash = hash(Normalization.of(line.text()));
        boolean isNew = records.get(hash) < 0;
        if (isNew) {
            records.put(hash, record);
        }
        carriers.note(hash(Masked.carrier(line)), record, 0);
        for (Mention mention : line.mentions()) {
            surface(line.surface(mention), record, number(mention.label().name()));
        }
        countLiterals(line);
        return isNew;
    }

    private void surface(String surface, int record, int label) {
        String normalised = Normalization.of(surface);
        surfaces.note(hash(normalised), record, label);
        WordRuns words = WordRuns.of(normalised);
        if (words.weight() >= SHORTEST_SEARCHED) {
            int run = runs.note(words.runHash(), record, label);
            words.extend(0, prefix -> {
                if (prefixes.get(prefix) < 0) {
                    prefixes.put(prefix, PART);
                }
                return true;
            });
            prefixes.put(words.runHash(), run);
            if (words.size() == 1) {
                oneWord.put(words.hash(0), run);
            }
        } else {
            shortOnes.add(hash(normalised));
        }
        if (words.digits() >= DigitRuns.SHORTEST) {
            DigitRuns.whole(normalised, key -> digits.note(key, record, label));
        }
    }

    /** In how many records each word stands outside mentions. */
    private void countLiterals(AnnotatedText line) {
        List<WordRuns> pieces = new ArrayList<>();
        Masked.segments(line, literal -> pieces.add(WordRuns.of(Normalization.of(literal))), label -> {});
        long[] words = new long[pieces.stream().mapToInt(WordRuns::size).sum()];
        int size = 0;
        for (WordRuns piece : pieces) {
            for (int i = 0; i < piece.size(); i++) {
                words[size++] = piece.hash(i);
            }
        }
        Arrays.sort(words);
        for (int i = 0; i < size; i++) {
            if (i == 0 || words[i] != words[i - 1]) {
                unlabelled.increment(words[i]);
            }
        }
    }

    private int number(String label) {
        return labelNumbers.computeIfAbsent(label, name -> {
            labels.add(name);
            return labels.size() - 1;
        });
    }

    /** How many records were added. */
    public int size() {
        return ids.size();
    }

    /** How many distinct surfaces they have, after normalisation. */
    public int distinctSurfaces() {
        return surfaces.size();
    }

    String id(int record) {
        return ids.get(record);
    }

    String labelName(int label) {
        return labels.get(label);
    }

    /** The number of the surface that a run of words is, {@link #PART} where it begins one, else -1. */
    int surfaceOrPart(long run) {
        return prefixes.get(run);
    }

    /**
     * Whether a surface of one word is a common word of this corpus: it stands unlabelled in at least
     * {@code minSources} records and in more records than it stands labelled. "May" and "track" are surfaces somewhere
     * and ordinary words elsewhere; finding them in running text says nothing.
     */
    boolean isCommon(long oneWordHash, int run, int minSources) {
        int plain = Math.max(0, unlabelled.get(oneWordHash));
        return oneWord.get(oneWordHash) == run && plain >= minSources && plain > runs.records(run);
    }

    /** How many surfaces are common words and thus not searched in running text. */
    public int commonWords(int minSources) {
        int[] count = {0};
        oneWord.forEach((word, run) -> count[0] += isCommon(word, run, minSources) ? 1 : 0);
        return count[0];
    }

    /** How many surfaces have fewer than three letters and digits and are not searched in running text. */
    public long shortSurfaces() {
        return shortOnes.size();
    }

    static long hash(String text) {
        return Seeds.hash(text);
    }
}
