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
 * Finds the phrases of one list as whole words, case, accents and the width of spaces aside. A phrase never goes over a
 * line break.
 */
public final class Gazetteer implements EntityRecognizer {

    private final Label label;
    private final double score;
    private final Evidence evidence;
    private final Predicate<String> wanted;
    private final Automaton automaton;

    /** Finds each phrase in whatever letters it is written. */
    public Gazetteer(Label label, String name, double score, List<String> phrases) {
        this(label, name, score, phrases, surface -> true);
    }

    /**
     * @param name for the evidence
     * @param score of what is found
     * @param phrases those without a word are left out
     * @param wanted asked of each surface, in the letters of the text
     */
    public Gazetteer(Label label, String name, double score, List<String> phrases, Predicate<String> wanted) {
        this.label = label;
        this.score = score;
        this.evidence = Evidence.of("gazetteer", name);
        this.wanted = wanted;
        this.automaton = new Automaton(phrases.stream()
                .map(Gazetteer::words)
                .filter(words -> !words.isEmpty())
                .toList());
    }

    @Override
    public AnnotatedText recognize(String text) {
        List<Finding> found = Overlaps.resolveFindings(findings(text));
        return new AnnotatedText(text, found.stream().map(Finding::mention).toList());
    }

    @Override
    public List<Finding> findings(String text) {
        List<Span> words = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        Automaton.Run run = automaton.new Run();
        Words.forEach(text, (start, end) -> {
            words.add(new Span(start, end));
            run.word(Normalization.of(text.substring(start, end)), (first, last) -> {
                int from = words.get(first).start();
                String surface = text.substring(from, end);
                boolean oneLine = surface.indexOf('\n') < 0 && surface.indexOf('\r') < 0;
                if (oneLine && wanted.test(surface)) {
                    found.add(new Finding(new Mention(from, end, label), score, evidence));
                }
            });
        });
        return found;
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
