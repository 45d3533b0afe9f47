package io.understudy.ner.corenlp;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.LoadListener;
import java.util.ArrayList;
import java.util.List;

/**
 * Persons, organizations, locations and other names in a language other than English.
 *
 * @param listener is told when the model is loaded
 */
public record LanguageRecognizer(Language language, LoadListener listener) implements EntityRecognizer {

    /** @throws IllegalArgumentException if the language's model is not on the class path */
    public LanguageRecognizer {
        if (!model(language).isThere()) {
            throw new IllegalArgumentException(model(language).absence());
        }
    }

    @Override
    public AnnotatedText recognize(String text) {
        List<Mention> mentions = new ArrayList<>();
        for (Span piece : Pieces.of(text)) {
            CrfMentions.find(model(language).get(listener), Language::label, text, piece, mentions);
        }
        return new AnnotatedText(text, mentions);
    }

    private static CrfModel model(Language language) {
        return switch (language) {
            case GERMAN -> CrfModel.GERMAN;
            case FRENCH -> CrfModel.FRENCH;
            case SPANISH -> CrfModel.SPANISH;
        };
    }
}
