package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.OffsetUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One object of doccano, in any of its shapes. */
final class DoccanoRecord {

    /** What an unknown key cannot be called; {@code label} and {@code cats} may be there as read. */
    static final Set<String> OWN = Set.of("id", "text", "entities", "column_data", "column_label");

    private static final Set<String> KNOWN =
            Set.of("id", "text", "label", "labels", "entities", "cats", "column_data", "column_label");
    private static final Set<String> ENTITY = Set.of("start_offset", "end_offset", "label");

    private DoccanoRecord() {}

    static Example read(JsonCorpus.Item item, OffsetUnit unit) {
        JsonObject record = item.object();
        // The names that doccano's own examples of import give its columns.
        String text = record.optionalString("text")
                .or(() -> record.optionalString("column_data"))
                .orElseThrow(() -> item.wrong("no key 'text'; expected an object such as"
                        + " {\"text\":\"...\",\"label\":[[0,3,\"PERSON\"]]}"));
        Map<String, String> extra = new LinkedHashMap<>(record.rest(KNOWN));
        LabelList labels = new LabelList(unit);
        Optional<String> intent = Optional.empty();
        for (String key : List.of("label", "labels", "column_label", "entities")) {
            List<JsonNode> values = record.array(key);
            if (!values.isEmpty() && values.get(0).isTextual()) {
                List<String> names = record.strings(key);
                intent = names.size() == 1 ? Optional.of(names.get(0)) : intent;
                extra.put("label", values.toString());
                continue;
            }
            for (int i = 0; i < values.size(); i++) {
                add(labels, record, key + "[" + (i + 1) + "]", values.get(i));
            }
        }
        List<String> cats = record.strings("cats");
        if (cats.size() == 1) {
            intent = Optional.of(cats.get(0));
        } else if (!cats.isEmpty()) {
            extra.put("cats", record.array("cats").toString());
        }
        Mark.Parted parted = labels.of(text);
        return new Example(
                item.id(record.optionalScalar("id")),
                intent,
                new AnnotatedText(text, parted.mentions()),
                item.place(),
                extra,
                parted.marks());
    }

    private static void add(LabelList labels, JsonObject record, String name, JsonNode value) {
        if (value.isObject()) {
            JsonObject entity = new JsonObject(value, name, record.wrong());
            labels.add(
                    name,
                    entity.offset("start_offset"),
                    entity.offset("end_offset"),
                    Optional.empty(),
                    new Label(entity.string("label")),
                    details(entity.rest(ENTITY)));
            return;
        }
        if (!value.isArray()
                || value.size() != 3
                || !value.get(0).canConvertToInt()
                || !value.get(1).canConvertToInt()
                || !value.get(2).isTextual()
                || value.get(0).intValue() < 0) {
            throw record.wrong()
                    .apply("'" + name + "' is no label; expected a start, an end and a name such as [0,3,\"PERSON\"]");
        }
        labels.add(
                name,
                value.get(0).intValue(),
                value.get(1).intValue(),
                Optional.empty(),
                new Label(value.get(2).textValue()),
                Details.NONE);
    }

    private static Details details(Map<String, String> extra) {
        return Details.NONE.withExtra(extra);
    }

    /**
     * Writes all examples in the shape of the first, as doccano wants it, but for those that need a richer one to lose
     * nothing.
     */
    static final class Writer {
        private final OffsetUnit unit;
        private boolean begun;
        private boolean intents;
        private boolean objects;

        Writer(OffsetUnit unit) {
            this.unit = unit;
        }

        ObjectNode value(Example example) {
            boolean classified = example.extra().containsKey("label");
            boolean needsIntents = (example.intent().isPresent() && !classified)
                    || example.extra().containsKey("cats");
            boolean needsObjects = example.extra().containsKey("relations")
                    || example.labels().stream()
                            .anyMatch(label -> !label.details().extra().isEmpty());
            if (!begun) {
                begun = true;
                intents = needsIntents;
                objects = needsObjects;
            }
            ObjectNode value = JsonCorpus.object();
            value.put("id", example.id());
            value.put("text", example.text());
            boolean asObjects = objects || needsObjects;
            boolean asIntents = intents || needsIntents;
            List<LabelBounds> labels = LabelBounds.of(example, unit, true, false);
            if (asObjects || asIntents || !labels.isEmpty() || !classified) {
                ArrayNode array = value.putArray(asObjects || asIntents || classified ? "entities" : "label");
                for (LabelBounds label : labels) {
                    add(array, label, asObjects);
                }
            }
            if (asIntents && !example.extra().containsKey("cats")) {
                ArrayNode cats = value.putArray("cats");
                example.intent().ifPresent(cats::add);
            }
            JsonCorpus.putRest(value, example.extra(), OWN);
            return value;
        }

        private static void add(ArrayNode array, LabelBounds label, boolean asObject) {
            String name = label.label().label().name();
            if (!asObject) {
                array.addArray().add(label.start()).add(label.end()).add(name);
                return;
            }
            ObjectNode entity = array.addObject();
            Map<String, String> extra = label.label().details().extra();
            JsonCorpus.putRest(entity, extra, ENTITY);
            entity.put("label", name);
            entity.put("start_offset", label.start());
            entity.put("end_offset", label.end());
        }
    }
}
