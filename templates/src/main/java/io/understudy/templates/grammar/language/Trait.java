package io.understudy.templates.grammar.language;

import io.understudy.core.Label;
import io.understudy.templates.grammar.Alternative;
import java.util.Set;

/** What an utterance may have, and be counted by. */
public sealed interface Trait {

    /** A mention with this label. */
    record Labelled(Label label) implements Trait {}

    /** A mention with this label and value: the canonical one, the surface where there is none. */
    record Valued(Label label, String value) implements Trait {}

    /** One of these alternatives, compared by identity. */
    record Written(Set<Alternative> alternatives) implements Trait {}
}
