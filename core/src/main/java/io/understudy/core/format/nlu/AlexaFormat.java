package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.Example;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonDocument;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An Alexa interaction model: samples with slots, slot types with values and synonyms. Alexa's samples have words and
 * nothing else, so punctuation is taken out and counted. Read to its end before the first example: the types that fill
 * the gaps may come last.
 */
public final class AlexaFormat implements CorpusFormat {

    static final Set<Part> CARRIES = Set.of(Part.INTENT, Part.SPANS, Part.ROLE, Part.SYNONYMS, Part.CATALOGUES);

    private static final List<String> BUILTIN =
            List.of("AMAZON.CancelIntent", "AMAZON.HelpIntent", "AMAZON.StopIntent", "AMAZON.NavigateHomeIntent");

    @Override
    public Facts facts() {
        return new Facts(
                "alexa",
                List.of("json"),
                "Alexa interaction model: samples with slots, slot types with values and synonyms",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        Set<String> keys = Head.json(head);
        return keys.contains("interactionModel") || keys.contains("languageModel");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return new PullReader(new AlexaReader(new JsonDocument(in, file)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        Losses losses = new Losses(CARRIES);
        return new PushWriter(new Target(out, losses), losses);
    }

    static JsonNode model(JsonNode file) {
        return (file.has("interactionModel") ? file.path("interactionModel") : file).path("languageModel");
    }

    private static final class Target implements PushWriter.Target {
        /** Alexa's names have letters and underscores. */
        private static final String FORBIDDEN = "[^A-Za-z_]|^_";

        private final JsonFile file;
        private final Losses losses;
        private final Samples samples;
        private final OwnKeys own;
        private CorpusData data = CorpusData.NONE;
        private boolean changed;

        Target(OutputStream out, Losses losses) {
            this.file = new JsonFile(out);
            this.losses = losses;
            this.own = new OwnKeys(Set.of(), Set.of(), Set.of("generatedBy", "valueSupplier"), losses);
            this.samples = new Samples(
                    new VendorNames(FORBIDDEN, "_", 255, false, losses),
                    new VendorNames(FORBIDDEN, "_", 64, false, losses),
                    new VendorNames(FORBIDDEN, "_", 64, false, losses),
                    losses);
        }

        @Override
        public void write(Example example) throws IOException {
            changed = false;
            Optional<Samples.Sample> sample = samples.of(example, this::words);
            if (changed) {
                losses.count("punctuation");
            }
            if (sample.isPresent()) {
                file.add(sample.get().intent(), Json.quote(sample.get().text()));
            }
        }

        /** Letters, digits, apostrophes, hyphens, underscores and the dots of "u. s."; all else is a space. */
        private String words(String literal) {
            String words = literal.replace('\u2019', '\'')
                    .replaceAll("[^\\p{L}\\p{M}\\p{N}'._ -]|(?<![\\p{L}])[.]|[.](?=\\s|$)", " ")
                    .replaceAll(" +", " ");
            changed |= !words.equals(literal);
            return words;
        }

        @Override
        public void write(CorpusData more) {
            data = more;
            samples.vocabulary().add(more, losses);
        }

        @Override
        public void finish() throws IOException {
            ObjectNode kept = Kept.object(data, "alexa");
            JsonNode model = model(kept);
            Map<String, JsonNode> intents = byName(model.path("intents"));
            file.begin();
            file.beginMember("interactionModel");
            file.beginMember("languageModel");
            file.member(
                    "invocationName", Json.quote(model.path("invocationName").asText("my assistant")));
            members(model, Set.of("invocationName", "intents", "types"));
            file.beginList("intents");
            for (String intent : file.groups()) {
                intent(intent, intents.getOrDefault(intent, Json.object()));
            }
            Set<String> others = new LinkedHashSet<>(intents.keySet());
            others.addAll(BUILTIN);
            others.removeAll(file.groups());
            for (String intent : others) {
                intent(intent, intents.getOrDefault(intent, Json.object()));
            }
            file.endList();
            file.list("types", types(byName(model.path("types"))));
            file.end();
            members(kept.path("interactionModel"), Set.of("languageModel"));
            file.end();
            members(kept, Set.of("interactionModel", "languageModel"));
            file.end();
            file.finish();
        }

        private static Map<String, JsonNode> byName(JsonNode objects) {
            Map<String, JsonNode> byName = new LinkedHashMap<>();
            objects.forEach(each -> byName.put(each.path("name").asText(), each));
            return byName;
        }

        /** What was kept, but for what is written elsewhere. */
        private void members(JsonNode kept, Set<String> elsewhere) throws IOException {
            for (Map.Entry<String, JsonNode> each : kept.properties()) {
                if (!elsewhere.contains(each.getKey())) {
                    file.member(each.getKey(), each.getValue().toString());
                }
            }
        }

        private void intent(String name, JsonNode kept) throws IOException {
            file.beginItem();
            file.member("name", Json.quote(name));
            members(kept, Set.of("name", "slots", "samples"));
            ArrayNode slots = Json.object().putArray("slots");
            samples.slots(name)
                    .forEach((slot, type) -> slots.addObject().put("name", slot).put("type", type));
            List<String> lines = new ArrayList<>();
            KeptFiles.byName(kept.path("slots"), slots, "name", "type").forEach(each -> lines.add(each.toString()));
            if (!BUILTIN.contains(name) || !lines.isEmpty()) {
                file.list("slots", lines);
            }
            file.group("samples", name);
            file.end();
        }

        private List<String> types(Map<String, JsonNode> kept) {
            List<String> types = new ArrayList<>();
            for (String label : samples.vocabulary().labels()) {
                String name = samples.type(label);
                ObjectNode type = Json.object().put("name", name);
                ArrayNode values = type.putArray("values");
                Map<String, ObjectNode> known = new HashMap<>();
                for (JsonNode value : kept.getOrDefault(name, Json.object()).path("values")) {
                    known.put(value.path("name").path("value").asText(), (ObjectNode) value);
                }
                for (Entry entry : samples.vocabulary().entries(label)) {
                    ObjectNode value = known.getOrDefault(entry.value(), Json.object());
                    ObjectNode said = value.withObjectProperty("name").put("value", entry.value());
                    ArrayNode synonyms = said.putArray("synonyms");
                    entry.synonyms().forEach(synonyms::add);
                    values.add(value);
                }
                own.addTo(type, samples.vocabulary().extra(label));
                // A type of Alexa's own is there only where its values are extended.
                if (!name.startsWith("AMAZON.") || kept.containsKey(name)) {
                    types.add(Json.whole(type));
                }
            }
            return types;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
