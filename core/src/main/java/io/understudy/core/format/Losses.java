package io.understudy.core.format;

import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Provenance.Synthetic;
import io.understudy.core.format.CorpusFormat.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Counts examples of which a format keeps only a part, by what is lost, and remembers names that it changed. */
public final class Losses {

    /** Parts that live in the example's extra keys, under a name of their own. */
    private static final Map<String, Part> KEYS =
            Map.of("relations", Part.RELATIONS, "attributes", Part.ATTRIBUTES, "notes", Part.NOTES);

    private final Set<Part> carried;
    private final Set<Part> lost = EnumSet.noneOf(Part.class);
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Long> ofData = new LinkedHashMap<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final List<Supplier<Optional<String>>> notes = new ArrayList<>();
    private long withoutIntent;

    /** @param carried what the format says it carries */
    public Losses(Set<Part> carried) {
        this.carried = Set.copyOf(carried);
    }

    /** Counts the parts of this example that are not carried. */
    void count(Example example) {
        lost.clear();
        lose(Part.ID, isGiven(example));
        lose(Part.INTENT, example.intent().isPresent());
        List<Mention> mentions = example.annotated().mentions();
        lose(Part.SPANS, !mentions.isEmpty());
        if (carried.contains(Part.SPANS)) {
            lose(Part.SURFACES, !mentions.isEmpty());
            for (Mention mention : mentions) {
                lose(mention.details());
            }
        }
        for (Mark mark : example.marks()) {
            lose(mark.isDiscontinuous() ? Part.DISCONTINUOUS : Part.OVERLAP, true);
        }
        // An original's provenance is the place where it is read, which the new file has as well.
        lose(Part.PROVENANCE, example.provenance() instanceof Synthetic);
        for (String key : example.extra().keySet()) {
            lose(KEYS.getOrDefault(key, Part.UNKNOWN_KEYS), !carried.contains(Part.UNKNOWN_KEYS));
        }
        for (Part part : lost) {
            count(part.words());
        }
    }

    /** Counts what of the corpus data is not carried. */
    void count(CorpusData data) {
        countData(Part.CATALOGUES, data.catalogues().size());
        long ofEntries = data.catalogues().stream()
                .flatMap(each -> each.entries().stream())
                .filter(each -> !each.synonyms().isEmpty())
                .count();
        countData(Part.SYNONYMS, data.synonyms().size() + (carried.contains(Part.CATALOGUES) ? ofEntries : 0));
        countData(Part.PATTERNS, data.patterns().size());
    }

    /** Counts an example that loses something which no {@link Part} names. */
    public void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** Counts a piece of the corpus data that is lost and which no {@link Part} names. */
    public void countData(String what) {
        ofData.merge(what, 1L, Long::sum);
    }

    /** Remembers that a name is another one in the file. */
    public void rename(String from, String to) {
        if (!from.equals(to)) {
            renamed.put(from, to);
        }
    }

    /**
     * Counts an example that has no intent where the tool wants one.
     *
     * @param standIn the intent that it is written under, and as which it is known when it is read again
     * @return the same
     */
    public String withoutIntent(String standIn) {
        if (withoutIntent++ == 0) {
            note(() -> Optional.of("every example has an intent there; %,d without one %s under '%s'"
                            .formatted(withoutIntent, withoutIntent == 1 ? "is" : "are", standIn)
                    + " (--default-intent gives another name)"));
        }
        return standIn;
    }

    /**
     * Adds a sentence that whoever uses the file should know; asked for when all is written, and empty if there is
     * none.
     */
    public void note(Supplier<Optional<String>> sentence) {
        notes.add(sentence);
    }

    List<String> notes() {
        return notes.stream().flatMap(note -> note.get().stream()).toList();
    }

    /** What was lost so far, to the number of examples that lost it. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    Map<String, Long> ofData() {
        return Collections.unmodifiableMap(ofData);
    }

    Map<String, String> renamed() {
        return Collections.unmodifiableMap(renamed);
    }

    private void lose(Details details) {
        if (!details.isNone()) {
            lose(Part.ROLE, details.role().isPresent());
            lose(Part.GROUP, details.group().isPresent());
            lose(Part.ENTITY, details.entity().isPresent());
            lose(Part.VALUE, details.value().isPresent());
            lose(Part.SPAN_KEYS, !details.extra().isEmpty());
        }
    }

    private void lose(Part part, boolean given) {
        if (given && !carried.contains(part)) {
            lost.add(part);
        }
    }

    private void countData(Part part, long count) {
        if (count > 0 && !carried.contains(part)) {
            ofData.merge(part.words(), count, Long::sum);
        }
    }

    /** Ids that a reader made from the place of the example are made again. */
    private static boolean isGiven(Example example) {
        return !(example.provenance() instanceof Original original)
                || !(example.id().equals(Long.toString(original.line()))
                        || example.id().equals(Names.id(original.corpus(), original.line())));
    }
}
