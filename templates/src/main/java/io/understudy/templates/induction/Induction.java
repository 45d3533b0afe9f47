package io.understudy.templates.induction;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Learns a grammar from carriers. Each carrier it was given can be derived from the grammar, and so can others: those
 * that join what the corpus has said at each place, where that makes the shorter description ({@link Bits}). Memory
 * grows with distinct carriers. Deterministic: the order of the corpus only decides the order of intents. Not
 * thread-safe.
 */
public final class Induction {

    /** What the intent of records without one is called. */
    public static final String NO_INTENT = "utterance";

    private final Map<String, IntentInduction> intents = new LinkedHashMap<>();
    private final Values values = new Values();

    /** @param records how many source records have this carrier, 1 or more */
    public Induction add(Template carrier, Optional<String> intent, long records) {
        if (records < 1) {
            throw new IllegalArgumentException("a carrier has " + records + " records behind it; expected 1 or more");
        }
        intents.computeIfAbsent(intent.orElse(NO_INTENT), name -> new IntentInduction())
                .add(carrier, records);
        return this;
    }

    /** Counts the surfaces of a record, for catalogues. */
    public Induction values(AnnotatedText record) {
        values.add(record);
        return this;
    }

    /** @throws IllegalArgumentException if no carrier was given */
    public Induced build() {
        if (intents.isEmpty()) {
            throw new IllegalArgumentException("no carriers were given; expected at least one");
        }
        return new Induced(new LinkedHashMap<>(intents), values);
    }
}
