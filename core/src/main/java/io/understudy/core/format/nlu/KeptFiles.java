package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonItems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The JSON files of a package without what became examples and catalogues: settings, prompts, flows. The same tool gets
 * them back, each beneath what we say in the file of that name. They are in memory.
 */
final class KeptFiles {

    /** Bytes of all of them: as trees they take many times as much. */
    private static final int MOST = 8 << 20;

    private final Map<String, JsonNode> files = new TreeMap<>();
    private int size;

    KeptFiles() {}

    /** Those of an earlier reading; none where nothing was kept for this tool. */
    static KeptFiles of(CorpusData data, String tool) {
        KeptFiles kept = new KeptFiles();
        Kept.object(data, tool).properties().forEach(each -> kept.files.put(each.getKey(), each.getValue()));
        return kept;
    }

    CorpusData data(String tool) {
        ObjectNode all = Json.object();
        files.forEach(all::set);
        return files.isEmpty() ? CorpusData.NONE : CorpusData.kept(tool, all.toString());
    }

    /**
     * Keeps a file if it is JSON and not too much; else it is counted.
     *
     * @param as its name in a package that we write
     */
    void keep(BundleSource from, String name, String as, Dropped dropped) throws IOException {
        if (!name.endsWith(".json")) {
            dropped.count("files of other kinds");
            return;
        }
        try (InputStream in = from.open(name)) {
            byte[] content = in.readNBytes(MOST - size + 1);
            if (fits(content.length, dropped)) {
                files.put(as, BundleJson.tree(new ByteArrayInputStream(content), from.file(name)));
            }
        }
    }

    /**
     * Keeps a file, an object, without a list in it that is read elsewhere and may be long.
     *
     * @return what is kept, or would be
     */
    ObjectNode keepWithout(String list, BundleSource from, String name, String as, Dropped dropped) throws IOException {
        try (JsonItems items = new JsonItems(from.open(name), from.file(name), List.of(list, JsonItems.EACH))) {
            while (items.next().isPresent()) {
                // Read elsewhere.
            }
            if (fits(items.rest().toString().length(), dropped)) {
                files.put(as, items.rest());
            }
            return items.rest();
        }
    }

    private boolean fits(int more, Dropped dropped) {
        boolean fits = more <= MOST - size;
        if (fits) {
            size += more;
        } else {
            dropped.count("files of settings beyond %d MB".formatted(MOST >> 20));
        }
        return fits;
    }

    /** The names of the files that were not taken. */
    Set<String> names() {
        return files.keySet();
    }

    /** Looks into a file that stays. */
    JsonNode look(String name) {
        return files.getOrDefault(name, Json.object());
    }

    /**
     * Takes a file to be written: what was kept, but for what is ours to say; where nothing was kept, ours.
     *
     * @param said keys whose value is ours
     */
    ObjectNode take(String name, ObjectNode ours, String... said) {
        return beneath(files.remove(name), ours, said);
    }

    private static ObjectNode beneath(JsonNode kept, ObjectNode ours, String... said) {
        if (!(kept instanceof ObjectNode)) {
            return ours;
        }
        ObjectNode both = kept.deepCopy();
        for (Map.Entry<String, JsonNode> each : ours.properties()) {
            if (List.of(said).contains(each.getKey())) {
                both.set(each.getKey(), each.getValue());
            }
        }
        return both;
    }

    /** Lists of objects with a name: those of one name are one object, and none that was kept is gone. */
    static ArrayNode byName(JsonNode kept, ArrayNode ours, String name, String... said) {
        Map<String, ObjectNode> both = new LinkedHashMap<>();
        for (JsonNode each : kept) {
            if (each instanceof ObjectNode object) {
                both.put(object.path(name).asText(), object);
            }
        }
        for (JsonNode each : ours) {
            String key = each.path(name).asText();
            both.put(key, beneath(both.get(key), (ObjectNode) each, said));
        }
        ArrayNode list = Json.object().putArray("list");
        both.values().forEach(list::add);
        return list;
    }

    /** Writes the files of which we say nothing. */
    void writeRest(BundleTarget to) throws IOException {
        for (Map.Entry<String, JsonNode> each : files.entrySet()) {
            BundleJson.write(to, each.getKey(), each.getValue());
        }
    }
}
