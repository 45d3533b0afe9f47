package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.OffsetUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads one task. What it has beside text, id, intent and labels is kept in the example's unknown keys: {@code data}
 * without the text, {@code annotation} or {@code prediction} (what the chosen one says beside its results),
 * {@code results} (those of other kinds), {@code relations}, {@code annotations} and {@code predictions} (the ones not
 * chosen).
 */
final class LabelStudioTask {

    static final Set<String> OWN = Set.of("id");
    /** Kept under these names of ours, and put in their places when written. */
    static final Set<String> PLACED = Set.of(
            "id", "data", "text_key", "annotation", "prediction", "results", "relations", "annotations", "predictions");

    /** Of a result, where nothing else is known. */
    static final Map<String, String> OURS =
            Map.of("from_name", "\"label\"", "to_name", "\"text\"", "type", "\"labels\"");

    private static final Pattern OUR_ID = Pattern.compile("\"s[1-9][0-9]*\"");
    private static final Set<String> TASK = Set.of("id", "data", "annotations", "completions", "predictions");

    private final LabelList labels;
    private final List<String> others = new ArrayList<>();
    private final List<String> relations = new ArrayList<>();
    private Optional<String> intent = Optional.empty();

    LabelStudioTask(OffsetUnit unit) {
        labels = LabelList.onLines(unit);
    }

    Example example(JsonCorpus.Item item) {
        JsonObject task = item.object();
        Map<String, String> extra = new LinkedHashMap<>();
        boolean whole = task.find("data").isPresent();
        JsonObject data = whole ? task.object("data") : task;
        if (whole) {
            extra.putAll(task.rest(TASK));
            choose(task, extra);
        } else {
            // JSON_MIN, or a task that is its data.
            extra.putAll(minimal(task));
        }
        String key = textKey(data);
        String text = data.string(key);
        if (!key.equals("text")) {
            extra.put("text_key", Json.quote(key));
        }
        Optional<String> id = task.optionalScalar("id");
        if (whole) {
            Optional<String> own = id.isPresent() ? Optional.empty() : data.optionalScalar("id");
            Map<String, String> rest = data.rest(own.isPresent() ? Set.of(key, "id") : Set.of(key));
            if (!rest.isEmpty()) {
                extra.put("data", Json.object(rest));
            }
            id = id.or(() -> own);
        }
        if (!others.isEmpty()) {
            extra.put("results", "[" + String.join(",", others) + "]");
        }
        if (!relations.isEmpty()) {
            extra.put("relations", "[" + String.join(",", relations) + "]");
        }
        Mark.Parted parted = labels.of(text);
        if (relations.isEmpty() && others.isEmpty()) {
            // Nothing refers to them.
            parted = Mark.part(Stream.concat(parted.mentions().stream().map(Mark::of), parted.marks().stream())
                    .map(LabelStudioTask::withoutOurId)
                    .toList());
        }
        return new Example(
                item.id(id), intent, new AnnotatedText(text, parted.mentions()), item.place(), extra, parted.marks());
    }

    private static Mark withoutOurId(Mark mark) {
        Map<String, String> extra = new LinkedHashMap<>(mark.details().extra());
        if (!OUR_ID.matcher(extra.getOrDefault("id", "")).matches()) {
            return mark;
        }
        extra.remove("id");
        return new Mark(mark.pieces(), mark.label(), details(extra));
    }

    private static Details details(Map<String, String> extra) {
        return Details.NONE.withExtra(extra);
    }

    private void choose(JsonObject task, Map<String, String> extra) {
        String key = task.find("completions").isPresent() ? "completions" : "annotations";
        List<JsonObject> annotations = objects(task, key);
        List<JsonObject> predictions = objects(task, "predictions");
        int annotation = 0;
        while (annotation < annotations.size()
                && annotations.get(annotation).optionalBoolean("was_cancelled").orElse(false)) {
            annotation++;
        }
        boolean annotated = annotation < annotations.size();
        if (annotated || !predictions.isEmpty()) {
            JsonObject chosen = annotated ? annotations.get(annotation) : predictions.get(0);
            results(chosen);
            Map<String, String> said = chosen.rest(Set.of("result"));
            if (!annotated || !said.isEmpty()) {
                extra.put(annotated ? "annotation" : "prediction", Json.object(said));
            }
        }
        keep("annotations", annotations, annotation, extra);
        keep("predictions", predictions, annotated ? -1 : 0, extra);
    }

    /** Predictions may be numbers: those of a task whose predictions were not exported. */
    private static List<JsonObject> objects(JsonObject task, String key) {
        return task.array(key).stream().allMatch(JsonNode::isObject) ? task.objects(key) : List.of();
    }

    private static void keep(String key, List<JsonObject> all, int chosen, Map<String, String> extra) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i != chosen) {
                rest.add(all.get(i).node().toString());
            }
        }
        if (!rest.isEmpty()) {
            extra.put(key, "[" + String.join(",", rest) + "]");
        }
    }

    private void results(JsonObject chosen) {
        int number = 0;
        for (JsonObject result : chosen.objects("result")) {
            number++;
            JsonNode value = result.node().path("value");
            String type = result.optionalString("type").orElse("");
            JsonNode names = value.path(type.isEmpty() ? "labels" : type);
            if (value.path("start").isIntegralNumber() && value.path("end").isIntegralNumber() && names.isArray()) {
                span("result " + number, result, result.rest(Set.of("value")), result.object("value"), type, names);
            } else if (type.equals("relation")) {
                relations.add(result.node().toString());
            } else {
                if (type.equals("choices")
                        && intent.isEmpty()
                        && value.size() == 1
                        && names.size() == 1
                        && names.get(0).isTextual()) {
                    intent = Optional.of(names.get(0).textValue());
                    if (result.node().equals(LabelStudioWriter.choice(intent.get()))) {
                        continue;
                    }
                }
                others.add(result.node().toString());
            }
        }
    }

    /** @param around keys of the result beside its value */
    private void span(
            String name, JsonObject result, Map<String, String> around, JsonObject value, String type, JsonNode names) {
        Map<String, String> extra = new LinkedHashMap<>(around);
        if (OURS.entrySet().stream().allMatch(each -> each.getValue().equals(extra.get(each.getKey())))) {
            // What is written where nothing is known.
            extra.keySet().removeAll(OURS.keySet());
        }
        Map<String, String> rest = value.rest(Set.of("start", "end", "text", type.isEmpty() ? "labels" : type));
        if (!rest.isEmpty()) {
            extra.put("value", Json.object(rest));
        }
        for (JsonNode each : names) {
            if (!each.isTextual()) {
                throw result.problem("has a label that is no string");
            }
            labels.add(
                    name,
                    value.offset("start"),
                    value.offset("end"),
                    value.optionalString("text"),
                    new Label(each.textValue()),
                    details(extra));
        }
    }

    /** JSON_MIN: results by the name of what made them, each a list of values, or of choices. */
    private Map<String, String> minimal(JsonObject task) {
        Map<String, String> extra = new LinkedHashMap<>();
        for (Map.Entry<String, String> member : task.rest(Set.of("id", "text")).entrySet()) {
            JsonNode value = task.node().get(member.getKey());
            boolean spans = value.isArray()
                    && !value.isEmpty()
                    && value.get(0).path("start").isIntegralNumber()
                    && value.get(0).path("labels").isArray();
            if (spans) {
                int number = 0;
                for (JsonObject each : task.objects(member.getKey())) {
                    span(
                            member.getKey() + " " + ++number,
                            each,
                            Map.of(),
                            each,
                            "labels",
                            each.node().path("labels"));
                }
            } else {
                extra.put(member.getKey(), member.getValue());
            }
        }
        return extra;
    }

    private static String textKey(JsonObject data) {
        if (data.node().path("text").isTextual()) {
            return "text";
        }
        List<String> strings = new ArrayList<>();
        data.node().properties().forEach(member -> {
            if (member.getValue().isTextual()) {
                strings.add(member.getKey());
            }
        });
        if (strings.size() != 1) {
            throw data.problem("has %s; expected a text, under 'text' or as its only string"
                    .formatted(strings.isEmpty() ? "no string" : "strings " + Json.brief(String.join(", ", strings))));
        }
        return strings.get(0);
    }
}
