package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.script.Romanized;
import java.util.ArrayList;
import java.util.List;

/** A line as it is read: its text, normalised, in words, each with its number and its marks in a lexicon. */
final class Line {

    private final AnnotatedText annotated;
    private final String normalised;
    private final WordRuns words;
    private final int[] numbers;
    private final byte[] marks;
    private final int allMarks;
    private final boolean foreign;

    private Line(AnnotatedText annotated, String normalised, WordRuns words, int[] entries, int from) {
        this.annotated = annotated;
        this.normalised = normalised;
        this.words = words;
        this.foreign = Romanized.isForeign(normalised);
        this.numbers = new int[words.size()];
        this.marks = new byte[words.size()];
        int all = 0;
        for (int i = 0; i < numbers.length; i++) {
            int entry = entries[from + i];
            numbers[i] = Lexicon.number(entry);
            marks[i] = (byte) Lexicon.marks(entry);
            all |= marks[i];
        }
        this.allMarks = all;
    }

    static Line of(AnnotatedText annotated, String normalised, Lexicon lexicon) {
        return of(List.of(annotated), List.of(normalised), lexicon).get(0);
    }

    /** Many lines, whose words are looked up together. */
    static List<Line> of(List<AnnotatedText> annotated, List<String> normalised, Lexicon lexicon) {
        List<WordRuns> words = new ArrayList<>(normalised.size());
        int size = 0;
        for (String text : normalised) {
            WordRuns runs = WordRuns.of(text);
            words.add(runs);
            size += runs.size();
        }
        long[] hashes = new long[size];
        int at = 0;
        for (WordRuns runs : words) {
            runs.hashes(hashes, at);
            at += runs.size();
        }
        int[] entries = lexicon.entries(hashes, size);
        List<Line> lines = new ArrayList<>(words.size());
        at = 0;
        for (int i = 0; i < words.size(); i++) {
            lines.add(new Line(annotated.get(i), normalised.get(i), words.get(i), entries, at));
            at += words.get(i).size();
        }
        return lines;
    }

    AnnotatedText annotated() {
        return annotated;
    }

    String normalised() {
        return normalised;
    }

    WordRuns words() {
        return words;
    }

    /** The lexicon's number of each word, or -1; not to be changed. */
    int[] numbers() {
        return numbers;
    }

    /** Whether it has letters of a script other than Latin. */
    boolean isForeign() {
        return foreign;
    }

    /** Whether any of its words has a mark. */
    boolean has(int mark) {
        return (allMarks & mark) != 0;
    }

    boolean isMarked(int word, int mark) {
        return (marks[word] & mark) != 0;
    }

    /** How many of its words have a mark. */
    int count(int mark) {
        int count = 0;
        for (int i = 0; has(mark) && i < numbers.length; i++) {
            count += isMarked(i, mark) ? 1 : 0;
        }
        return count;
    }
}
