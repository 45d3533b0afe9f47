package io.understudy.core.format.nlu;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Example;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonDocument;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.PullReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an Alexa interaction model: samples wait until the values of their slots are known; all else is in memory. */
final class AlexaReader implements PullReader.Source {

    private final JsonDocument json;
    private final Numbered numbered;
    private final Deferred samples = new Deferred();
    private final List<Intent> intents = new ArrayList<>();
    private final Map<String, List<Entry>> values = new LinkedHashMap<>();
    private CorpusData data = CorpusData.NONE;
    private boolean begun;
    private long turn;

    /** @param slots name to type */
    private record Intent(Optional<String> name, Map<String, String> slots) {}

    AlexaReader(JsonDocument json) {
        this.json = json;
        this.numbered = new Numbered(json.file());
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (!begun) {
            begun = true;
            json.next();
            json.expect(JsonToken.START_OBJECT, "the file");
            ObjectNode file = frame();
            json.end();
            finish(file);
        }
        Optional<Deferred.Utterance> next = samples.next();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Deferred.Utterance sample = next.get();
        Intent intent = intents.get(sample.owner());
        try {
            return Optional.of(numbered.example(
                    sample.line(),
                    intent.name(),
                    Samples.fill(sample.text(), intent.slots(), values, turn++),
                    List.of(),
                    Map.of()));
        } catch (IllegalArgumentException e) {
            throw json.wrongAt(sample.line(), "intent " + (sample.owner() + 1) + ": " + e.getMessage());
        }
    }

    /** The document without its samples; goes to its end. */
    private ObjectNode frame() throws IOException {
        ObjectNode frame = Json.object();
        while (json.next() != JsonToken.END_OBJECT) {
            String key = json.key();
            boolean isObject = json.next() == JsonToken.START_OBJECT;
            if (isObject && key.equals("interactionModel")) {
                frame.set(key, frame());
            } else if (isObject && key.equals("languageModel")) {
                frame.set(key, model());
            } else {
                frame.set(key, json.value());
            }
        }
        return frame;
    }

    private ObjectNode model() throws IOException {
        ObjectNode model = Json.object();
        while (json.next() != JsonToken.END_OBJECT) {
            String key = json.key();
            json.next();
            if (key.equals("intents")) {
                ArrayNode all = model.putArray(key);
                json.expect(JsonToken.START_ARRAY, "'intents'");
                while (json.next() != JsonToken.END_ARRAY) {
                    all.add(intent());
                }
            } else {
                model.set(key, json.value());
            }
        }
        return model;
    }

    private ObjectNode intent() throws IOException {
        String what = "intent " + (intents.size() + 1);
        json.expect(JsonToken.START_OBJECT, what);
        long line = json.line();
        ObjectNode rest = Json.object();
        while (json.next() != JsonToken.END_OBJECT) {
            String key = json.key();
            if (json.next() == JsonToken.START_ARRAY && key.equals("samples")) {
                samples(what);
            } else {
                rest.set(key, json.value());
            }
        }
        JsonObject intent = new JsonObject(rest, what, line, problem -> json.wrongAt(line, problem));
        Map<String, String> slots = new LinkedHashMap<>();
        for (JsonObject slot : intent.objects("slots")) {
            slots.put(slot.string("name"), slot.string("type"));
        }
        intents.add(
                new Intent(Optional.of(intent.string("name")).filter(name -> !name.equals(Samples.NO_INTENT)), slots));
        return rest;
    }

    private void samples(String what) throws IOException {
        for (int number = 1; json.next() != JsonToken.END_ARRAY; number++) {
            json.expect(JsonToken.VALUE_STRING, what + ", 'samples' " + number);
            long line = json.line();
            try {
                samples.add(intents.size(), line, json.value().textValue());
            } catch (IllegalArgumentException e) {
                throw json.wrongAt(line, what + ", 'samples' " + number + ": " + e.getMessage());
            }
        }
    }

    private void finish(ObjectNode rest) {
        JsonObject file = new JsonObject(rest, "the file", problem -> json.wrongAt(1, problem));
        JsonObject model = file.optionalObject("interactionModel").orElse(file).object("languageModel");
        List<Catalogue> catalogues = new ArrayList<>();
        for (JsonObject type : model.objects("types")) {
            List<Entry> entries = new ArrayList<>();
            for (JsonObject value : type.objects("values")) {
                JsonObject name = value.object("name");
                entries.add(new Entry(name.string("value"), name.strings("synonyms")));
            }
            values.put(type.string("name"), entries);
            catalogues.add(new Catalogue(type.string("name"), entries, type.rest(Set.of("name", "values"))));
        }
        shorten(model.node().path("types"));
        data = new CorpusData(catalogues, Map.of(), Map.of(), Map.of("alexa", rest.toString()));
    }

    /** Leaves of the types the values that have more than synonyms, such as an id. */
    private static void shorten(JsonNode types) {
        for (JsonNode type : types) {
            ((ObjectNode) type).retain(List.of("name", "values"));
            for (Iterator<JsonNode> values = type.path("values").iterator(); values.hasNext(); ) {
                JsonNode value = values.next();
                ((ObjectNode) value.path("name")).remove("synonyms");
                if (value.size() == 1 && value.path("name").size() == 1) {
                    values.remove();
                }
            }
        }
    }

    @Override
    public CorpusData data() {
        return data;
    }

    @Override
    public long bytesRead() {
        return json.bytesRead();
    }

    @Override
    public void close() throws IOException {
        try (json) {
            samples.close();
        }
    }
}
