package io.understudy.ner.gazetteer;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import io.understudy.core.text.Normalization;
import io.understudy.core.text.Words;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.Evidence;
import io.understudy.ner.Finding;
import io.understudy.ner.Overlaps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the phrases of its lists as whole words, in one pass for all, case, accents and the width of spaces aside. A
 * phrase never goes over a line break; one of two lists counts as the first's.
 */
public final class Gazetteer implements EntityRecognizer {

    /**
     * @param label of what is found
     * @param name for the evidence
     * @param score of what is found
     * @param phrases those without a letter or digit are left out
     * @param wanted asked of each surface, in the letters of the text
     */
    public record Entry(Label label, String name, double score, List<String> phrases, Predicate<String> wanted) {

        public Entry {
            phrases = List.copyOf(phrases);
        }

        /** Finds each phrase in whatever letters it is written. */
        public Entry(Label label, String name, double score, List<String> phrases) {
            this(label, name, score, phrases, surface -> true);
        }
    }

    private final List<Entry> entries;
    private final List<Evidence> evidence;
    private final Automaton automaton = new Automaton();

    public Gazetteer(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.evidence = entries.stream()
                .map(entry -> Evidence.of("gazetteer", entry.name))
                .toList();
        for (int list = 0; list < entries.size(); list++) {
            for (String phrase : entries.get(list).phrases) {
                List<String> words = words(phrase);
                if (!words.isEmpty()) {
                    automaton.add(words, list);
                }
            }
        }
        automaton.link();
    }

    @Override
    public AnnotatedText recognize(String text) {
        List<Finding> found = Overlaps.resolveFindings(findings(text));
        return new AnnotatedText(text, found.stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        List<Finding> found = new ArrayList<>();
        scan(text, new ArrayList<>(), (start, end, first, list) -> {
            Entry entry = entries.get(list);
            found.add(new Finding(new Mention(start, end, entry.label), entry.score, evidence.get(list)));
        });
        return found;
    }

    /** Receives a phrase: its range, the number of its first word, its list. */
    @FunctionalInterface
    interface Consumer {
        void phrase(int start, int end, int firstWord, int list);
    }

    /** @param words gets the words of the text as the scan goes */
    void scan(String text, List<Span> words, Consumer consumer) {
        Automaton.Run run = automaton.new Run();
        Words.forEach(text, (start, end) -> {
            words.add(new Span(start, end));
            run.word(Normalization.of(text.substring(start, end)), (first, last, list) -> {
                int from = words.get(first).start();
                String surface = text.substring(from, end);
                boolean oneLine = surface.indexOf('\n') < 0 && surface.indexOf('\r') < 0;
                if (oneLine && entries.get(list).wanted.test(surface)) {
                    consumer.phrase(from, end, first, list);
                }
            });
        });
    }

    private static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        boolean[] named = {false};
        Words.forEach(phrase, (start, end) -> {
            String word = phrase.substring(start, end);
            named[0] |= word.chars().anyMatch(Character::isLetterOrDigit);
            words.add(Normalization.of(word));
        });
        return named[0] ? words : List.of();
    }
}
