package io.understudy.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what a file says and a reader has no place for. After a hundred different things, which no honest file has,
 * the others are counted together.
 */
public final class Dropped {

    private static final int MOST = 100;
    private static final String OTHERS = "other things";

    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** @param what in the words of a message, such as {@code annotations of the layer Lemma} */
    public void count(String what) {
        count(what, 1);
    }

    public void count(String what, long times) {
        if (times > 0) {
            counts.merge(counts.size() < MOST || counts.containsKey(what) ? what : OTHERS, times, Long::sum);
        }
    }

    /**
     * Counts the members of an object that are not among the known ones.
     *
     * @param of whose keys they are, such as {@code intents}
     */
    public void keys(JsonObject object, String of, Collection<String> known) {
        keys(object.node(), of, known);
    }

    /** As {@link #keys(JsonObject, String, Collection)}; what is no object has none. */
    public void keys(JsonNode object, String of, Collection<String> known) {
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                count("keys '%s' of %s".formatted(Json.brief(key), of));
            }
        });
    }

    /** What, to how many of it, in the order in which it came up. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** Adds what another reader dropped. */
    public void add(Map<String, Long> more) {
        more.forEach(this::count);
    }
}
