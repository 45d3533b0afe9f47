package io.understudy.generator.constraint;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.generator.constraint.Pattern.Alt;
import io.understudy.generator.constraint.Pattern.Range;
import io.understudy.generator.constraint.Pattern.Repeat;
import io.understudy.generator.constraint.Pattern.Seq;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A JSON schema as a pattern: objects with their keys in the order of the schema, arrays, strings (lengths, patterns),
 * numbers, {@code enum}, {@code const}, {@code anyOf}, {@code oneOf} and references that do not come back to
 * themselves. No key is there that the schema does not name. What is not known is refused by name.
 */
final class JsonSchemas {

    private static final int DEEPEST = 24;
    private static final int ANY_DEPTH = 3;
    private static final Set<String> KNOWN = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "minLength",
            "maxLength",
            "pattern",
            "enum",
            "const",
            "anyOf",
            "oneOf",
            "$ref",
            "$defs",
            "definitions",
            "title",
            "description",
            "$schema",
            "$id",
            "default",
            "examples",
            "nullable");

    private static final Pattern SPACE = Pattern.maybe(Pattern.text(" "));
    private static final Pattern CHARACTER = Pattern.alt(
            Pattern.not(List.of(new Range(0, 0x1f), new Range('"', '"'), new Range('\\', '\\'), new Range(0x7f, 0x9f))),
            Pattern.seq(
                    Pattern.text("\\"),
                    new Pattern.Chars(
                            "\"\\/bfnrt".chars().mapToObj(c -> new Range(c, c)).toList())));
    private static final Pattern DIGIT = new Pattern.Chars(List.of(new Range('0', '9')));
    private static final Pattern INTEGER = Pattern.seq(
            Pattern.maybe(Pattern.text("-")),
            Pattern.alt(
                    Pattern.text("0"),
                    Pattern.seq(new Pattern.Chars(List.of(new Range('1', '9'))), new Repeat(DIGIT, 0, 14))));
    private static final Pattern NUMBER =
            Pattern.seq(INTEGER, Pattern.maybe(Pattern.seq(Pattern.text("."), new Repeat(DIGIT, 1, 10))));

    private final JsonNode root;

    private JsonSchemas(JsonNode root) {
        this.root = root;
    }

    static Pattern pattern(JsonNode schema) {
        return new JsonSchemas(schema).of(schema, 0, new HashSet<>());
    }

    static Pattern anyObject() {
        return object(ANY_DEPTH);
    }

    private static Pattern string() {
        return quoted(new Repeat(CHARACTER, 0, -1));
    }

    private static Pattern quoted(Pattern inner) {
        return Pattern.seq(Pattern.text("\""), inner, Pattern.text("\""));
    }

    private static Pattern any(int depth) {
        List<Pattern> options = new ArrayList<>(
                List.of(string(), NUMBER, Pattern.text("true"), Pattern.text("false"), Pattern.text("null")));
        if (depth > 0) {
            options.add(object(depth - 1));
            options.add(list(any(depth - 1), 0, -1));
        }
        return new Alt(options);
    }

    private static Pattern object(int depth) {
        Pattern entry = Pattern.seq(string(), Pattern.text(":"), SPACE, any(depth));
        Pattern more = new Repeat(Pattern.seq(Pattern.text(","), SPACE, entry), 0, -1);
        return braced(List.of(Pattern.maybe(Pattern.seq(entry, more))));
    }

    private static Pattern braced(List<Pattern> parts) {
        List<Pattern> all = new ArrayList<>(List.of(Pattern.text("{")));
        all.addAll(parts);
        all.add(Pattern.text("}"));
        return new Seq(all);
    }

    private static Pattern list(Pattern item, int least, int most) {
        Pattern more = Pattern.seq(Pattern.text(","), SPACE, item);
        Pattern some =
                Pattern.seq(item, new Repeat(more, Math.max(0, least - 1), most < 0 ? -1 : Math.max(0, most - 1)));
        Pattern all = most == 0 ? Pattern.text("") : least == 0 ? Pattern.maybe(some) : some;
        return Pattern.seq(Pattern.text("["), all, Pattern.text("]"));
    }

    private Pattern of(JsonNode schema, int depth, Set<String> inside) {
        if (schema.isBoolean() && schema.asBoolean()) {
            return any(1);
        }
        if (depth > DEEPEST) {
            throw refused("schemas nested more than " + DEEPEST + " deep");
        }
        schema.fieldNames().forEachRemaining(key -> {
            if (!KNOWN.contains(key)) {
                throw refused("'" + key + "'");
            }
        });
        if (schema.has("$ref")) {
            return reference(schema.path("$ref").asText(), depth, inside);
        }
        if (schema.has("const")) {
            return Pattern.text(schema.path("const").toString());
        }
        if (schema.has("enum")) {
            List<Pattern> options = new ArrayList<>();
            schema.path("enum").forEach(value -> options.add(Pattern.text(value.toString())));
            return new Alt(options);
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                List<Pattern> options = new ArrayList<>();
                schema.path(choice).forEach(option -> options.add(of(option, depth + 1, inside)));
                return new Alt(options);
            }
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            List<Pattern> options = new ArrayList<>();
            type.forEach(each -> options.add(typed(each.asText(), schema, depth, inside)));
            return new Alt(options);
        }
        String name = type.isTextual() ? type.asText() : schema.has("properties") ? "object" : "";
        Pattern pattern = typed(name, schema, depth, inside);
        return schema.path("nullable").asBoolean() ? Pattern.alt(pattern, Pattern.text("null")) : pattern;
    }

    private Pattern typed(String type, JsonNode schema, int depth, Set<String> inside) {
        return switch (type) {
            case "object" -> schema.has("properties") ? properties(schema, depth, inside) : object(ANY_DEPTH - 1);
            case "array" ->
                list(
                        schema.has("items") ? of(schema.path("items"), depth + 1, inside) : any(1),
                        schema.path("minItems").asInt(0),
                        schema.path("maxItems").asInt(-1));
            case "string" -> string(schema);
            case "integer" -> INTEGER;
            case "number" -> NUMBER;
            case "boolean" -> Pattern.alt(Pattern.text("true"), Pattern.text("false"));
            case "null" -> Pattern.text("null");
            case "" -> any(1);
            default -> throw refused("the type '" + type + "'");
        };
    }

    private static Pattern string(JsonNode schema) {
        if (schema.has("pattern")) {
            Pattern pattern = Regex.parse(schema.path("pattern").asText());
            return quoted(escaped(pattern));
        }
        return quoted(new Repeat(
                CHARACTER,
                schema.path("minLength").asInt(0),
                schema.path("maxLength").asInt(-1)));
    }

    /** Quotes and backslashes of a pattern, as a JSON string writes them; control characters are left out. */
    private static Pattern escaped(Pattern pattern) {
        if (pattern instanceof Seq seq) {
            return new Seq(seq.parts().stream().map(JsonSchemas::escaped).toList());
        }
        if (pattern instanceof Alt alt) {
            return new Alt(alt.options().stream().map(JsonSchemas::escaped).toList());
        }
        if (pattern instanceof Repeat repeat) {
            return new Repeat(escaped(repeat.part()), repeat.least(), repeat.most());
        }
        List<Range> ranges = ((Pattern.Chars) pattern).ranges();
        List<Pattern> options = new ArrayList<>();
        List<Range> plain = new ArrayList<>();
        for (Range range : ranges) {
            int from = Math.max(range.from(), ' ');
            for (char mark : new char[] {'"', '\\'}) {
                if (from <= mark && mark <= range.to()) {
                    options.add(Pattern.text("\\" + mark));
                    if (from < mark) {
                        plain.add(new Range(from, mark - 1));
                    }
                    from = mark + 1;
                }
            }
            if (from <= range.to()) {
                plain.add(new Range(from, range.to()));
            }
        }
        options.add(new Pattern.Chars(plain));
        return new Alt(options);
    }

    /** Keys in their order; what need not be there may be left out, its comma with it. */
    private Pattern properties(JsonNode schema, int depth, Set<String> inside) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(key -> required.add(key.asText()));
        for (String key : required) {
            if (!schema.path("properties").has(key)) {
                throw refused("a required key without a property");
            }
        }
        List<Pattern> entries = new ArrayList<>();
        List<Boolean> needed = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            String key = new com.fasterxml.jackson.databind.node.TextNode(property.getKey()).toString();
            entries.add(Pattern.seq(
                    Pattern.text(key), Pattern.text(":"), SPACE, of(property.getValue(), depth + 1, inside)));
            needed.add(required.contains(property.getKey()));
        });
        return braced(List.of(from(entries, needed, 0, true)));
    }

    /** Entries from one on; a comma before each but the first. */
    private static Pattern from(List<Pattern> entries, List<Boolean> needed, int at, boolean first) {
        if (at == entries.size()) {
            return Pattern.text("");
        }
        Pattern entry = first ? entries.get(at) : Pattern.seq(Pattern.text(","), SPACE, entries.get(at));
        if (!first) {
            Pattern here = needed.get(at) ? entry : Pattern.maybe(entry);
            return Pattern.seq(here, from(entries, needed, at + 1, false));
        }
        Pattern with = Pattern.seq(entry, from(entries, needed, at + 1, false));
        return needed.get(at) ? with : Pattern.alt(with, from(entries, needed, at + 1, true));
    }

    private Pattern reference(String target, int depth, Set<String> inside) {
        if (!target.startsWith("#/")) {
            throw refused("a reference to another document");
        }
        if (inside.contains(target)) {
            throw refused("a reference that comes back to itself");
        }
        JsonNode found = root.at(target.substring(1));
        if (found.isMissingNode()) {
            throw refused("a reference to what is not there");
        }
        Set<String> deeper = new HashSet<>(inside);
        deeper.add(target);
        return of(found, depth + 1, deeper);
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("the JSON schema cannot be held to: " + what + " is not known here");
    }
}
