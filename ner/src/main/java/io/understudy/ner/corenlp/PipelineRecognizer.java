package io.understudy.ner.corenlp;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreEntityMention;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.Span;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.LoadListener;
import io.understudy.ner.Overlaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * CoreNLP's whole pipeline for English with its fine-grained rules: towns, states, countries, nationalities, religions
 * and titles apart. Slower than {@link CrfRecognizer} by a factor of about ten, with 0.8 GB more of memory, and no
 * better at persons and organizations. Dates, amounts and identifiers are left to the patterns, which do them better.
 */
public final class PipelineRecognizer implements EntityRecognizer {

    private static final Map<String, Label> NAMES = Map.of(
            "PERSON", Label.PERSON,
            "ORGANIZATION", Label.ORGANIZATION,
            "LOCATION", Label.LOCATION,
            "CITY", Label.CITY,
            "STATE_OR_PROVINCE", Label.STATE,
            "COUNTRY", Label.COUNTRY,
            "NATIONALITY", Label.NATIONALITY,
            "RELIGION", new Label("RELIGION"),
            "TITLE", Label.TITLE,
            "MISC", Label.MISC);

    /** What it may give. */
    public static final Set<Label> LABELS = java.util.Collections.unmodifiableSet(new TreeSet<>(NAMES.values()));

    private static final String NAME = "english pipeline, fine-grained";

    private final LoadListener listener;
    private volatile StanfordCoreNLP loaded;

    public PipelineRecognizer(LoadListener listener) {
        this.listener = listener;
    }

    /** @throws IllegalStateException if the models are not on the class path */
    @Override
    public AnnotatedText recognize(String text) {
        List<Mention> mentions = new ArrayList<>();
        for (Span piece : Pieces.of(text)) {
            CoreDocument document = new CoreDocument(piece.of(text));
            pipeline().annotate(document);
            List<Mention> found = new ArrayList<>();
            List<CoreEntityMention> given = document.entityMentions();
            for (CoreEntityMention each : given == null ? List.<CoreEntityMention>of() : given) {
                Label label = NAMES.get(each.entityType());
                if (label != null && !isPronoun(each)) {
                    CrfMentions.addLines(
                            text,
                            piece.start() + each.charOffsets().first(),
                            piece.start() + each.charOffsets().second(),
                            label,
                            found);
                }
            }
            mentions.addAll(Overlaps.resolve(found));
        }
        return new AnnotatedText(text, mentions);
    }

    /** The pipeline calls "she" a person: a word that every text shares, and no name. */
    private static boolean isPronoun(CoreEntityMention mention) {
        return mention.tokens().stream().allMatch(token -> token.tag().startsWith("PRP"));
    }

    private StanfordCoreNLP pipeline() {
        StanfordCoreNLP ready = loaded;
        return ready == null ? load() : ready;
    }

    private synchronized StanfordCoreNLP load() {
        if (loaded == null) {
            listener.loading(NAME);
            try {
                loaded = new StanfordCoreNLP(properties());
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "CoreNLP's pipeline cannot be loaded; expected the artefact "
                                + "edu.stanford.nlp:stanford-corenlp with classifier 'models' on the class path",
                        e);
            }
            listener.loaded(NAME);
        }
        return loaded;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,lemma,ner");
        properties.setProperty("ner.useSUTime", "false");
        properties.setProperty("ner.applyNumericClassifiers", "false");
        properties.setProperty("ner.applyFineGrained", "true");
        properties.setProperty("tokenize.options", "untokenizable=noneKeep");
        properties.setProperty("maxAdditionalKnownLCWords", "0");
        properties.setProperty("ner.maxAdditionalKnownLCWords", "0");
        return properties;
    }
}
