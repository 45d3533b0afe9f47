package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Exact spans of some labels, counted over a corpus: precision, recall and their harmonic mean, in [0, 1].
 *
 * @param right found and in the corpus
 * @param found by the recognizer
 * @param expected in the corpus
 */
public record SpanScore(int right, int found, int expected) {

    /** Texts in the same order; labels other than those given are ignored on both sides. */
    public static SpanScore of(List<AnnotatedText> corpus, List<AnnotatedText> recognized, Set<Label> labels) {
        int right = 0;
        int found = 0;
        int expected = 0;
        for (int i = 0; i < corpus.size(); i++) {
            Set<Mention> gold = new HashSet<>();
            corpus.get(i).mentions().stream()
                    .filter(mention -> labels.contains(mention.label()))
                    .forEach(gold::add);
            for (Mention mention : recognized.get(i).mentions()) {
                if (labels.contains(mention.label())) {
                    found++;
                    right += gold.contains(mention) ? 1 : 0;
                }
            }
            expected += gold.size();
        }
        return new SpanScore(right, found, expected);
    }

    /** Of the corpus' mentions of one label, the share that some mention found overlaps. */
    public static double overlapRecall(List<AnnotatedText> corpus, List<AnnotatedText> recognized, Label label) {
        int met = 0;
        int all = 0;
        for (int i = 0; i < corpus.size(); i++) {
            List<Mention> found = recognized.get(i).mentions();
            for (Mention mention : corpus.get(i).mentions()) {
                if (mention.label().equals(label)) {
                    all++;
                    met += found.stream().anyMatch(other -> other.span().overlaps(mention.span())) ? 1 : 0;
                }
            }
        }
        return (double) met / all;
    }

    public double precision() {
        return (double) right / found;
    }

    public double recall() {
        return (double) right / expected;
    }

    public double f1() {
        return 2.0 * right / (found + expected);
    }
}
