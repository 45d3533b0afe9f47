package io.understudy.ner.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import io.understudy.core.AnnotatedText;
import io.understudy.core.BadDataException;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import io.understudy.ner.EntityRecognizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The labels of the user's own corpus, by a CRF that {@link CrfTraining} made from it. Thread-safe. */
public final class TrainedRecognizer implements EntityRecognizer {

    private final CRFClassifier<CoreLabel> model;

    private TrainedRecognizer(CRFClassifier<CoreLabel> model) {
        this.model = model;
    }

    /**
     * @param file as {@link CrfTraining#train} wrote it
     * @throws BadDataException if it is no such file
     */
    public static TrainedRecognizer open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new TrainedRecognizer(CrfModel.read(in));
        } catch (java.nio.file.NoSuchFileException e) {
            throw new BadDataException(file.toString(), 0, "no such file");
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            throw new BadDataException(
                    file.toString(), 0, "is no model that 'understudy annotate --train' wrote, or it is cut short");
        }
    }

    /** Labels that it was trained on, in alphabetical order. */
    public Set<Label> labels() {
        Set<Label> labels = new TreeSet<>();
        for (String name : model.labels()) {
            if (!name.equals(CrfTraining.OUTSIDE)) {
                labels.add(new Label(name));
            }
        }
        return labels;
    }

    @Override
    public AnnotatedText recognize(String text) {
        List<Mention> mentions = new ArrayList<>();
        for (Span piece : Pieces.of(text)) {
            CrfMentions.find(model, name -> Optional.of(new Label(name)), text, piece, mentions);
        }
        return new AnnotatedText(text, mentions);
    }
}
