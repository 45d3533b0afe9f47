package io.understudy.ner;

import io.understudy.core.Label;
import io.understudy.ner.corenlp.CrfRecognizer;
import io.understudy.ner.gazetteer.Gazetteer;
import io.understudy.ner.identifier.Identifiers;
import io.understudy.ner.pattern.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The recognizers that come with the house. Making one is cheap; models are loaded when the first text needs them. */
public final class Recognizers {

    private Recognizers() {}

    /** Patterns, identifiers of all countries and the CoreNLP model, for English. */
    public static EntityRecognizer standard() {
        return standard(RecognizerOptions.DEFAULT);
    }

    public static EntityRecognizer standard(RecognizerOptions options) {
        List<EntityRecognizer> wanted = new ArrayList<>();
        for (PhraseList list : options.phrases()) {
            if (list.role() != PhraseList.Role.NEVER) {
                wanted.add(new Relabelling(gazetteer(list), options));
            }
        }
        if (options.keepsAny(Patterns.LABELS)) {
            wanted.add(new Relabelling(new Patterns(), options));
        }
        if (options.keepsAny(Identifiers.labels())) {
            wanted.add(new Relabelling(new Identifiers(options.countries()), options));
        }
        if (options.keepsAny(CrfRecognizer.LABELS)) {
            wanted.add(new Relabelling(new CrfRecognizer(options.casing(), options.listener()), options));
        }
        List<String> never = options.phrases().stream()
                .filter(list -> list.role() == PhraseList.Role.NEVER)
                .flatMap(list -> list.phrases().stream())
                .toList();
        return never.isEmpty() ? new Union(wanted) : new Allowing(new Union(wanted), never);
    }

    /** What has a form of its own: dates, amounts, numbers with checksums, addresses of the net. No model, no file. */
    public static EntityRecognizer patterns() {
        return Union.of(new Patterns(), new Identifiers(Set.of()));
    }

    /** Every label that {@link #standard()} may give, in alphabetical order. */
    public static Set<Label> labels() {
        Set<Label> labels = new TreeSet<>(Patterns.LABELS);
        labels.addAll(Identifiers.labels());
        labels.addAll(CrfRecognizer.LABELS);
        return labels;
    }

    private static Gazetteer gazetteer(PhraseList list) {
        boolean always = list.role() == PhraseList.Role.ALWAYS;
        return new Gazetteer(
                list.label(),
                list.label().name().toLowerCase(Locale.ROOT),
                always ? 1 : Finding.USUAL_SCORE,
                list.phrases());
    }
}
