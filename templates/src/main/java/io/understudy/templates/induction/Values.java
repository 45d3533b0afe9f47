package io.understudy.templates.induction;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Surfaces of a corpus by kind of slot, with the records that have them. These are words of the original: they get into
 * a grammar only where its owner asks for them. Memory grows with distinct surfaces. Not thread-safe.
 */
final class Values {

    /**
     * One entry of a catalogue.
     *
     * @param canonical what it stands for, where the corpus says so
     * @param records that have it
     */
    record Value(String surface, Optional<String> canonical, long records) {}

    private record Key(String kind, String surface, Optional<String> canonical) {}

    private final Map<Key, Long> records = new HashMap<>();

    void add(AnnotatedText text) {
        Set<Key> own = new HashSet<>();
        for (Mention mention : text.mentions()) {
            own.add(new Key(
                    Frame.kind(mention.label(), mention.details()),
                    text.surface(mention),
                    mention.details().value()));
        }
        own.forEach(key -> records.merge(key, 1L, Long::sum));
    }

    /** The surfaces of a kind of slot that at least so many records share, the most frequent first. */
    List<Value> of(String kind, long minSources) {
        return records.entrySet().stream()
                .filter(entry -> entry.getKey().kind.equals(kind) && entry.getValue() >= minSources)
                .map(entry -> new Value(entry.getKey().surface, entry.getKey().canonical, entry.getValue()))
                .sorted(Comparator.comparingLong(Value::records)
                        .reversed()
                        .thenComparing(Value::surface)
                        .thenComparing(value -> value.canonical().orElse("")))
                .toList();
    }
}
