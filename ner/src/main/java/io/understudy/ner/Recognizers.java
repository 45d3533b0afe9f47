package io.understudy.ner;

import io.understudy.core.Label;
import io.understudy.ner.address.Addresses;
import io.understudy.ner.corenlp.CrfRecognizer;
import io.understudy.ner.gazetteer.Gazetteer;
import io.understudy.ner.gazetteer.Places;
import io.understudy.ner.identifier.Codes;
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
        List<Gazetteer.Entry> lists = options.phrases().stream()
                .filter(list -> list.role() != PhraseList.Role.NEVER)
                .map(Recognizers::entry)
                .toList();
        if (!lists.isEmpty()) {
            wanted.add(new Relabelling(new Gazetteer(lists), options));
        }
        if (options.keepsAny(Patterns.LABELS)) {
            wanted.add(new Relabelling(new Patterns(), options));
        }
        if (options.keepsAny(Identifiers.labels())) {
            wanted.add(new Relabelling(new Identifiers(options.countries()), options));
        }
        if (options.keepsAny(Codes.LABELS)) {
            wanted.add(new Relabelling(new Codes(), options));
        }
        if (options.keepsAny(Addresses.LABELS)) {
            wanted.add(new Relabelling(new Addresses(), options));
        }
        if (options.keepsAny(CrfRecognizer.LABELS)) {
            wanted.add(new Relabelling(new CrfRecognizer(options.casing(), options.listener()), options));
        }
        if (options.keepsAny(Places.LABELS)) {
            wanted.add(new Relabelling(new Places(), options));
        }
        List<String> never = options.phrases().stream()
                .filter(list -> list.role() == PhraseList.Role.NEVER)
                .flatMap(list -> list.phrases().stream())
                .toList();
        EntityRecognizer all = new Repetition(new Union(wanted));
        return never.isEmpty() ? all : new Allowing(all, never);
    }

    /** What has a form of its own: dates, amounts, numbers with checksums, addresses of the net. No model, no file. */
    public static EntityRecognizer patterns() {
        return Union.of(new Patterns(), new Identifiers(Set.of()), new Codes(), new Addresses());
    }

    /** Every label that {@link #standard()} may give, in alphabetical order. */
    public static Set<Label> labels() {
        Set<Label> labels = new TreeSet<>(Patterns.LABELS);
        labels.addAll(Identifiers.labels());
        labels.addAll(Codes.LABELS);
        labels.addAll(Addresses.LABELS);
        labels.addAll(Places.LABELS);
        labels.addAll(CrfRecognizer.LABELS);
        return labels;
    }

    private static Gazetteer.Entry entry(PhraseList list) {
        boolean always = list.role() == PhraseList.Role.ALWAYS;
        return new Gazetteer.Entry(
                list.label(),
                list.label().name().toLowerCase(Locale.ROOT),
                always ? 1 : Finding.USUAL_SCORE,
                list.phrases());
    }
}
