package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Entry;
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

/** Writes a project of CLU, an utterance a line. */
final class CluWriter implements PushWriter.Target {

    /** The intent that every project has, for what is none of the others. */
    static final String NO_INTENT = "None";

    private static final String ALL = "utterances";

    /** How what the components of an entity find is joined. */
    private static final String SETTING = "compositionSetting";

    private final JsonFile file;
    private final OffsetUnit unit;
    private final Losses losses;
    private final OwnKeys own;
    private final VendorNames intents;
    private final VendorNames labels;
    private final Set<String> usedIntents = new LinkedHashSet<>(List.of(NO_INTENT));
    private final Vocabulary vocabulary = new Vocabulary();
    private CorpusData data = CorpusData.NONE;

    CluWriter(OutputStream out, OffsetUnit unit, Losses losses) {
        this.file = new JsonFile(out);
        this.unit = unit;
        this.losses = losses;
        this.own = new OwnKeys(Set.of("language", "dataset"), Set.of(), Set.of(), losses);
        this.intents = new VendorNames("[\\p{Cntrl}:$&%*()+?~#/\\\\.]", "_", 50, true, losses);
        this.labels = new VendorNames("[\\p{Cntrl}:$&%*()+?~#/\\\\.]", "_", 50, true, losses);
    }

    @Override
    public void write(Example example) throws IOException {
        Utf8.requireWhole("text", example.text());
        String intent = example.intent().map(intents::of).orElseGet(() -> losses.withoutIntent(NO_INTENT));
        ObjectNode utterance = Json.object().put("text", example.text()).put("intent", intent);
        Offsets offsets = new Offsets(example.text(), unit);
        ArrayNode entities = utterance.putArray("entities");
        for (Mark mark : example.labels()) {
            if (!mark.isDiscontinuous()) {
                int start = offsets.ofStart(mark.start());
                ObjectNode entity = entities.addObject()
                        .put("category", labels.of(mark.label().name()))
                        .put("offset", start)
                        .put("length", offsets.ofEnd(mark.end()) - start);
                own.addTo(entity, mark.details());
            }
        }
        own.addTo(utterance, example);
        file.add(ALL, Json.whole(utterance));
        usedIntents.add(intent);
        vocabulary.addGiven(example.annotated());
        for (Mark mark : example.marks()) {
            labels.of(mark.label().name());
            vocabulary.addLabel(mark.label().name());
        }
    }

    @Override
    public void write(CorpusData more) {
        data = more;
        vocabulary.add(more, losses);
        more.patterns().keySet().forEach(vocabulary::addLabel);
    }

    @Override
    public void finish() throws IOException {
        ObjectNode kept = Kept.object(data, "clu");
        JsonNode assets = kept.path("assets");
        String language = kept.path("metadata").path("language").asText("en-us");
        file.begin();
        file.member(
                "projectFileVersion", Json.quote(kept.path("projectFileVersion").asText("2022-05-01")));
        file.member("stringIndexType", Json.quote(unit == OffsetUnit.UTF16 ? "Utf16CodeUnit" : "UnicodeCodePoint"));
        file.member(
                "metadata",
                kept.has("metadata")
                        ? kept.get("metadata").toString()
                        : metadata().toString());
        Set<String> written = Set.of("projectFileVersion", "stringIndexType", "metadata", "assets");
        for (Map.Entry<String, JsonNode> each : kept.properties()) {
            if (!written.contains(each.getKey())) {
                file.member(each.getKey(), each.getValue().toString());
            }
        }
        file.beginMember("assets");
        file.member("projectKind", Json.quote(assets.path("projectKind").asText("Conversation")));
        for (Map.Entry<String, JsonNode> each : assets.properties()) {
            if (!Set.of("projectKind", "intents", "entities").contains(each.getKey())) {
                file.member(each.getKey(), each.getValue().toString());
            }
        }
        file.list("intents", categories(assets.path("intents"), usedIntents, Map.of()));
        file.list("entities", categories(assets.path("entities"), names(), components(language)));
        file.group("utterances", ALL);
        file.end();
        file.end();
        file.finish();
    }

    private static ObjectNode metadata() {
        ObjectNode metadata = Json.object()
                .put("projectKind", "Conversation")
                .put("projectName", "understudy")
                .put("multilingual", false)
                .put("description", "")
                .put("language", "en-us");
        metadata.putObject("settings").put("confidenceThreshold", 0);
        return metadata;
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        vocabulary.labels().forEach(label -> names.add(labels.of(label)));
        return names;
    }

    /** Those that were kept and those that are used, each with the components that are ours to say. */
    private static List<String> categories(JsonNode kept, Set<String> used, Map<String, ObjectNode> components) {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        kept.forEach(each -> {
            if (!each.isObject()) {
                // It has no name that the service could know it by.
                return;
            }
            ObjectNode category = each.deepCopy();
            category.remove(List.of("list", "regex"));
            all.put(each.path("category").asText(), category);
        });
        used.forEach(name -> all.computeIfAbsent(name, key -> Json.object().put("category", key)));
        List<String> texts = new ArrayList<>();
        all.forEach((name, category) -> {
            if (components.containsKey(name)) {
                JsonNode setting = category.get(SETTING);
                category.setAll(components.get(name));
                category.set(SETTING, setting == null ? category.get(SETTING) : setting);
            }
            texts.add(category.toString());
        });
        return texts;
    }

    private Map<String, ObjectNode> components(String language) {
        Map<String, ObjectNode> components = new LinkedHashMap<>();
        for (String label : vocabulary.labels()) {
            ObjectNode component = Json.object().put(SETTING, "combineComponents");
            if (!vocabulary.entries(label).isEmpty()) {
                ArrayNode subs = component.putObject("list").putArray("sublists");
                for (Entry entry : vocabulary.entries(label)) {
                    ArrayNode values = subs.addObject()
                            .put("listKey", entry.value())
                            .putArray("synonyms")
                            .addObject()
                            .put("language", language)
                            .putArray("values");
                    values.add(entry.value());
                    entry.synonyms().forEach(values::add);
                }
            }
            List<String> patterns = data.patterns().getOrDefault(label, List.of());
            if (!patterns.isEmpty()) {
                ArrayNode expressions = component.putObject("regex").putArray("expressions");
                for (String pattern : patterns) {
                    expressions
                            .addObject()
                            .put("regexKey", labels.of(label) + "_" + expressions.size())
                            .put("language", language)
                            .put("regexPattern", pattern);
                }
            }
            components.put(labels.of(label), component);
        }
        return components;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
