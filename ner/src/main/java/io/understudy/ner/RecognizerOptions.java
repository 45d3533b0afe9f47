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
 * @param listener is told of models being loaded
 * @param countries whose identifiers to look for, as labels name them ({@code UK}); empty: all
 * @param thresholds the least score by label, own names; others have {@link #USUAL_THRESHOLD}
 * @param phrases what to find besides, and what never to find
 */
public record RecognizerOptions(
        Set<Label> keep,
        Map<Label, Label> rename,
        Casing casing,
        LoadListener listener,
        Set<String> countries,
        Map<Label, Double> thresholds,
        List<PhraseList> phrases) {

    /** Check digits alone are above it, a form that needs context and has none is below. */
    public static final double USUAL_THRESHOLD = 0.4;

    /** All labels under their own names, all countries, casing automatic, nobody told. */
    public static final RecognizerOptions DEFAULT = new RecognizerOptions(
            Set.of(), Map.of(), Casing.AUTOMATIC, LoadListener.SILENT, Set.of(), Map.of(), List.of());

    public RecognizerOptions {
        keep = Set.copyOf(keep);
        rename = Map.copyOf(rename);
        countries = Set.copyOf(countries);
        thresholds = Map.copyOf(thresholds);
        phrases = List.copyOf(phrases);
    }

    public RecognizerOptions withKeep(Set<Label> labels) {
        return new RecognizerOptions(labels, rename, casing, listener, countries, thresholds, phrases);
    }

    public RecognizerOptions withRename(Map<Label, Label> labels) {
        return new RecognizerOptions(keep, labels, casing, listener, countries, thresholds, phrases);
    }

    public RecognizerOptions withCasing(Casing other) {
        return new RecognizerOptions(keep, rename, other, listener, countries, thresholds, phrases);
    }

    public RecognizerOptions withListener(LoadListener other) {
        return new RecognizerOptions(keep, rename, casing, other, countries, thresholds, phrases);
    }

    public RecognizerOptions withCountries(Set<String> others) {
        return new RecognizerOptions(keep, rename, casing, listener, others, thresholds, phrases);
    }

    public RecognizerOptions withThresholds(Map<Label, Double> others) {
        return new RecognizerOptions(keep, rename, casing, listener, countries, others, phrases);
    }

    public RecognizerOptions withPhrases(List<PhraseList> others) {
        return new RecognizerOptions(keep, rename, casing, listener, countries, thresholds, others);
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
