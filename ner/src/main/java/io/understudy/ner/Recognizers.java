package io.understudy.ner;

import io.understudy.core.Label;
import io.understudy.ner.corenlp.CrfRecognizer;
import io.understudy.ner.pattern.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The recognizers that come with the house. Making one is cheap; models are loaded when the first text needs them. */
public final class Recognizers {

    private Recognizers() {}

    /** Patterns and the CoreNLP model, for English. */
    public static EntityRecognizer standard() {
        return standard(RecognizerOptions.DEFAULT);
    }

    public static EntityRecognizer standard(RecognizerOptions options) {
        List<EntityRecognizer> wanted = new ArrayList<>();
        if (options.keepsAny(Patterns.LABELS)) {
            wanted.add(new Relabelling(patterns(), options));
        }
        if (options.keepsAny(CrfRecognizer.LABELS)) {
            wanted.add(new Relabelling(new CrfRecognizer(options.casing(), options.listener()), options));
        }
        return new Union(wanted);
    }

    /** What has a form of its own: dates, amounts, numbers with checksums, addresses of the net. No model, no file. */
    public static EntityRecognizer patterns() {
        return new Patterns();
    }

    /** Every label that {@link #standard()} may give, in alphabetical order. */
    public static Set<Label> labels() {
        Set<Label> labels = new TreeSet<>(Patterns.LABELS);
        labels.addAll(CrfRecognizer.LABELS);
        return labels;
    }
}
