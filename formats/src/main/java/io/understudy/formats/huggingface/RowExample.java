package io.understudy.formats.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.Ids;
import io.understudy.core.format.Json;
import io.understudy.core.format.Names;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.TaggedTokens;
import io.understudy.core.format.annotation.LabelList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes an example of a row, ours or anybody's. */
final class RowExample {

    private static final Set<String> COLUMNS = Set.of("id", "text", "intent", "tokens", "ner_tags", "spans", "extra");

    private final String file;
    private final OffsetUnit unit;
    private final JsonNode features;
    private final Ids ids = new Ids();

    /** @param features as {@code datasets} writes them; missing where there are none */
    RowExample(String file, OffsetUnit unit, JsonNode features) {
        this.file = file;
        this.unit = unit;
        this.features = features;
    }

    /** @throws IllegalArgumentException if the row is none */
    Example example(Map<?, ?> row, long number) {
        Optional<String> text = string(row.get("text"));
        Map<String, String> extra = new LinkedHashMap<>();
        Optional<String> intent = named("intent", row.get("intent"));
        for (Map.Entry<?, ?> column : row.entrySet()) {
            String name = String.valueOf(column.getKey());
            boolean isIntent = name.equals("label") && intent.isEmpty() && !row.containsKey("intent");
            if (isIntent) {
                intent = named(name, column.getValue());
            } else if (!COLUMNS.contains(name) && column.getValue() != null) {
                extra.put(name, json(column.getValue()));
            }
        }
        string(row.get("extra")).ifPresent(json -> extra.putAll(members(json)));
        Original place = new Original(Names.corpus(file), number);
        String id = ids.claim(scalar(row.get("id")).filter(name -> !name.isEmpty()), number);
        if (text.isEmpty() || (row.get("spans") == null && row.get("tokens") != null)) {
            return new Example(id, intent, tagged(row, text), place, extra);
        }
        LabelList labels = new LabelList(unit);
        int count = 0;
        for (Object each : list(row.get("spans"), "spans")) {
            if (!(each instanceof Map<?, ?> span)) {
                throw new IllegalArgumentException("a span that is no structure of start, end and label");
            }
            labels.add(
                    "span " + ++count,
                    number(span.get("start")),
                    number(span.get("end")),
                    Optional.empty(),
                    new Label(string(span.get("label"))
                            .orElseThrow(() -> new IllegalArgumentException("a span without a label"))),
                    details(span));
        }
        Mark.Parted parted = labels.of(text.get());
        return new Example(id, intent, new AnnotatedText(text.get(), parted.mentions()), place, extra, parted.marks());
    }

    private AnnotatedText tagged(Map<?, ?> row, Optional<String> text) {
        List<?> words = list(row.get("tokens"), "tokens");
        List<?> tags = list(row.get("ner_tags"), "ner_tags");
        if (row.get("tokens") == null) {
            throw new IllegalArgumentException("neither 'text' nor 'tokens'; expected one of these columns");
        }
        if (!tags.isEmpty() && tags.size() != words.size()) {
            throw new IllegalArgumentException(
                    "%d tokens and %d ner_tags; expected a tag for each token".formatted(words.size(), tags.size()));
        }
        TaggedTokens tokens = new TaggedTokens(text);
        for (int i = 0; i < words.size(); i++) {
            String tag = tags.isEmpty() ? "O" : named("ner_tags", tags.get(i)).orElse("O");
            tokens.add(string(words.get(i)).orElse(""), tag);
        }
        return tokens.annotated();
    }

    private static Details details(Map<?, ?> span) {
        Optional<String> entity = string(span.get("entity"));
        Optional<String> role = string(span.get("role"));
        Optional<String> group = string(span.get("group"));
        Optional<String> value = string(span.get("value"));
        Map<String, String> extra =
                string(span.get("extra")).map(RowExample::members).orElse(Map.of());
        boolean bare = entity.isEmpty() && role.isEmpty() && group.isEmpty() && value.isEmpty() && extra.isEmpty();
        return bare ? Details.NONE : new Details(entity, role, group, value, extra);
    }

    /** A string, or a number that the features of the column name. */
    private Optional<String> named(String column, Object value) {
        if (!(value instanceof Number number)) {
            return string(value);
        }
        JsonNode feature = features.path(column);
        JsonNode names = feature.has("names")
                ? feature.path("names")
                : feature.path("feature").path("names");
        JsonNode name = names.path(number.intValue());
        if (!name.isTextual()) {
            throw new IllegalArgumentException("column '" + column
                    + "' holds numbers that the file's features do not name; expected names, or a ClassLabel");
        }
        return Optional.of(name.textValue());
    }

    private static Optional<String> string(Object value) {
        if (value != null && !(value instanceof CharSequence)) {
            throw new IllegalArgumentException("something else where a string is expected");
        }
        return Optional.ofNullable(value).map(Object::toString);
    }

    private static Optional<String> scalar(Object value) {
        return value instanceof Number ? Optional.of(value.toString()) : string(value);
    }

    private static int number(Object value) {
        if (!(value instanceof Number number) || number.longValue() < 0) {
            throw new IllegalArgumentException("a span without a start and an end, 0 or more");
        }
        return (int) Math.min(number.longValue(), Integer.MAX_VALUE);
    }

    private static List<?> list(Object value, String column) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("column '" + column + "' is no list");
        }
        return list;
    }

    private static Map<String, String> members(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : Json.read(json).properties()) {
            members.put(member.getKey(), member.getValue().toString());
        }
        return members;
    }

    private static String json(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof List<?> list) {
            List<String> items = new ArrayList<>();
            list.forEach(item -> items.add(item == null ? "null" : json(item)));
            return "[" + String.join(",", items) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> members = new LinkedHashMap<>();
            map.forEach((name, item) -> members.put(String.valueOf(name), item == null ? "null" : json(item)));
            return Json.object(members);
        }
        return Json.quote(value.toString());
    }
}
