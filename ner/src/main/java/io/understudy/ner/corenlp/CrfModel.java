package io.understudy.ner.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import io.understudy.ner.LoadListener;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/** A model on the class path, loaded by the first text that needs it and then kept for the JVM. */
final class CrfModel {

    /** Relies on capitals. */
    static final CrfModel CASED = new CrfModel("english.all.3class.distsim", "models");

    /** Blind to capitals: weaker on text that has them, far stronger on text that has not. */
    static final CrfModel CASELESS = new CrfModel("english.all.3class.caseless.distsim", "models-english");

    static final CrfModel GERMAN = new CrfModel("german.distsim", "models-german");
    static final CrfModel FRENCH = new CrfModel("french-wikiner-4class", "models-french");
    static final CrfModel SPANISH = new CrfModel("spanish.ancora.distsim.s512", "models-spanish");

    /** A model is a serialized object; no other class may come out of a file that calls itself one. */
    private static final ObjectInputFilter MODEL_CLASSES =
            ObjectInputFilter.Config.createFilter("edu.stanford.nlp.**;java.lang.*;java.util.**;java.io.File;!*");

    private final String model;
    private final String artefact;
    private volatile CRFClassifier<CoreLabel> loaded;

    private CrfModel(String model, String artefact) {
        this.model = model;
        this.artefact = artefact;
    }

    boolean isThere() {
        return CRFClassifier.class.getClassLoader().getResource(resource()) != null;
    }

    /** What to say when it is not there. */
    String absence() {
        return "model '%s' is not on the class path; expected it in the artefact ".formatted(model)
                + "edu.stanford.nlp:stanford-corenlp with classifier '" + artefact + "'";
    }

    private String resource() {
        return "edu/stanford/nlp/models/ner/" + model + ".crf.ser.gz";
    }

    /** @throws IllegalStateException if the model is not on the class path or cannot be read */
    CRFClassifier<CoreLabel> get(LoadListener listener) {
        CRFClassifier<CoreLabel> ready = loaded;
        return ready == null ? load(listener) : ready;
    }

    private synchronized CRFClassifier<CoreLabel> load(LoadListener listener) {
        if (loaded == null) {
            try (InputStream in = CRFClassifier.class.getClassLoader().getResourceAsStream(resource())) {
                if (in == null) {
                    throw new IllegalStateException(absence());
                }
                listener.loading(model);
                loaded = read(in);
                listener.loaded(model);
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException("model '" + model + "' cannot be read: " + e.getMessage(), e);
            }
        }
        return loaded;
    }

    /** What the models of the class path and those that users trained are read with. */
    static CRFClassifier<CoreLabel> read(InputStream in) throws IOException, ClassNotFoundException {
        ObjectInputStream objects = new ObjectInputStream(new BufferedInputStream(new GZIPInputStream(in, 1 << 16)));
        objects.setObjectInputFilter(MODEL_CLASSES);
        return CRFClassifier.getClassifier(objects, properties());
    }

    private static Properties properties() {
        Properties properties = new Properties();
        // A text's mentions depend on that text alone: no words learned from the texts before it.
        properties.setProperty("maxAdditionalKnownLCWords", "0");
        // Characters the tokenizer does not know become tokens, without a warning on standard error.
        properties.setProperty("tokenizerOptions", "untokenizable=noneKeep");
        return properties;
    }
}
