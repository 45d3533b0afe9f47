package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.script.Romanized;

/** A line as it is read: its text, normalised, in words, each with its number and its marks in a lexicon. */
final class Line {

    private final AnnotatedText annotated;
    private final String normalised;
    private final WordRuns words;
    private final int[] numbers;
    private final byte[] marks;
    private final int allMarks;
    private final boolean foreign;

    private Line(AnnotatedText annotated, String normalised, Lexicon lexicon) {
        this.annotated = annotated;
        this.normalised = normalised;
        this.words = WordRuns.of(normalised);
        this.foreign = Romanized.isForeign(normalised);
        this.numbers = lexicon.entries(words);
        this.marks = new byte[words.size()];
        int all = 0;
        for (int i = 0; i < numbers.length; i++) {
            marks[i] = (byte) Lexicon.marks(numbers[i]);
            numbers[i] = Lexicon.number(numbers[i]);
            all |= marks[i];
        }
        this.allMarks = all;
    }

    static Line of(AnnotatedText annotated, String normalised, Lexicon lexicon) {
        return new Line(annotated, normalised, lexicon);
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
