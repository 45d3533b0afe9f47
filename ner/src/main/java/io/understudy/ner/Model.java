package io.understudy.ner;

import io.understudy.core.Label;
import java.util.Set;

/**
 * A recognizer of the user's own.
 *
 * @param recognizer what finds
 * @param labels all that it may find
 */
public record Model(EntityRecognizer recognizer, Set<Label> labels) {

    public Model {
        labels = Set.copyOf(labels);
    }
}
