package io.understudy.core.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.BadDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What reading and writing of JSON share. */
public final class Json {

    private static final int BRIEF = 40;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** Made when it is first needed: what only writes streams starts sooner without. */
    private static final class Trees {
        static final JsonMapper MAPPER = JsonMapper.builder(factory())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    private Json() {}

    /** Keeps numbers as they are written. */
    static JsonMapper mapper() {
        return Trees.MAPPER;
    }

    /** @throws IllegalArgumentException if it is not JSON */
    public static JsonNode tree(String json) {
        try {
            return mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    public static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Limits.STRING)
                        .maxNestingDepth(Limits.NESTING)
                        .build())
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .build();
    }

    /** A new, empty object. */
    public static ObjectNode object() {
        return mapper().createObjectNode();
    }

    /** Adds members that were kept as JSON texts; those that are there already stay. */
    public static void putAll(ObjectNode object, Map<String, String> members) {
        members.forEach((key, json) -> {
            if (!object.has(key)) {
                object.set(key, tree(json));
            }
        });
    }

    /**
     * The JSON text of a node.
     *
     * @throws IllegalArgumentException if a surrogate stands alone in it
     */
    public static String whole(JsonNode node) {
        String text = node.toString();
        Utf8.requireWhole("a name or value", text);
        return text;
    }

    /** What a value is, in the words of a message. */
    public static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a JSON array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "a number";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "not a value";
        };
    }

    /** The JSON text of a string. */
    public static String quote(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** The JSON text of an object from names to JSON texts. */
    public static String object(Map<String, String> members) {
        StringBuilder object = new StringBuilder("{");
        members.forEach((name, value) -> object.append(object.length() > 1 ? "," : "")
                .append(quote(name))
                .append(':')
                .append(value));
        return object.append('}').toString();
    }

    /**
     * A value from its text; fractions keep their digits.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    public static JsonNode read(String json) {
        try {
            return mapper().readTree(json);
        } catch (JsonProcessingException e) {
            // Its message may quote the text.
            throw new IllegalArgumentException("an unknown key is not JSON", e);
        }
    }

    /** The beginning of a name, for messages: on one line. */
    public static String brief(String name) {
        String begin = name.length() <= BRIEF ? name : name.substring(0, name.offsetByCodePoints(0, BRIEF / 2)) + "…";
        return CONTROL.matcher(begin).replaceAll(" ");
    }

    /** The members of one object while they are read: each name once, each value of its type. */
    static final class Keys {
        private final Utf8Lines lines;
        private final JsonParser json;
        private final String path;
        private int seen;
        private Map<String, String> extra = Map.of();

        Keys(Utf8Lines lines, JsonParser json) {
            this(lines, json, "");
        }

        /** @param path comes before the key in messages */
        Keys(Utf8Lines lines, JsonParser json, String path) {
            this.lines = lines;
            this.json = json;
            this.path = path;
        }

        /** Goes to the value of a known key. */
        Keys first(int key) throws IOException {
            if ((seen & (1 << key)) != 0) {
                throw wrong("occurs twice");
            }
            seen |= 1 << key;
            json.nextToken();
            return this;
        }

        void require(int key, String name) {
            if ((seen & (1 << key)) == 0) {
                throw lines.wrong("no key '" + path + name + "'");
            }
        }

        /** Keeps the value of an unknown key as it is written. */
        void unknown() throws IOException {
            String name = json.currentName();
            Utf8.requireWhole("the name of a key", name);
            if (extra.containsKey(name)) {
                throw wrong("occurs twice");
            }
            json.nextToken();
            int from = (int) json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            json.finishToken();
            int to = (int) json.currentLocation().getByteOffset();
            keep(name, new String(lines.bytes(), lines.start() + from, to - from, StandardCharsets.UTF_8).strip());
        }

        void keep(String name, String value) {
            if (extra.isEmpty()) {
                extra = new LinkedHashMap<>();
            }
            extra.put(name, value);
        }

        Map<String, String> extra() {
            return extra;
        }

        boolean isNull() {
            return json.currentToken() == JsonToken.VALUE_NULL;
        }

        void expect(JsonToken token, String what) throws IOException {
            if (json.currentToken() != token) {
                throw wrong("is " + kind(json.currentToken()) + "; expected " + what);
            }
        }

        String string() throws IOException {
            expect(JsonToken.VALUE_STRING, "a string");
            String text = json.getText();
            try {
                Utf8.requireWhole("'" + path + json.currentName() + "'", text);
            } catch (IllegalArgumentException e) {
                throw lines.wrong(e.getMessage());
            }
            return text;
        }

        Optional<String> optionalString() throws IOException {
            return isNull() ? Optional.empty() : Optional.of(string());
        }

        /** A string, or a whole number taken as one: ids are often counted. */
        Optional<String> name() throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return Optional.of(json.getText());
            }
            return optionalString();
        }

        long integer() throws IOException {
            expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
            if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw wrong("is too large a number");
            }
            return json.getLongValue();
        }

        int offset() throws IOException {
            long offset = integer();
            if (offset < 0) {
                throw wrong("is below 0; expected an offset");
            }
            return (int) Math.min(offset, Integer.MAX_VALUE);
        }

        private BadDataException wrong(String problem) throws IOException {
            return lines.wrong("'" + path + brief(json.currentName()) + "' " + problem);
        }
    }
}
