package io.understudy.core.format.nlu;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.BundleTarget;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonDocument;
import io.understudy.core.format.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The JSON files of a bundle, whole: each is about one intent, slot or entity. */
final class BundleJson {

    private BundleJson() {}

    /** @param file how messages name it */
    static JsonNode tree(InputStream in, String file) throws IOException {
        try (JsonDocument json = new JsonDocument(in, file)) {
            json.next();
            if (json.current() == JsonToken.NOT_AVAILABLE) {
                throw json.wrong("the file is empty; expected JSON");
            }
            JsonNode tree = json.value();
            json.end();
            return tree;
        }
    }

    static JsonObject object(BundleSource files, String name) throws IOException {
        try (JsonDocument json = new JsonDocument(files.open(name), files.file(name))) {
            json.next();
            JsonObject object = json.object("the file");
            json.end();
            return object;
        }
    }

    /** An array as the only member, {@code items}, of an object, so that it can be asked as one. */
    static JsonObject array(BundleSource files, String name) throws IOException {
        try (JsonDocument json = new JsonDocument(files.open(name), files.file(name))) {
            json.next();
            json.expect(JsonToken.START_ARRAY, "the file");
            JsonNode items = json.value();
            json.end();
            return new JsonObject(Json.object().set("items", items), "the file", problem -> json.wrongAt(1, problem));
        }
    }

    static void write(BundleTarget files, String name, JsonNode json) throws IOException {
        try (OutputStream out = files.create(name)) {
            out.write((json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The same for the same name, as long as nothing else has been given. */
    static String id(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + "\n" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A name of a file for a thing of this name. */
    static String file(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_").strip();
        return safe.isEmpty() || safe.startsWith(".") ? "_" + safe : safe;
    }
}
