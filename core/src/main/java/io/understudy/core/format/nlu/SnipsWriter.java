package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Example;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.Json;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Writes Snips' dataset: an utterance a line. */
final class SnipsWriter implements PushWriter.Target {

    /** Snips wants an intent for every utterance. */
    static final String NO_INTENT = "none";

    private static final String BUILTIN = "snips/";

    private final JsonFile file;
    private final Losses losses;
    private final Vocabulary vocabulary = new Vocabulary();
    private CorpusData data = CorpusData.NONE;

    SnipsWriter(OutputStream out, Losses losses) {
        this.file = new JsonFile(out);
        this.losses = losses;
    }

    @Override
    public void write(Example example) throws IOException {
        String intent = example.intent().orElseGet(() -> losses.withoutIntent(NO_INTENT));
        Utf8.requireWhole("intent", intent);
        ObjectNode utterance = Json.object();
        ArrayNode chunks = utterance.putArray("data");
        Chunks.of(example.annotated(), literal -> chunks.addObject().put("text", literal), (mention, surface) -> {
            String label = mention.label().name();
            ObjectNode chunk = chunks.addObject()
                    .put("text", surface)
                    .put("entity", label)
                    .put("slot_name", mention.details().role().orElse(label));
            Json.putAll(chunk, mention.details().extra());
        });
        Json.putAll(utterance, example.extra());
        file.add(intent, Json.whole(utterance));
        vocabulary.addGiven(example.annotated());
    }

    @Override
    public void write(CorpusData more) {
        data = more;
        vocabulary.add(more, losses);
    }

    @Override
    public void finish() throws IOException {
        ObjectNode kept = Kept.object(data, "snips");
        JsonNode intents = kept.path("intents");
        file.begin();
        file.member("language", kept.has("language") ? kept.get("language").toString() : "\"en\"");
        kept.remove("language");
        kept.remove("intents");
        for (Map.Entry<String, JsonNode> each : kept.properties()) {
            file.member(each.getKey(), each.getValue().toString());
        }
        file.beginMember("intents");
        Set<String> names = new LinkedHashSet<>(file.groups());
        // Those of which no utterance is known stay with what else is said of them.
        intents.fieldNames().forEachRemaining(names::add);
        for (String intent : names) {
            file.beginMember(intent);
            for (Map.Entry<String, JsonNode> each : intents.path(intent).properties()) {
                file.member(each.getKey(), each.getValue().toString());
            }
            file.group("utterances", intent);
            file.end();
        }
        file.end();
        file.beginMember("entities");
        for (String label : vocabulary.labels()) {
            file.member(label, entity(label).toString());
        }
        file.end();
        file.end();
        file.finish();
    }

    private ObjectNode entity(String label) {
        ObjectNode entity = Json.object();
        Json.putAll(entity, vocabulary.extra(label));
        if (!label.startsWith(BUILTIN)) {
            ArrayNode values = entity.putArray("data");
            for (Entry entry : vocabulary.entries(label)) {
                ArrayNode synonyms =
                        values.addObject().put("value", entry.value()).putArray("synonyms");
                entry.synonyms().forEach(synonyms::add);
            }
            for (String key : new String[] {"use_synonyms", "automatically_extensible"}) {
                if (!entity.has(key)) {
                    entity.put(key, true);
                }
            }
            if (!entity.has("matching_strictness")) {
                entity.put("matching_strictness", 1.0);
            }
        }
        return entity;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
