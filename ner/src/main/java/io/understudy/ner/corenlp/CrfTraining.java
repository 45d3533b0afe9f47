package io.understudy.ner.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.PositionAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.sequences.DocumentReaderAndWriter;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.ner.Training;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Trains a CRF on a labelled corpus: words, their shapes and the ends of their letters, in a window of two words and
 * two labels. Some 2,000 sentences take ten seconds; memory grows with the corpus, since training goes over it many
 * times. Equal corpora give equal models.
 */
public final class CrfTraining {

    static final String OUTSIDE = "O";

    private CrfTraining() {}

    /**
     * @param file where the model is written, beside it first
     * @throws IllegalArgumentException if the corpus has no mention
     */
    public static Training train(List<AnnotatedText> corpus, Path file) throws IOException {
        List<List<CoreLabel>> documents = new ArrayList<>();
        long mentions = 0;
        long cut = 0;
        for (AnnotatedText text : corpus) {
            List<CoreLabel> document = tokens(text.text());
            if (!document.isEmpty()) {
                documents.add(document);
                mentions += text.mentions().size();
                for (Mention mention : text.mentions()) {
                    cut += label(document, mention) ? 0 : 1;
                }
            }
        }
        if (mentions == 0) {
            throw new IllegalArgumentException(
                    "the corpus to train on has no mention in " + corpus.size() + " examples; expected labelled text");
        }
        CRFClassifier<CoreLabel> model = new CRFClassifier<>(properties());
        DocumentReaderAndWriter<CoreLabel> unused = model.defaultReaderAndWriter();
        model.train(documents, unused);
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".model", ".tmp");
        try {
            model.serializeClassifier(beside.toString() + ".gz");
            Files.move(Path.of(beside + ".gz"), file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
            Files.deleteIfExists(Path.of(beside + ".gz"));
        }
        return new Training(documents.size(), mentions, cut);
    }

    /** By the same rule as a model cuts text when it is used. */
    private static List<CoreLabel> tokens(String text) {
        List<CoreLabel> tokens = new PTBTokenizer<>(
                        new StringReader(text), new CoreLabelTokenFactory(), "invertible,untokenizable=noneKeep")
                .tokenize();
        for (int i = 0; i < tokens.size(); i++) {
            tokens.get(i).set(AnswerAnnotation.class, OUTSIDE);
            tokens.get(i).set(PositionAnnotation.class, Integer.toString(i));
        }
        return tokens;
    }

    /** Whether the mention is made of whole tokens. */
    private static boolean label(List<CoreLabel> tokens, Mention mention) {
        boolean whole = true;
        for (CoreLabel token : tokens) {
            if (token.beginPosition() < mention.end() && mention.start() < token.endPosition()) {
                token.set(AnswerAnnotation.class, mention.label().name());
                whole &= token.beginPosition() >= mention.start() && token.endPosition() <= mention.end();
            }
        }
        return whole;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("useClassFeature", "true");
        properties.setProperty("useWord", "true");
        properties.setProperty("useNGrams", "true");
        properties.setProperty("noMidNGrams", "true");
        properties.setProperty("maxNGramLeng", "6");
        properties.setProperty("usePrev", "true");
        properties.setProperty("useNext", "true");
        properties.setProperty("useSequences", "true");
        properties.setProperty("usePrevSequences", "true");
        properties.setProperty("useTypeSeqs", "true");
        properties.setProperty("useTypeSeqs2", "true");
        properties.setProperty("useTypeySequences", "true");
        properties.setProperty("useDisjunctive", "true");
        properties.setProperty("maxLeft", "1");
        properties.setProperty("wordShape", "chris2useLC");
        properties.setProperty("maxAdditionalKnownLCWords", "0");
        properties.setProperty("tokenizerOptions", "untokenizable=noneKeep");
        properties.setProperty("evaluateIters", "0");
        return properties;
    }
}
