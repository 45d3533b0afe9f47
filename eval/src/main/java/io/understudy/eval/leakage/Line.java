package io.understudy.eval.leakage;

import io.understudy.core.AnnotatedText;

/**
 * A line as it is read: its text, normalised, in words, each with its number in a lexicon, or -1.
 *
 * @param marks all marks of its words together
 * @param isForeign whether it has letters of a script other than Latin
 */
record Line(
        AnnotatedText annotated,
        String normalised,
        WordRuns words,
        int[] numbers,
        int marks,
        boolean isForeign,
        Lexicon lexicon) {

    static Line of(AnnotatedText annotated, String normalised, Lexicon lexicon) {
        WordRuns words = WordRuns.of(normalised);
        int[] numbers = new int[words.size()];
        int marks = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = lexicon.find(words.hash(i));
            marks |= numbers[i] >= 0 ? lexicon.marks(numbers[i]) : 0;
        }
        return new Line(annotated, normalised, words, numbers, marks, Romanized.isForeign(normalised), lexicon);
    }

    boolean has(int mark) {
        return (marks & mark) != 0;
    }

    boolean isMarked(int word, int mark) {
        return numbers[word] >= 0 && (lexicon.marks(numbers[word]) & mark) != 0;
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
