package io.understudy.ner;

import io.understudy.core.Label;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@link Recognizers#standard(RecognizerOptions)} finds, and how. A recognizer none of whose labels are kept is
 * left out, and its model never loaded.
 *
 * @param keep labels to find, under their own name or the one they are renamed to; empty: all
 * @param rename own name to wanted name; labels that are not keys keep their name
 * @param casing how text without capitals is treated
 * @param names who finds persons, organizations and places
 * @param models more recognizers, the user's own
 * @param listener is told of models being loaded
 * @param countries whose identifiers to look for, as labels name them ({@code UK}); empty: all
 * @param thresholds the least score by label, own names; others have {@link #USUAL_THRESHOLD}
 * @param phrases what to find besides, and what never to find
 */
public record RecognizerOptions(
        Set<Label> keep,
        Map<Label, Label> rename,
        Casing casing,
        Names names,
        List<Model> models,
        LoadListener listener,
        Set<String> countries,
        Map<Label, Double> thresholds,
        List<PhraseList> phrases) {

    /** Check digits alone are above it, a form that needs context and has none is below. */
    public static final double USUAL_THRESHOLD = 0.4;

    /** All labels under their own names, all countries, casing automatic, names in English, nobody told. */
    public static final RecognizerOptions DEFAULT = new RecognizerOptions(
            Set.of(),
            Map.of(),
            Casing.AUTOMATIC,
            Names.ENGLISH,
            List.of(),
            LoadListener.SILENT,
            Set.of(),
            Map.of(),
            List.of());

    public RecognizerOptions {
        keep = Set.copyOf(keep);
        rename = Map.copyOf(rename);
        models = List.copyOf(models);
        countries = Set.copyOf(countries);
        thresholds = Map.copyOf(thresholds);
        phrases = List.copyOf(phrases);
    }

    public RecognizerOptions withKeep(Set<Label> other) {
        return new RecognizerOptions(other, rename, casing, names, models, listener, countries, thresholds, phrases);
    }

    public RecognizerOptions withRename(Map<Label, Label> other) {
        return new RecognizerOptions(keep, other, casing, names, models, listener, countries, thresholds, phrases);
    }

    public RecognizerOptions withCasing(Casing other) {
        return new RecognizerOptions(keep, rename, other, names, models, listener, countries, thresholds, phrases);
    }

    public RecognizerOptions withNames(Names other) {
        return new RecognizerOptions(keep, rename, casing, other, models, listener, countries, thresholds, phrases);
    }

    public RecognizerOptions withModels(List<Model> other) {
        return new RecognizerOptions(keep, rename, casing, names, other, listener, countries, thresholds, phrases);
    }

    public RecognizerOptions withListener(LoadListener other) {
        return new RecognizerOptions(keep, rename, casing, names, models, other, countries, thresholds, phrases);
    }

    public RecognizerOptions withCountries(Set<String> other) {
        return new RecognizerOptions(keep, rename, casing, names, models, listener, other, thresholds, phrases);
    }

    public RecognizerOptions withThresholds(Map<Label, Double> other) {
        return new RecognizerOptions(keep, rename, casing, names, models, listener, countries, other, phrases);
    }

    public RecognizerOptions withPhrases(List<PhraseList> other) {
        return new RecognizerOptions(keep, rename, casing, names, models, listener, countries, thresholds, other);
    }

    /** The name under which a label comes out. */
    Label renamed(Label label) {
        return rename.getOrDefault(label, label);
    }

    boolean keeps(Label label) {
        return keep.isEmpty() || keep.contains(label) || keep.contains(renamed(label));
    }

    boolean keepsAny(Set<Label> labels) {
        return labels.stream().anyMatch(this::keeps);
    }

    double threshold(Label label) {
        return thresholds.getOrDefault(label, USUAL_THRESHOLD);
    }
}
