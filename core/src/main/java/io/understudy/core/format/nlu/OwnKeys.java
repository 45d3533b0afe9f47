package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.format.CorpusFormat.Part;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Unknown keys that a tool knows go back into its files; those of other tools, which it may refuse, are counted.
 *
 * @param ofExamples keys that the tool has beside those we read
 */
record OwnKeys(Set<String> ofExamples, Set<String> ofSpans, Set<String> ofCatalogues, Losses losses) {

    /** What is counted here is not counted by {@link Losses} again. */
    static Losses losses(Set<Part> carries) {
        Set<Part> counted = EnumSet.of(Part.SPAN_KEYS, Part.UNKNOWN_KEYS);
        counted.addAll(carries);
        return new Losses(counted);
    }

    /** Adds the example's own keys, and counts what of the example and its labels is lost. */
    void addTo(ObjectNode object, Example example) {
        if (!add(object, example.extra(), ofExamples)) {
            losses.count(Part.UNKNOWN_KEYS.words());
        }
        if (!example.labels().stream()
                .allMatch(label -> ofSpans.containsAll(label.details().extra().keySet()))) {
            losses.count(Part.SPAN_KEYS.words());
        }
    }

    void addTo(ObjectNode object, Details details) {
        add(object, details.extra(), ofSpans);
    }

    void addTo(ObjectNode object, Map<String, String> extraOfCatalogue) {
        if (!add(object, extraOfCatalogue, ofCatalogues)) {
            losses.countData("unknown keys of catalogues");
        }
    }

    private static boolean add(ObjectNode object, Map<String, String> extra, Set<String> own) {
        extra.forEach((key, json) -> {
            if (own.contains(key)) {
                Json.putAll(object, Map.of(key, json));
            }
        });
        return own.containsAll(extra.keySet());
    }
}
