package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.understudy.core.Example;
import io.understudy.core.format.Json;
import io.understudy.core.format.OffsetUnit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes one task: labels as results of a control {@code label} on an object {@code text}, the intent as a choice of
 * {@code intent}, unless the task came with names of its own. Ids that are no numbers go into the data, where Label
 * Studio shows them; its own ids are numbers.
 */
final class LabelStudioWriter {

    private final OffsetUnit unit;
    private final boolean predictions;
    private final Set<String> labels = new LinkedHashSet<>();
    private final Set<String> intents = new LinkedHashSet<>();
    private boolean configured;

    LabelStudioWriter(OffsetUnit unit, boolean predictions) {
        this.unit = unit;
        this.predictions = predictions;
    }

    /**
     * Label Studio takes tasks into a project whose labelling config has their labels. Empty where the tasks come from
     * a project of its own, which has one.
     */
    Optional<String> config() {
        if (configured || (labels.isEmpty() && intents.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of("a project that takes these tasks has this labelling config (Settings, Labeling Interface,"
                + " Code): <View>"
                + list("Labels", "label", "Label", labels)
                + list("Choices", "intent", "Choice", intents)
                + "<Text name=\"text\" value=\"$text\"/></View>");
    }

    private static String list(String tag, String name, String each, Set<String> values) {
        return values.isEmpty()
                ? ""
                : values.stream()
                        .map(value -> "<" + each + " value=\"" + attribute(value) + "\"/>")
                        .collect(Collectors.joining(
                                "", "<" + tag + " name=\"" + name + "\" toName=\"text\">", "</" + tag + ">"));
    }

    private static String attribute(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    JsonNode task(Example example) {
        Map<String, String> extra = example.extra();
        example.labels().forEach(label -> labels.add(label.label().name()));
        example.intent().ifPresent(intents::add);
        configured |= Stream.of("data", "annotation", "prediction", "results", "text_key")
                .anyMatch(extra::containsKey);
        ObjectNode task = JsonCorpus.object();
        boolean number = example.id().matches("0|[1-9][0-9]{0,17}");
        if (number) {
            task.put("id", Long.parseLong(example.id()));
        }
        JsonNode data = tree(extra, "data");
        ObjectNode values = data.isObject() ? (ObjectNode) data : JsonCorpus.object();
        JsonNode key = tree(extra, "text_key");
        ObjectNode ordered = JsonCorpus.object();
        ordered.put(key.isTextual() ? key.textValue() : "text", example.text());
        if (!number) {
            ordered.put("id", example.id());
        }
        values.properties().forEach(member -> {
            if (!ordered.has(member.getKey())) {
                ordered.set(member.getKey(), member.getValue());
            }
        });
        task.set("data", ordered);
        boolean asPrediction = (predictions && !extra.containsKey("annotation")) || extra.containsKey("prediction");
        ArrayNode annotations = task.putArray("annotations");
        ArrayNode suggestions = task.putArray("predictions");
        ObjectNode chosen = (asPrediction ? suggestions : annotations).addObject();
        if (asPrediction && !extra.containsKey("prediction")) {
            chosen.put("model_version", "understudy");
        }
        if (tree(extra, asPrediction ? "prediction" : "annotation") instanceof ObjectNode said) {
            said.properties().forEach(member -> chosen.set(member.getKey(), member.getValue()));
        }
        results(example, chosen.putArray("result"));
        tree(extra, "annotations").forEach(annotations::add);
        tree(extra, "predictions").forEach(suggestions::add);
        if (suggestions.isEmpty()) {
            task.remove("predictions");
        }
        if (annotations.isEmpty()) {
            task.remove("annotations");
        }
        JsonCorpus.putRest(task, extra, LabelStudioTask.PLACED);
        return task;
    }

    private void results(Example example, ArrayNode results) {
        JsonNode others = tree(example.extra(), "results");
        Set<String> ids = new HashSet<>();
        others.forEach(other -> ids.add(other.path("id").asText()));
        List<LabelBounds> labels = LabelBounds.of(example, unit, true, false);
        for (LabelBounds label : labels) {
            Optional.ofNullable(label.label().details().extra().get("id")).ifPresent(ids::add);
        }
        int number = 0;
        ObjectNode previous = null;
        for (LabelBounds label : labels) {
            ObjectNode result = JsonCorpus.object();
            Map<String, String> extra = label.label().details().extra();
            if (!extra.containsKey("id")) {
                do {
                    number++;
                } while (ids.contains("s" + number) || ids.contains("\"s" + number + "\""));
                result.put("id", "s" + number);
            }
            JsonNode type = tree(extra, "type");
            String labelsKey = type.isTextual() ? type.textValue() : "labels";
            for (String key : List.of("from_name", "to_name", "type")) {
                if (!extra.containsKey(key)) {
                    result.putRawValue(key, new RawValue(LabelStudioTask.OURS.get(key)));
                }
            }
            ObjectNode value = JsonCorpus.object();
            value.put("start", label.start());
            value.put("end", label.end());
            value.put("text", label.surface(example.text()));
            value.putArray(labelsKey).add(label.label().label().name());
            if (tree(extra, "value") instanceof ObjectNode said) {
                said.properties().forEach(member -> {
                    if (!value.has(member.getKey())) {
                        value.set(member.getKey(), member.getValue());
                    }
                });
            }
            result.set("value", value);
            JsonCorpus.putRest(result, extra, Set.of("value"));
            if (previous != null && isSameRegion(previous, result, extra, labelsKey)) {
                ((ArrayNode) previous.get("value").get(labelsKey))
                        .add(label.label().label().name());
            } else {
                results.add(result);
                previous = result;
            }
        }
        tree(example.extra(), "relations").forEach(results::add);
        others.forEach(results::add);
        if (example.intent().isPresent() && !says(others, example.intent().get())) {
            results.add(choice(example.intent().get()));
        }
    }

    static ObjectNode choice(String intent) {
        ObjectNode choice = JsonCorpus.object();
        choice.put("id", "intent");
        choice.put("from_name", "intent");
        choice.put("to_name", "text");
        choice.put("type", "choices");
        choice.putObject("value").putArray("choices").add(intent);
        return choice;
    }

    /** A region with several labels was read as several labels with one id. */
    private static boolean isSameRegion(ObjectNode one, ObjectNode other, Map<String, String> extra, String labelsKey) {
        return extra.containsKey("id")
                && one.path("value").path(labelsKey).isArray()
                && one.path("value").path("start").equals(other.path("value").path("start"))
                && one.path("value").path("end").equals(other.path("value").path("end"))
                && one.path("id").toString().equals(other.path("id").toString());
    }

    private static boolean says(JsonNode others, String intent) {
        for (JsonNode other : others) {
            JsonNode choices = other.path("value").path("choices");
            if (choices.size() == 1 && choices.get(0).asText().equals(intent)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode tree(Map<String, String> extra, String key) {
        String json = extra.get(key);
        return json == null ? MissingNode.getInstance() : Json.read(json);
    }
}
