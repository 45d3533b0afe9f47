package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import java.util.ArrayList;
import java.util.List;

/**
 * What any of several recognizers finds; overlaps are resolved by {@link Overlaps}.
 *
 * @param recognizers the more trusted first: at equal strength and length the earlier wins
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
        List<Mention> candidates = new ArrayList<>();
        for (EntityRecognizer recognizer : recognizers) {
            candidates.addAll(recognizer.recognize(text).mentions());
        }
        return new AnnotatedText(text, Overlaps.resolve(candidates));
    }
}
