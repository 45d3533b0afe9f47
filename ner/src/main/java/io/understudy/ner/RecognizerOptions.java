package io.understudy.ner;

import io.understudy.core.Label;
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
 */
public record RecognizerOptions(Set<Label> keep, Map<Label, Label> rename, Casing casing, LoadListener listener) {

    /** All labels under their own names, casing automatic, nobody told. */
    public static final RecognizerOptions DEFAULT =
            new RecognizerOptions(Set.of(), Map.of(), Casing.AUTOMATIC, LoadListener.SILENT);

    public RecognizerOptions {
        keep = Set.copyOf(keep);
        rename = Map.copyOf(rename);
    }

    public RecognizerOptions withKeep(Set<Label> labels) {
        return new RecognizerOptions(labels, rename, casing, listener);
    }

    public RecognizerOptions withRename(Map<Label, Label> labels) {
        return new RecognizerOptions(keep, labels, casing, listener);
    }

    public RecognizerOptions withCasing(Casing other) {
        return new RecognizerOptions(keep, rename, other, listener);
    }

    public RecognizerOptions withListener(LoadListener other) {
        return new RecognizerOptions(keep, rename, casing, other);
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
