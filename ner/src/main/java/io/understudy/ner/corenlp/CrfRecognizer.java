package io.understudy.ner.corenlp;

import edu.stanford.nlp.util.Triple;
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
                find(model, text, piece, found);
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

    private void find(CrfModel model, String text, Span piece, List<Mention> found) {
        for (Triple<String, Integer, Integer> triple : model.get(listener).classifyToCharacterOffsets(piece.of(text))) {
            Label label = new Label(triple.first());
            addLines(text, piece.start() + triple.second(), piece.start() + triple.third(), label, found);
        }
    }

    private static void addLines(String text, int start, int end, Label label, List<Mention> found) {
        int from = start;
        for (int at = start; at <= end; at++) {
            if (at == end || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                addTrimmed(text, from, at, label, found);
                from = at + 1;
            }
        }
    }

    private static void addTrimmed(String text, int from, int to, Label label, List<Mention> found) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            found.add(new Mention(start, end, label));
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
