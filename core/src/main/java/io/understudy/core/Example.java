package io.understudy.core;

import java.util.Map;
import java.util.Optional;

/**
 * One line of a corpus.
 *
 * @param id names the example in its corpus; not empty
 * @param intent what the utterance asks for, where that is known; an empty one is none
 * @param annotated the text with its mentions
 * @param provenance where it comes from
 * @param extra keys we do not know, kept as read: name to JSON text, in the order of the file
 */
public record Example(
        String id, Optional<String> intent, AnnotatedText annotated, Provenance provenance, Map<String, String> extra) {

    /** @throws IllegalArgumentException if the id is empty */
    public Example {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("id is empty");
        }
        intent = intent.filter(name -> !name.isEmpty());
        extra = Details.Extra.copy(extra);
    }

    public Example(String id, Optional<String> intent, AnnotatedText annotated, Provenance provenance) {
        this(id, intent, annotated, provenance, Map.of());
    }

    public Example withAnnotated(AnnotatedText other) {
        return new Example(id, intent, other, provenance, extra);
    }

    public String text() {
        return annotated.text();
    }
}
