package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.Offsets;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes an app of LUIS, an utterance a line. */
final class LuisWriter implements PushWriter.Target {

    /** The intent that every app has, for what is none of the others. */
    static final String NO_INTENT = "None";

    private static final String ALL = "utterances";
    private static final List<String> OWN = List.of(
            "luis_schema_version", "intents", "entities", "composites", "closedLists", "regex_entities", "utterances");

    private final JsonFile file;
    private final OffsetUnit unit;
    private final Losses losses;
    private final OwnKeys own;
    private final VendorNames intents;
    private final VendorNames labels;
    private final Set<String> usedIntents = new LinkedHashSet<>(List.of(NO_INTENT));
    private final Map<String, Set<String>> usedLabels = new LinkedHashMap<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private CorpusData data = CorpusData.NONE;

    LuisWriter(OutputStream out, OffsetUnit unit, Losses losses) {
        this.file = new JsonFile(out);
        this.unit = unit;
        this.losses = losses;
        this.own = new OwnKeys(Set.of(), Set.of("children"), Set.of("roles"), losses);
        this.intents = new VendorNames("[\\p{Cntrl}]", "_", 50, true, losses);
        this.labels = new VendorNames("[\\p{Cntrl}:$&%*()+?~\"\\\\,]", "_", 50, true, losses);
    }

    @Override
    public void write(Example example) throws IOException {
        Utf8.requireWhole("text", example.text());
        String intent = example.intent().map(intents::of).orElseGet(() -> losses.withoutIntent(NO_INTENT));
        ObjectNode utterance = Json.object().put("text", example.text()).put("intent", intent);
        ArrayNode entities = utterance.putArray("entities");
        Offsets offsets = new Offsets(example.text(), unit);
        for (Mark mark : example.labels()) {
            if (mark.isDiscontinuous()) {
                continue;
            }
            String label = labels.of(mark.label().name());
            ObjectNode entity = entities.addObject()
                    .put("entity", label)
                    .put("startPos", offsets.ofStart(mark.start()))
                    .put("endPos", offsets.ofEnd(mark.end()) - 1);
            mark.details().role().ifPresent(role -> entity.put("role", role));
            own.addTo(entity, mark.details());
        }
        own.addTo(utterance, example);
        file.add(ALL, Json.whole(utterance));
        usedIntents.add(intent);
        for (Mark mark : example.labels()) {
            Set<String> roles =
                    usedLabels.computeIfAbsent(labels.of(mark.label().name()), key -> new LinkedHashSet<>());
            mark.details().role().ifPresent(roles::add);
        }
        vocabulary.addGiven(example.annotated());
    }

    @Override
    public void write(CorpusData more) {
        data = more;
        vocabulary.add(more, losses);
    }

    @Override
    public void finish() throws IOException {
        ObjectNode kept = Kept.object(data, "luis");
        file.begin();
        file.member(
                "luis_schema_version",
                kept.path("luis_schema_version").isTextual()
                        ? kept.get("luis_schema_version").toString()
                        : "\"7.0.0\"");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("versionId", "\"0.1\"");
        settings.put("name", "\"understudy\"");
        settings.put("desc", "\"\"");
        settings.put("culture", "\"en-us\"");
        settings.put("tokenizerVersion", "\"1.0.0\"");
        for (String list : List.of(
                "patternAnyEntities", "prebuiltEntities", "hierarchicals", "patterns", "phraselists", "settings")) {
            settings.put(list, "[]");
        }
        kept.properties()
                .forEach(each -> settings.put(each.getKey(), each.getValue().toString()));
        settings.keySet().removeAll(OWN);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            file.member(setting.getKey(), setting.getValue());
        }
        file.list("intents", named(kept.path("intents"), usedIntents));
        entities(kept);
        file.list("composites", texts(kept.path("composites")));
        closedLists();
        file.list("regex_entities", patterns());
        file.group("utterances", ALL);
        file.end();
        file.finish();
    }

    /** Those that were kept, and those that are used and were not. */
    private static List<String> named(JsonNode kept, Set<String> used) {
        List<String> named = texts(kept);
        Set<String> known = new LinkedHashSet<>();
        kept.forEach(each -> known.add(each.path("name").asText()));
        used.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> named.add(Json.object().put("name", name).toString()));
        return named;
    }

    private void entities(ObjectNode kept) throws IOException {
        List<String> entities = texts(kept.path("entities"));
        Set<String> known = new LinkedHashSet<>();
        kept.path("entities").forEach(each -> {
            known.add(each.path("name").asText());
            each.path("children")
                    .forEach(child -> known.add(
                            child.isTextual()
                                    ? child.asText()
                                    : child.path("name").asText()));
        });
        usedLabels.forEach((label, roles) -> {
            if (!known.contains(label)) {
                ObjectNode entity = Json.object().put("name", label);
                ArrayNode list = entity.putArray("roles");
                roles.forEach(list::add);
                entities.add(entity.toString());
            }
        });
        file.list("entities", entities);
    }

    /** A list may not be called like an entity that utterances use. */
    private void closedLists() throws IOException {
        List<String> lists = new ArrayList<>();
        for (String label : vocabulary.labels()) {
            if (vocabulary.entries(label).isEmpty()) {
                continue;
            }
            boolean used = usedLabels.containsKey(labels.of(label));
            ObjectNode list = Json.object().put("name", used ? labels.of(label + " list") : labels.of(label));
            ArrayNode subs = list.putArray("subLists");
            vocabulary.entries(label).forEach(entry -> {
                ArrayNode synonyms =
                        subs.addObject().put("canonicalForm", entry.value()).putArray("list");
                entry.synonyms().forEach(synonyms::add);
            });
            own.addTo(list, vocabulary.extra(label));
            if (!list.has("roles")) {
                list.putArray("roles");
            }
            lists.add(list.toString());
            if (used) {
                losses.rename(
                        label + " (the list of its values)", list.get("name").asText());
            }
        }
        file.list("closedLists", lists);
    }

    private List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        data.patterns()
                .forEach((name, regexes) -> regexes.forEach(regex -> patterns.add(Json.object()
                        .put("name", labels.of(usedLabels.containsKey(labels.of(name)) ? name + " pattern" : name))
                        .put("regexPattern", regex)
                        .toString())));
        return patterns;
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(each -> texts.add(each.toString()));
        return texts;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
