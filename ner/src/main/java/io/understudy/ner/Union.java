package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import java.util.ArrayList;
import java.util.List;

/**
 * What any of several recognizers finds; overlaps are resolved by {@link Overlaps}.
 *
 * @param recognizers the more trusted first: at equal strength, length and score the earlier wins
 */
public record Union(List<EntityRecognizer> recognizers) implements EntityRecognizer {

    public Union {
        recognizers = List.copyOf(recognizers);
    }

    public static Union of(EntityRecognizer... recognizers) {
        return new Union(List.of(recognizers));
    }

    @Override
    public AnnotatedText recognize(String text) {
        return new AnnotatedText(
                text, findings(text).stream().map(Finding::mention).toList());
    }

    /** Those that stay, by start, none overlapping another. */
    @Override
    public List<Finding> findings(String text) {
        List<Finding> candidates = new ArrayList<>();
        for (EntityRecognizer recognizer : recognizers) {
            candidates.addAll(recognizer.findings(text));
        }
        return Overlaps.resolveFindings(candidates);
    }
}
