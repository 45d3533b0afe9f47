package io.understudy.templates;

import io.understudy.core.Template;
import java.util.Optional;

/** Carriers: the corpus's own, a grammar's, a model's. Thread-safe. */
@FunctionalInterface
public interface TemplateSource {

    /**
     * A template and the intent it belongs to.
     *
     * @param template text with gaps
     * @param intent what an utterance made from it asks for, where that is known
     */
    record Carrier(Template template, Optional<String> intent) {}

    /** The carrier of candidate line {@code index}; a pure function of the source, the seed and the index. */
    Carrier carrier(long seed, long index);
}
