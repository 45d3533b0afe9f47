package io.understudy.core.format;

import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import io.understudy.core.Provenance.Synthetic;
import io.understudy.core.format.CorpusFormat.Part;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Counts examples of which a format keeps only a part, by what is lost. */
final class Losses {

    private final Set<Part> carried;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    Losses(Set<Part> carried) {
        this.carried = carried;
    }

    /** Counts the parts of this example that are not carried. */
    void count(Example example) {
        if (!carried.contains(Part.ID) && isGiven(example)) {
            count("id");
        }
        if (!carried.contains(Part.INTENT) && example.intent().isPresent()) {
            count("intent");
        }
        if (!carried.contains(Part.SPANS) && !example.annotated().mentions().isEmpty()) {
            count("spans");
        } else if (!carried.contains(Part.DETAILS)) {
            for (Mention mention : example.annotated().mentions()) {
                if (!mention.details().equals(Details.NONE)) {
                    count("details of spans");
                    break;
                }
            }
        }
        // An original's provenance is the place where it is read, which the new file has as well.
        if (!carried.contains(Part.PROVENANCE) && example.provenance() instanceof Synthetic) {
            count("provenance");
        }
        if (!carried.contains(Part.UNKNOWN_KEYS) && !example.extra().isEmpty()) {
            count("unknown keys");
        }
    }

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** Ids that a reader made from the place of the example are made again. */
    private static boolean isGiven(Example example) {
        return !(example.provenance() instanceof Original original)
                || !(example.id().equals(Long.toString(original.line()))
                        || example.id().equals(Names.id(original.corpus(), original.line())));
    }
}
