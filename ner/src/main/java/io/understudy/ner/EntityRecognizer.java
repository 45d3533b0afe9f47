package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import java.util.List;
import java.util.Locale;

/** Finds mentions in text. Thread-safe: one recognizer is shared by all threads. */
@FunctionalInterface
public interface EntityRecognizer {

    /** The same text with the mentions found in it. */
    AnnotatedText recognize(String text);

    /**
     * What it proposes, with scores and reasons; findings may overlap and come in any order. A recognizer that has no
     * scores proposes what it recognizes, at the usual score.
     */
    default List<Finding> findings(String text) {
        String name = getClass().getSimpleName().replaceFirst("Recognizer$", "").toLowerCase(Locale.ROOT);
        return recognize(text).mentions().stream()
                .map(mention -> new Finding(
                        mention,
                        Finding.USUAL_SCORE,
                        Evidence.of(name, mention.label().name().toLowerCase(Locale.ROOT))))
                .toList();
    }
}
