package io.understudy.core.format.annotation;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.Ids;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonDocument;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Names;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A corpus of JSON values, one or more examples each: members of one array, or one after another. One value is in
 * memory.
 */
final class JsonCorpus {

    private static final JsonMapper MAPPER = JsonMapper.builder(Json.factory())
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build();

    private JsonCorpus() {}

    /** Makes examples of one value. */
    @FunctionalInterface
    interface FromJson {
        /** @throws IllegalArgumentException if it is none; told with the place */
        List<Example> examples(Item item);
    }

    /** Writes one example as one value. */
    @FunctionalInterface
    interface ToJson {
        /** @throws IllegalArgumentException if the format cannot hold it */
        JsonNode value(Example example);
    }

    /** One value of the file. */
    static final class Item {
        private final JsonNode node;
        private final String file;
        private final long line;
        private final String what;
        private final Numbered names;
        private final Dropped dropped;

        private Item(JsonNode node, String file, long line, String what, Numbered names, Dropped dropped) {
            this.node = node;
            this.dropped = dropped;
            this.file = file;
            this.line = line;
            this.what = what;
            this.names = names;
        }

        JsonNode node() {
            return node;
        }

        /** @throws BadDataException if it is no object */
        JsonObject object() {
            if (!node.isObject()) {
                throw wrong("%s is no object; expected one such as {\"text\":\"...\"}".formatted(what));
            }
            return new JsonObject(node, what, this::wrong);
        }

        /** The given id, or one made from the place. */
        String id(Optional<String> given) {
            return names.id(given.filter(id -> !id.isEmpty()), line);
        }

        /** Where what has no place is counted. */
        Dropped dropped() {
            return dropped;
        }

        Original place() {
            return new Original(names.corpus, line);
        }

        BadDataException wrong(String problem) {
            return new BadDataException(file, line, problem);
        }
    }

    /** Ids of a file; several values may stand on one line. */
    private static final class Numbered {
        private final String corpus;
        private final Ids ids = new Ids();
        private long last;
        private long nth;

        Numbered(String corpus) {
            this.corpus = corpus;
        }

        String id(Optional<String> given, long line) {
            if (given.isEmpty() && line == last) {
                nth++;
                return ids.claim(Optional.of(line + "-" + nth), line);
            }
            if (given.isEmpty()) {
                last = line;
                nth = 1;
            }
            return ids.claim(given, line);
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Puts members as they were read.
     *
     * @param own names that mean something of their own here, and are left out
     */
    static void putRest(ObjectNode object, Map<String, String> rest, Set<String> own) {
        rest.forEach((name, json) -> {
            if (!own.contains(name)) {
                object.putRawValue(name, new RawValue(json));
            }
        });
    }

    static PullReader read(InputStream in, String file, FromJson examples) throws IOException {
        return new PullReader(new Source(new JsonDocument(in, file), file, examples));
    }

    /**
     * @param array whether the values are members of one array, one a line, or lines of their own
     * @param own names of members that unknown keys cannot have; that such a key is lost is counted
     */
    static PushWriter write(OutputStream out, boolean array, Set<String> own, Losses losses, ToJson values)
            throws IOException {
        return new PushWriter(new Target(out, array, own, losses, values), losses);
    }

    private static final class Source implements PullReader.Source {
        private final JsonDocument json;
        private final String file;
        private final FromJson examples;
        private final Numbered names;
        private final Deque<Example> ready = new ArrayDeque<>();
        private final Dropped dropped = new Dropped();
        private boolean begun;
        private boolean array;
        private long count;

        Source(JsonDocument json, String file, FromJson examples) {
            this.json = json;
            this.file = file;
            this.examples = examples;
            this.names = new Numbered(Names.corpus(file));
        }

        @Override
        public Optional<Example> read() throws IOException {
            while (ready.isEmpty() && advance()) {
                long line = json.line();
                Item item = new Item(json.value(), file, line, "example " + ++count, names, dropped);
                try {
                    ready.addAll(examples.examples(item));
                } catch (IllegalArgumentException e) {
                    throw new BadDataException(file, line, e.getMessage());
                }
            }
            return Optional.ofNullable(ready.poll());
        }

        /** To the next value; false at the end. */
        private boolean advance() throws IOException {
            JsonToken token = json.next();
            if (!begun) {
                begun = true;
                array = token == JsonToken.START_ARRAY;
                token = array ? json.next() : token;
            }
            if (array && token == JsonToken.END_ARRAY) {
                json.end();
                array = false;
                token = JsonToken.NOT_AVAILABLE;
            }
            return token != JsonToken.NOT_AVAILABLE;
        }

        @Override
        public Map<String, Long> losses() {
            return dropped.counts();
        }

        @Override
        public long bytesRead() {
            return json.bytesRead();
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }

    private static final class Target implements PushWriter.Target {
        private final OutputStream out;
        private final boolean array;
        private final Set<String> own;
        private final Losses losses;
        private final ToJson values;
        private final JsonGenerator json;
        private boolean begun;

        Target(OutputStream out, boolean array, Set<String> own, Losses losses, ToJson values) throws IOException {
            this.out = out;
            this.array = array;
            this.own = own;
            this.losses = losses;
            this.values = values;
            json = MAPPER.getFactory().createGenerator(out, JsonEncoding.UTF8);
            json.setRootValueSeparator(new SerializedString(""));
        }

        @Override
        public void write(Example example) throws IOException {
            Utf8.requireWhole(example);
            JsonNode value = values.value(example);
            json.writeRaw(array ? (begun ? ",\n" : "[") : (begun ? "\n" : ""));
            begun = true;
            try {
                MAPPER.writeTree(json, value);
            } catch (JsonGenerationException e) {
                throw new IllegalArgumentException(
                        "an unknown key of example '%s' holds half a surrogate pair, which UTF-8 cannot say"
                                .formatted(Json.brief(example.id())),
                        e);
            }
            if (example.extra().keySet().stream().anyMatch(own::contains)) {
                losses.count("unknown keys of names that mean something else here");
            }
        }

        @Override
        public void finish() throws IOException {
            json.writeRaw(array ? (begun ? "\n]\n" : "[]\n") : (begun ? "\n" : ""));
            json.flush();
            out.flush();
        }

        /** The generator is not closed: it would write what nobody committed. */
        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
