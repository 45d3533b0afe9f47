package io.understudy.core.format;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Objects that stand in one place of a large JSON document, one at a time; what stands in other places is kept as a
 * tree.
 */
public final class JsonItems implements Closeable {

    /** In a path: all members of an array. */
    public static final String EACH = "[]";
    /** In a path: all members of an object, whatever their key. */
    public static final String ANY = "*";

    private final JsonDocument json;
    private final List<String> path;
    private final Deque<ObjectNode> rests = new ArrayDeque<>();
    private final ObjectNode rest = Json.mapper().createObjectNode();
    private String any = "";
    private int depth = -1;
    private boolean found;
    private long count;

    /**
     * @param in closed with this
     * @param path keys, {@link #EACH} and {@link #ANY}, down to the objects; the last is one of the two
     */
    public JsonItems(InputStream in, String file, List<String> path) throws IOException {
        this.json = new JsonDocument(in, file);
        this.path = List.copyOf(path);
    }

    /** The next object; empty at the end of the document. */
    public Optional<JsonObject> next() throws IOException {
        if (depth < 0) {
            json.next();
            json.expect(path.get(0).equals(EACH) ? JsonToken.START_ARRAY : JsonToken.START_OBJECT, "the file");
            enter(rest);
        }
        while (depth >= 0) {
            JsonToken token = json.next();
            if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
                depth--;
                rests.pop();
            } else if (path.get(depth).equals(EACH)) {
                if (depth == path.size() - 1) {
                    return Optional.of(item());
                }
                json.expect(JsonToken.START_OBJECT, "an item");
                enter(Json.mapper().createObjectNode());
            } else if (member()) {
                return Optional.of(item());
            }
        }
        json.end();
        return Optional.empty();
    }

    private JsonObject item() throws IOException {
        return json.object("item " + ++count);
    }

    /** Goes into the value of a key if it is on the path; true if it is an object that is asked for. */
    private boolean member() throws IOException {
        String key = json.key();
        String wanted = path.get(depth);
        JsonToken token = json.next();
        boolean last = depth == path.size() - 1;
        boolean on = wanted.equals(ANY) || wanted.equals(key);
        if (on && wanted.equals(ANY)) {
            any = key;
        }
        if (on && last) {
            found = true;
            return true;
        }
        boolean fits =
                on && token == (path.get(depth + 1).equals(EACH) ? JsonToken.START_ARRAY : JsonToken.START_OBJECT);
        if (fits) {
            found = true;
            enter(
                    token == JsonToken.START_ARRAY
                            ? Json.mapper().createObjectNode()
                            : rests.element().putObject(key));
        } else {
            rests.element().set(key, json.value());
        }
        return false;
    }

    private void enter(ObjectNode to) {
        depth++;
        rests.push(to);
    }

    /** The last key that {@link #ANY} stood for. */
    public String any() {
        return any;
    }

    /** Whether the place that was asked for was there, if empty. */
    public boolean wasFound() {
        return found;
    }

    /** What stands in other places; whole at the end of the document. */
    public ObjectNode rest() {
        return rest;
    }

    /** How many objects were read. */
    public long count() {
        return count;
    }

    public long bytesRead() {
        return json.bytesRead();
    }

    public JsonDocument document() {
        return json;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
