package io.understudy.core.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a corpus says beside its examples.
 *
 * @param catalogues lists of values, each of a label: lookup tables, closed lists, slot types, gazetteers
 * @param synonyms canonical value to the surfaces that mean it, whatever their label
 * @param patterns name of a label or of a feature to its regular expressions
 * @param kept what only one tool understands, such as a type system or the settings of an agent: name of the format to
 *     its text, which a writer of the same format writes back
 */
public record CorpusData(
        List<Catalogue> catalogues,
        Map<String, List<String>> synonyms,
        Map<String, List<String>> patterns,
        Map<String, String> kept) {

    /** Nothing is said. */
    public static final CorpusData NONE = new CorpusData(List.of(), Map.of(), Map.of(), Map.of());

    /**
     * Values of a label.
     *
     * @param label of the mentions it is about
     * @param entries in the order of the file
     * @param extra keys we do not know, kept as read: name to JSON text
     */
    public record Catalogue(String label, List<Entry> entries, Map<String, String> extra) {
        public Catalogue {
            entries = List.copyOf(entries);
            extra = ordered(extra);
        }

        public Catalogue(String label, List<Entry> entries) {
            this(label, entries, Map.of());
        }
    }

    /**
     * A value and how else it is said.
     *
     * @param value canonical
     * @param synonyms other surfaces that mean it; the value itself aside
     */
    public record Entry(String value, List<String> synonyms) {
        public Entry {
            synonyms = synonyms.stream()
                    .filter(each -> !each.equals(value))
                    .distinct()
                    .toList();
        }
    }

    public CorpusData {
        catalogues = List.copyOf(catalogues);
        synonyms = ordered(synonyms);
        patterns = ordered(patterns);
        kept = ordered(kept);
    }

    public static CorpusData kept(String format, String text) {
        return new CorpusData(List.of(), Map.of(), Map.of(), Map.of(format, text));
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Both; what both say of one name is joined, and of what only one tool understands the first stays. */
    public CorpusData and(CorpusData other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        Map<String, Catalogue> joined = new LinkedHashMap<>();
        Stream.concat(catalogues.stream(), other.catalogues.stream())
                .forEach(each -> joined.merge(each.label(), each, CorpusData::joined));
        Map<String, String> both = new LinkedHashMap<>(other.kept);
        both.putAll(kept);
        return new CorpusData(
                List.copyOf(joined.values()), joined(synonyms, other.synonyms), joined(patterns, other.patterns), both);
    }

    private static Catalogue joined(Catalogue one, Catalogue other) {
        Map<String, List<String>> entries = joined(byValue(one), byValue(other));
        Map<String, String> extra = new LinkedHashMap<>(other.extra);
        extra.putAll(one.extra);
        return new Catalogue(
                one.label,
                entries.entrySet().stream()
                        .map(each -> new Entry(each.getKey(), each.getValue()))
                        .toList(),
                extra);
    }

    private static Map<String, List<String>> byValue(Catalogue catalogue) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        for (Entry entry : catalogue.entries) {
            entries.merge(entry.value(), entry.synonyms(), CorpusData::joined);
        }
        return entries;
    }

    private static Map<String, List<String>> joined(Map<String, List<String>> one, Map<String, List<String>> other) {
        Map<String, List<String>> both = new LinkedHashMap<>(one);
        other.forEach((name, list) -> both.merge(name, list, CorpusData::joined));
        return both;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return new ArrayList<>(both);
    }

    /** Keeps the order; {@link Map#copyOf} would lose it. */
    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return map.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
