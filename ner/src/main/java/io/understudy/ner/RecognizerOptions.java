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
 */
public record RecognizerOptions(
        Set<Label> keep,
        Map<Label, Label> rename,
        Casing casing,
        Names names,
        List<Model> models,
        LoadListener listener) {

    /** All labels under their own names, casing automatic, nobody told. */
    public static final RecognizerOptions DEFAULT =
            new RecognizerOptions(Set.of(), Map.of(), Casing.AUTOMATIC, Names.ENGLISH, List.of(), LoadListener.SILENT);

    public RecognizerOptions {
        keep = Set.copyOf(keep);
        rename = Map.copyOf(rename);
        models = List.copyOf(models);
    }

    public RecognizerOptions withKeep(Set<Label> labels) {
        return new RecognizerOptions(labels, rename, casing, names, models, listener);
    }

    public RecognizerOptions withRename(Map<Label, Label> labels) {
        return new RecognizerOptions(keep, labels, casing, names, models, listener);
    }

    public RecognizerOptions withCasing(Casing other) {
        return new RecognizerOptions(keep, rename, other, names, models, listener);
    }

    public RecognizerOptions withListener(LoadListener other) {
        return new RecognizerOptions(keep, rename, casing, names, models, other);
    }

    public RecognizerOptions withNames(Names other) {
        return new RecognizerOptions(keep, rename, casing, other, models, listener);
    }

    public RecognizerOptions withModels(List<Model> others) {
        return new RecognizerOptions(keep, rename, casing, names, others, listener);
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
}
