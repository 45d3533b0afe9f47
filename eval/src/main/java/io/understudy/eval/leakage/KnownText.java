package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.text.LongHashSet;
import io.understudy.core.text.Normalization;
import io.understudy.eval.view.Masked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * What a corpus said: its surfaces in all their spellings, its records, its carriers, and its words in their order, as
 * numbers and 64-bit hashes. No text is kept. Two texts of one hash count as one, with a probability of n²/2⁶⁵ for n
 * texts.
 *
 * <p>Memory: about 280 bytes for each distinct surface, 50 for each distinct word, 80 for each distinct carrier, 80 and
 * the length of its id for each record, and 12 to 20 for each word of the text; under 8 bytes for each byte of ordinary
 * text in all. Safe to read from many threads once the last record is added; the first who asks closes it.
 */
public final class KnownText {

    /** A surface with fewer letters and digits, such as "2" or "my", is compared with whole mentions only. */
    static final int SHORTEST_SEARCHED = 3;

    /** A run of words that begins a surface and is none. */
    static final int PART = Integer.MAX_VALUE;

    final Ledger surfaces = new Ledger();
    final Ledger runs = new Ledger();
    final Ledger carriers = new Ledger();
    final Ledger records = new Ledger();
    final Lexicon lexicon = new Lexicon();
    final Passages passages = new Passages();
    final Bags bags = new Bags(lexicon, passages);
    final Combinations combinations = new Combinations();
    final Spellings spellings = new Spellings(this);

    /** Intents with their labels. */
    final Ledger labelSets = new Ledger();

    /** Ids that name more than a place in a file. */
    final LongIntMap tellingIds = new LongIntMap();

    private final LongIntMap prefixes = new LongIntMap();
    private final Ledger shorts = new Ledger();
    private final LongHashSet shortOnes = new LongHashSet();
    private final LongIntMap oneWord = new LongIntMap();
    private final Names ids = new Names();
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> labelNumbers = new HashMap<>();
    private BiPredicate<Label, String> spared = (label, surface) -> false;
    private boolean closed;

    /** Surfaces of which this holds are words like any other. */
    public void spare(BiPredicate<Label, String> isEveryday) {
        spared = isEveryday;
    }

    /** Whether nothing in a line stands for anybody: it has no mention, or only such as are spared. */
    boolean isSpared(AnnotatedText line) {
        return line.mentions().stream().allMatch(mention -> spared.test(mention.label(), line.surface(mention)));
    }

    /**
     * Remembers one record. Not thread-safe.
     *
     * @return whether no record before had its text, after normalisation
     * @throws IllegalStateException if something was asked already
     */
    public boolean add(Example example) {
        if (closed) {
            throw new IllegalStateException("records are added before the first question");
        }
        int record = ids.add(example.id());
        AnnotatedText line = example.annotated();
        long hash = hash(Normalization.of(line.text()));
        boolean isNew = records.find(hash) < 0;
        records.note(hash, record, 0);
        if (isTelling(example.id())) {
            tellingIds.put(hash(Normalization.of(example.id())), record);
        }
        carriers.note(hash(Masked.carrier(line)), record, 0);
        labelSets.note(labelSet(example), record, 0);
        words(line, record);
        return isNew;
    }

    private void words(AnnotatedText line, int record) {
        passages.begin();
        int at = 0;
        for (Mention mention : line.mentions()) {
            literal(line.text().substring(at, mention.start()), record);
            String surface = line.surface(mention);
            if (spared.test(mention.label(), surface)) {
                literal(surface, record);
            } else {
                surface(surface, record, number(mention.label().name()));
            }
            at = mention.end();
        }
        literal(line.text().substring(at), record);
    }

    private void literal(String literal, int record) {
        WordRuns words = WordRuns.of(Normalization.of(literal));
        for (int i = 0; i < words.size(); i++) {
            int word = lexicon.number(words, i);
            lexicon.noteUnlabelled(word, record);
            passages.add(word, false);
        }
    }

    private void surface(String surface, int record, int label) {
        String normalised = Normalization.of(surface);
        WordRuns words = WordRuns.of(normalised);
        for (int i = 0; i < words.size(); i++) {
            passages.add(lexicon.number(words, i), true);
        }
        long hash = hash(normalised);
        boolean isNew = surfaces.find(hash) < 0;
        surfaces.note(hash, record, label);
        if (words.size() == 1) {
            lexicon.mark(words.hash(0), Lexicon.SURFACE);
        }
        if (words.weight() < SHORTEST_SEARCHED || (words.size() > 1 && words.weight() == SHORTEST_SEARCHED)) {
            shortOnes.add(hash);
            combinations.note(2 * shorts.note(words.runHash(), record, label) + 1, record);
            return;
        }
        int run = runs.note(words.runHash(), record, label);
        combinations.note(2 * run, record);
        if (isNew) {
            searchFor(words, run);
            if (words.size() == 1) {
                oneWord.put(words.hash(0), run);
            }
            spellings.add(surface, normalised, words, new Spellings.Origin(run, record, label, labels.get(label)));
        }
    }

    /** Makes a run of words one that is found in running text, as the surface of this number. */
    void searchFor(WordRuns words, int run) {
        words.extend(0, prefix -> {
            if (prefixes.get(prefix) < 0) {
                prefixes.put(prefix, PART);
            }
            return true;
        });
        int before = prefixes.get(words.runHash());
        if (before < 0 || before == PART) {
            prefixes.put(words.runHash(), run);
        }
        lexicon.number(words, 0);
        lexicon.mark(words.hash(0), Lexicon.BEGINS);
    }

    /** No more records come; may be called again. */
    public void close() {
        if (!closed) {
            closed = true;
            spellings.markJoined();
            lexicon.trim();
            for (Ledger ledger : List.of(surfaces, runs, carriers, records, labelSets, shorts)) {
                ledger.trim();
            }
            for (LongIntMap map : List.of(prefixes, oneWord, tellingIds)) {
                map.trim();
            }
            spellings.trim();
            passages.seal();
            bags.seal();
            combinations.seal(2 * Math.max(runs.size(), shorts.size()));
        }
    }

    private int number(String label) {
        return labelNumbers.computeIfAbsent(label, name -> {
            labels.add(name);
            return labels.size() - 1;
        });
    }

    /** An intent with the labels of a line, each as often as it stands there. */
    static long labelSet(Example example) {
        List<String> names = new ArrayList<>();
        example.annotated()
                .mentions()
                .forEach(mention -> names.add(mention.label().name()));
        Collections.sort(names);
        return hash(example.intent().orElse("") + '\u0000' + String.join("\u0000", names));
    }

    /** Whether an id says more than a number in a row: seven digits, or twelve letters and digits of both kinds. */
    static boolean isTelling(String id) {
        if (id.length() < DigitRuns.SHORTEST) {
            return false;
        }
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < id.length(); i++) {
            digits += Character.isDigit(id.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(id.charAt(i)) ? 1 : 0;
        }
        return digits >= DigitRuns.SHORTEST || (digits >= 4 && letters + digits >= 12);
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

    /**
     * Whether words that another corpus was found to say are said here too, and name nobody's identifier or address.
     */
    boolean saysToo(Match match) {
        WordRuns words = WordRuns.of(match.text());
        return match.rule() == Rule.SOURCE_SURFACE
                && words.digits() < DigitRuns.SHORTEST
                && !words.hasAt()
                && (surfaces.find(hash(match.text())) >= 0 || runs.find(words.runHash()) >= 0);
    }

    /** The number of the surface that a run of words is, {@link #PART} where it begins one, else -1. */
    int surfaceOrPart(long run) {
        return prefixes.get(run);
    }

    /** The number that {@link #combinations} knows a surface of one word by, or -1. */
    int combinationOf(long oneWordHash) {
        int run = oneWord.get(oneWordHash);
        if (run >= 0) {
            return 2 * run;
        }
        int shortOne = shorts.find(WordRuns.extend(WordRuns.none(), oneWordHash));
        return shortOne >= 0 ? 2 * shortOne + 1 : -1;
    }

    /**
     * Whether a surface of one word is a common word of this corpus: it stands unlabelled in at least
     * {@code minSources} records and in more records than it stands labelled. "May" and "track" are surfaces somewhere
     * and ordinary words elsewhere; finding them in running text says nothing.
     */
    boolean isCommon(long oneWordHash, int run, int minSources) {
        int word = lexicon.find(oneWordHash);
        int plain = word < 0 ? 0 : lexicon.unlabelled(word);
        return plain >= minSources && plain > runs.records(run) && oneWord.get(oneWordHash) == run;
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
        return LongHashSet.hash(text);
    }
}
