package io.understudy.core.format.nlu;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Mention;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.Losses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values of each label, for tools that want them listed: those of the catalogues, and those that mentions have.
 * Grows with the distinct values of the corpus.
 */
final class Vocabulary {

    private final Map<String, Map<String, Set<String>>> values = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> extra = new TreeMap<>();

    /** Labels of mentions and catalogues, in the order in which they came up. */
    Set<String> labels() {
        return values.keySet();
    }

    void addLabel(String label) {
        of(label);
    }

    /** Adds labels, and the canonical values that are given with their surfaces. */
    void addGiven(AnnotatedText annotated) {
        for (Mention mention : annotated.mentions()) {
            Map<String, Set<String>> of = of(mention.label().name());
            mention.details().value().ifPresent(value -> add(of, value, annotated.surface(mention)));
        }
    }

    /** Adds labels and all surfaces: those without a canonical value are values of their own. */
    void addAll(AnnotatedText annotated) {
        for (Mention mention : annotated.mentions()) {
            String surface = annotated.surface(mention);
            add(of(mention.label().name()), mention.details().value().orElse(surface), surface);
        }
    }

    /**
     * Adds catalogues, and synonyms to the values that have a label; a synonym of a value without one is lost.
     *
     * @param losses where lost synonyms are counted
     */
    void add(CorpusData data, Losses losses) {
        for (Catalogue catalogue : data.catalogues()) {
            Map<String, Set<String>> of = of(catalogue.label());
            for (Entry entry : catalogue.entries()) {
                add(of, entry.value(), entry.value());
                of.get(entry.value()).addAll(entry.synonyms());
            }
            extra.put(catalogue.label(), catalogue.extra());
        }
        data.synonyms().forEach((value, surfaces) -> {
            boolean known = false;
            for (Map<String, Set<String>> of : values.values()) {
                if (of.containsKey(value)) {
                    of.get(value).addAll(surfaces);
                    known = true;
                }
            }
            if (!known) {
                losses.countData("synonyms of values that no list has");
            }
        });
    }

    /** The values of a label, each with its other surfaces. */
    List<Entry> entries(String label) {
        List<Entry> entries = new ArrayList<>();
        values.getOrDefault(label, Map.of())
                .forEach((value, surfaces) -> entries.add(new Entry(value, List.copyOf(surfaces))));
        return entries;
    }

    /** Unknown keys of a catalogue. */
    Map<String, String> extra(String label) {
        return extra.getOrDefault(label, Map.of());
    }

    private Map<String, Set<String>> of(String label) {
        return values.computeIfAbsent(label, key -> new LinkedHashMap<>());
    }

    private static void add(Map<String, Set<String>> of, String value, String surface) {
        Set<String> surfaces = of.computeIfAbsent(value, key -> new LinkedHashSet<>());
        if (!surface.equals(value)) {
            surfaces.add(surface);
        }
    }
}
