package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What only one tool understands, kept as a JSON object of its own. */
final class Kept {

    private Kept() {}

    /** Members by name, as JSON texts; empty where nothing was kept for this tool. */
    static Map<String, String> members(CorpusData data, String tool) {
        return members(object(data, tool));
    }

    static Map<String, String> members(JsonNode object) {
        Map<String, String> members = new LinkedHashMap<>();
        object.properties()
                .forEach(each -> members.put(each.getKey(), each.getValue().toString()));
        return members;
    }

    static ObjectNode object(CorpusData data, String tool) {
        if (Json.tree(data.kept().getOrDefault(tool, "{}")) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("what was kept for " + tool + " is no JSON object");
    }

    /** Takes out members of a member that say nothing, such as intents of which only their utterances were known. */
    static void dropEmpty(ObjectNode object, String key) {
        if (object.get(key) instanceof ObjectNode members) {
            members.properties()
                    .removeIf(each ->
                            each.getValue().isObject() && each.getValue().isEmpty());
            if (members.isEmpty()) {
                object.remove(key);
            }
        }
    }
}
