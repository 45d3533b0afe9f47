package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How well what identifies somebody is found, whatever it is called: after presidio-evaluator's span evaluator (spans
 * that meet in at least three quarters of their union) and token evaluator (words), both weighing recall four times as
 * precision (F2). Neighbours with nothing but white space and punctuation between count as one span.
 *
 * @param right spans of the corpus that were found
 * @param found spans found
 * @param rightlyFound of those, how many belong to one of the corpus
 * @param expected spans of the corpus
 * @param rightWords words found that are inside spans of the corpus
 * @param foundWords words found
 * @param expectedWords words inside spans of the corpus
 */
public record IdentifiableSpans(
        int right, int found, int rightlyFound, int expected, int rightWords, int foundWords, int expectedWords) {

    /** What our recognizers find and nobody is identified by. */
    private static final Set<Label> HARMLESS =
            Set.of(Label.NUMBER, Label.ORDINAL, Label.MONEY, Label.PERCENT, Label.DURATION);

    private static final double LEAST_OVERLAP = 0.75;

    public static IdentifiableSpans of(List<AnnotatedText> corpus, List<AnnotatedText> recognized) {
        return of(corpus, recognized, label -> true);
    }

    /**
     * For spans of the corpus with some labels only; what is found is not restricted, so only recall means something.
     */
    public static IdentifiableSpans of(
            List<AnnotatedText> corpus, List<AnnotatedText> recognized, Predicate<Label> labels) {
        int[] n = new int[7];
        for (int i = 0; i < corpus.size(); i++) {
            String text = corpus.get(i).text();
            List<Mention> gold = joined(
                    text,
                    corpus.get(i).mentions().stream()
                            .filter(mention -> labels.test(mention.label()))
                            .toList());
            List<Mention> found = joined(
                    text,
                    recognized.get(i).mentions().stream()
                            .filter(mention -> !HARMLESS.contains(mention.label()))
                            .toList());
            for (Mention mention : gold) {
                n[0] += overlap(mention, found) >= LEAST_OVERLAP ? 1 : 0;
            }
            for (Mention mention : found) {
                n[2] += gold.stream()
                                .anyMatch(each ->
                                        each.span().overlaps(mention.span()) && overlap(each, found) >= LEAST_OVERLAP)
                        ? 1
                        : 0;
            }
            n[1] += found.size();
            n[3] += gold.size();
            io.understudy.core.text.Words.forEach(text, (start, end) -> {
                boolean expected = within(gold, start, end);
                boolean wanted = within(found, start, end);
                n[4] += expected && wanted ? 1 : 0;
                n[5] += wanted ? 1 : 0;
                n[6] += expected ? 1 : 0;
            });
        }
        return new IdentifiableSpans(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
    }

    public double recall() {
        return (double) right / expected;
    }

    public double precision() {
        return (double) rightlyFound / found;
    }

    public double f2() {
        return f2(precision(), recall());
    }

    public double wordF2() {
        return f2((double) rightWords / foundWords, (double) rightWords / expectedWords);
    }

    public double wordRecall() {
        return (double) rightWords / expectedWords;
    }

    public double wordPrecision() {
        return (double) rightWords / foundWords;
    }

    private static double f2(double precision, double recall) {
        return 5 * precision * recall / (4 * precision + recall);
    }

    private static boolean within(List<Mention> mentions, int start, int end) {
        return mentions.stream().anyMatch(each -> each.start() < end && start < each.end());
    }

    /** Common characters of a span and those found that meet it, by all characters of either. */
    private static double overlap(Mention span, List<Mention> found) {
        int common = 0;
        int all = span.span().length();
        for (Mention each : found) {
            int shared = Math.min(each.end(), span.end()) - Math.max(each.start(), span.start());
            if (shared > 0) {
                common += shared;
                all += each.span().length() - shared;
            }
        }
        return (double) common / all;
    }

    private static List<Mention> joined(String text, List<Mention> mentions) {
        List<Mention> joined = new ArrayList<>();
        for (Mention mention : mentions) {
            Mention last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && text.substring(last.end(), mention.start()).chars().noneMatch(Character::isLetterOrDigit)) {
                joined.set(joined.size() - 1, new Mention(last.start(), mention.end(), last.label()));
            } else {
                joined.add(mention);
            }
        }
        return joined;
    }
}
