package io.understudy.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.BadDataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An object of a document, asked for its members by name. What is missing or of another type is one sentence with the
 * name of the member; null is as good as missing.
 *
 * @param what how messages name it, such as {@code example 3}
 * @param line on which it begins, 0 where that is not known
 * @param wrong turns a problem into what to throw
 */
public record JsonObject(JsonNode node, String what, long line, Function<String, BadDataException> wrong) {

    public JsonObject(JsonNode node, String what, Function<String, BadDataException> wrong) {
        this(node, what, 0, wrong);
    }

    public Optional<JsonNode> find(String key) {
        return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
    }

    public String string(String key) {
        return optionalString(key).orElseThrow(() -> missing(key));
    }

    public Optional<String> optionalString(String key) {
        return find(key).map(value -> {
            if (!value.isTextual()) {
                throw wrong(key, value, "a string");
            }
            return whole(key, value.textValue());
        });
    }

    /** A string, number, or truth value, as a string: ids and values are often counted. */
    public Optional<String> optionalScalar(String key) {
        return find(key).map(value -> {
            if (!value.isValueNode()) {
                throw wrong(key, value, "a string");
            }
            return whole(key, value.asText());
        });
    }

    public Optional<Boolean> optionalBoolean(String key) {
        return find(key).map(value -> {
            if (!value.isBoolean()) {
                throw wrong(key, value, "true or false");
            }
            return value.booleanValue();
        });
    }

    /** Not negative. */
    public int offset(String key) {
        JsonNode value = find(key).orElseThrow(() -> missing(key));
        if (!value.isIntegralNumber() || value.bigIntegerValue().signum() < 0) {
            throw wrong(key, value, "an offset: a whole number, 0 or more");
        }
        return value.bigIntegerValue()
                .min(java.math.BigInteger.valueOf(Integer.MAX_VALUE))
                .intValue();
    }

    public JsonObject object(String key) {
        return optionalObject(key).orElseThrow(() -> missing(key));
    }

    public Optional<JsonObject> optionalObject(String key) {
        return find(key).map(value -> {
            if (!value.isObject()) {
                throw wrong(key, value, "an object");
            }
            return new JsonObject(value, what + ", '" + key + "'", wrong);
        });
    }

    /** Members of an array; empty where it is missing. */
    public List<JsonNode> array(String key) {
        List<JsonNode> items = new ArrayList<>();
        find(key).ifPresent(value -> {
            if (!value.isArray()) {
                throw wrong(key, value, "an array");
            }
            value.forEach(items::add);
        });
        return items;
    }

    /** Members of an array of objects; empty where it is missing. */
    public List<JsonObject> objects(String key) {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonNode item : array(key)) {
            String name = what + ", '" + key + "' " + (objects.size() + 1);
            if (!item.isObject()) {
                throw wrong.apply(name + " is " + kind(item) + "; expected an object");
            }
            objects.add(new JsonObject(item, name, wrong));
        }
        return objects;
    }

    /** Members of an array of strings; empty where it is missing. */
    public List<String> strings(String key) {
        List<String> strings = new ArrayList<>();
        for (JsonNode item : array(key)) {
            if (!item.isTextual()) {
                throw wrong.apply("%s, '%s' %d is %s; expected a string"
                        .formatted(what, Json.brief(key), strings.size() + 1, kind(item)));
            }
            strings.add(whole(key, item.textValue()));
        }
        return strings;
    }

    /** JSON texts of the members that are not known, by name. */
    public Map<String, String> rest(Set<String> known) {
        Map<String, String> rest = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!known.contains(member.getKey())) {
                rest.put(
                        whole("the name of a key", member.getKey()),
                        whole(member.getKey(), member.getValue().toString()));
            }
        }
        return rest;
    }

    public BadDataException problem(String problem) {
        return wrong.apply(what + " " + problem);
    }

    private BadDataException missing(String key) {
        return problem("has no '" + key + "'");
    }

    private BadDataException wrong(String key, JsonNode value, String expected) {
        return wrong.apply("%s, '%s' is %s; expected %s".formatted(what, Json.brief(key), kind(value), expected));
    }

    private String whole(String key, String text) {
        try {
            Utf8.requireWhole("'" + Json.brief(key) + "'", text);
        } catch (IllegalArgumentException e) {
            throw wrong.apply(what + ", " + e.getMessage());
        }
        return text;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "null";
        };
    }
}
