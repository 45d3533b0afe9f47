package io.understudy.generator.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The form of a structured answer. */
final class Json {

    private static final JsonMapper JSON = new JsonMapper();

    private Json() {}

    static String lines(List<String> lines) {
        ObjectNode object = JSON.createObjectNode();
        ArrayNode list = object.putArray(Chats.LINES);
        lines.forEach(list::add);
        return object.toString();
    }
}
