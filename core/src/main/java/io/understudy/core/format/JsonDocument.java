package io.understudy.core.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.BadDataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A JSON document read from its beginning: token by token where it is large, and a whole value at a time where one
 * example stands. What is wrong with it is one sentence with file and line; strings and nesting have limits.
 */
public final class JsonDocument implements Closeable {

    private static final JsonFactory FACTORY = Json.factory();

    private final Utf8Input in;
    private final String file;
    private final JsonParser json;

    /** @param in closed with this */
    public JsonDocument(InputStream in, String file) throws IOException {
        this.in = new Utf8Input(in, file);
        this.file = file;
        this.json = FACTORY.createParser(this.in);
    }

    /** Goes to the next token; none is {@link JsonToken#NOT_AVAILABLE}, so that it can be compared. */
    public JsonToken next() throws IOException {
        try {
            JsonToken token = json.nextToken();
            return token == null ? JsonToken.NOT_AVAILABLE : token;
        } catch (JsonProcessingException e) {
            throw wrong(e);
        }
    }

    public JsonToken current() {
        return json.currentToken() == null ? JsonToken.NOT_AVAILABLE : json.currentToken();
    }

    /** The key that stands here or belongs to the value that stands here. */
    public String key() throws IOException {
        return json.currentName();
    }

    /** The value that begins here, whole; ends at its last token. */
    public JsonNode value() throws IOException {
        try {
            JsonNode node = Json.mapper().readTree(json);
            return node == null ? Json.mapper().nullNode() : node;
        } catch (NumberFormatException e) {
            // Of the library; its message quotes the file.
            throw wrong("a number with an exponent that is too large");
        } catch (JsonProcessingException e) {
            throw wrong(e);
        }
    }

    /** As {@link #value}, which must be an object. */
    public JsonObject object(String what) throws IOException {
        expect(JsonToken.START_OBJECT, what);
        long line = line();
        return new JsonObject(value(), what, line, problem -> wrongAt(line, problem));
    }

    /** Passes over the value that begins here. */
    public void skip() throws IOException {
        try {
            json.skipChildren();
        } catch (JsonProcessingException e) {
            throw wrong(e);
        }
    }

    /** @throws BadDataException if something else stands here */
    public void expect(JsonToken token, String what) {
        if (current() != token) {
            throw wrong("%s is %s; expected %s"
                    .formatted(
                            what,
                            current() == JsonToken.NOT_AVAILABLE ? "missing" : Json.kind(current()),
                            Json.kind(token)));
        }
    }

    /** Nothing but white space may follow. */
    public void end() throws IOException {
        if (next() != JsonToken.NOT_AVAILABLE) {
            throw wrong("something follows the JSON document; expected one");
        }
    }

    /** 1-based line of the current token. */
    public long line() {
        return Math.max(1, json.currentTokenLocation().getLineNr());
    }

    public String file() {
        return file;
    }

    public long bytesRead() {
        return in.bytesRead();
    }

    public BadDataException wrong(String problem) {
        return wrongAt(line(), problem);
    }

    public BadDataException wrongAt(long line, String problem) {
        return new BadDataException(file, line, problem);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The parser's own message may quote the file. */
    private BadDataException wrong(JsonProcessingException e) {
        long line =
                e.getLocation() == null ? line() : Math.max(1, e.getLocation().getLineNr());
        if (e instanceof JsonEOFException) {
            return wrongAt(line, "the JSON document does not end; the file was cut off");
        }
        if (e instanceof StreamConstraintsException) {
            return wrongAt(line, "the JSON is nested too deeply, or a string, name or number in it is too long");
        }
        return wrongAt(
                line,
                "not JSON from column %d on"
                        .formatted(
                                e.getLocation() == null
                                        ? 1
                                        : Math.max(1, e.getLocation().getColumnNr())));
    }
}
