package io.understudy.ner.corenlp;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import io.understudy.ner.Casing;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.LoadListener;
import io.understudy.ner.Overlaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Persons, organizations and locations in English, by a conditional random field. Long text is cut into {@link Pieces};
 * the model is chosen for each by its {@link LetterCase}. A mention never holds a line break: one that would is two.
 */
public final class CrfRecognizer implements EntityRecognizer {

    public static final Set<Label> LABELS = Set.of(Label.PERSON, Label.ORGANIZATION, Label.LOCATION);

    private final Casing casing;
    private final LoadListener listener;

    public CrfRecognizer(Casing casing, LoadListener listener) {
        this.casing = casing;
        this.listener = listener;
    }

    /** @throws IllegalStateException if a model that is needed is not on the class path */
    @Override
    public AnnotatedText recognize(String text) {
        List<Mention> mentions = new ArrayList<>();
        for (Span piece : Pieces.of(text)) {
            List<Mention> found = new ArrayList<>();
            for (CrfModel model : models(piece.of(text))) {
                CrfMentions.find(model.get(listener), name -> Optional.of(new Label(name)), text, piece, found);
            }
            mentions.addAll(Overlaps.resolve(found));
        }
        return new AnnotatedText(text, mentions);
    }

    private List<CrfModel> models(String piece) {
        LetterCase letters = LetterCase.of(piece);
        if (letters == LetterCase.NONE) {
            return List.of();
        }
        return switch (casing) {
            case CASED -> List.of(CrfModel.CASED);
            case CASELESS -> List.of(CrfModel.CASELESS);
            case AUTOMATIC ->
                switch (letters) {
                    case NONE -> List.of();
                    case MIXED -> List.of(CrfModel.CASED);
                    case SINGLE -> List.of(CrfModel.CASELESS);
                    case INITIAL -> List.of(CrfModel.CASED, CrfModel.CASELESS);
                };
        };
    }
}
