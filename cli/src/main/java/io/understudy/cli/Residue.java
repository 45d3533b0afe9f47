package io.understudy.cli;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.ner.EntityRecognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What recognizers find in a line that was stood in for, and that is no surrogate. Counting is not thread-safe. */
final class Residue {

    private final SortedMap<String, Long> found = new TreeMap<>();
    private final SortedMap<String, Long> original = new TreeMap<>();

    /**
     * What is left in one line.
     *
     * @param found labels of all that was found
     * @param original labels of what stands in the original too
     */
    record Left(List<String> found, List<String> original) {}

    /** Any number of threads may. */
    static Left in(AnnotatedText line, String original, EntityRecognizer recognizer) {
        List<String> found = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Mention mention : recognizer.recognize(line.text()).mentions()) {
            boolean surrogate =
                    line.mentions().stream().anyMatch(own -> own.span().overlaps(mention.span()));
            if (!surrogate) {
                String label = mention.label().name();
                found.add(label);
                if (original.contains(line.text().substring(mention.start(), mention.end()))) {
                    said.add(label);
                }
            }
        }
        return new Left(found, said);
    }

    void add(Left left) {
        left.found().forEach(label -> found.merge(label, 1L, Long::sum));
        left.original().forEach(label -> original.merge(label, 1L, Long::sum));
    }

    SortedMap<String, Long> found() {
        return found;
    }

    SortedMap<String, Long> original() {
        return original;
    }
}
