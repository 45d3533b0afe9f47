package io.understudy.eval.canary;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Span;
import io.understudy.core.text.Normalization;
import io.understudy.core.text.Words;
import io.understudy.eval.view.Masked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How likely a line is after other lines: P(w | v) = (c(v w) + 1) / (c(v) + |V|), words normalised, a mention one word.
 * The vocabulary V is what was read, the end of a line, and what a caller adds to it. Memory grows with the distinct
 * pairs of words.
 */
final class Bigrams {

    static final String START = "\u0002";
    static final String END = "\u0003";

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final Map<String, Integer> totals = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>(Set.of(END));

    /** The words of a line between its start and its end. */
    static List<String> words(AnnotatedText line) {
        List<String> words = new ArrayList<>(List.of(START));
        Masked.segments(
                line,
                literal -> {
                    String text = Normalization.of(literal);
                    for (Span word : Words.of(text)) {
                        words.add(text.substring(word.start(), word.end()));
                    }
                },
                label -> words.add("<" + label.name() + ">"));
        words.add(END);
        return words;
    }

    void add(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            counts.computeIfAbsent(words.get(i - 1), word -> new HashMap<>()).merge(words.get(i), 1, Integer::sum);
            totals.merge(words.get(i - 1), 1, Integer::sum);
            vocabulary.add(words.get(i));
        }
    }

    /** Makes words known that no line has. */
    void know(List<String> words) {
        vocabulary.addAll(words);
    }

    /** ln P of a word after another. */
    double logProbability(String before, String word) {
        int pairs = counts.getOrDefault(before, Map.of()).getOrDefault(word, 0);
        return StrictMath.log((pairs + 1.0) / (totals.getOrDefault(before, 0) + vocabulary.size()));
    }

    /** ln P of a line, its end included. */
    double logProbability(List<String> words) {
        double sum = 0;
        for (int i = 1; i < words.size(); i++) {
            sum += logProbability(words.get(i - 1), words.get(i));
        }
        return sum;
    }
}
