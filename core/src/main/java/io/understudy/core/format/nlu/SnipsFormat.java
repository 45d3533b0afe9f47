package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonItems;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Snips' JSON dataset. An entity of Snips is a label, a slot name that is another word is a role; the values of
 * entities are catalogues. The files of Snips' benchmark of 2017, intents with lists of utterances, are read too.
 */
public final class SnipsFormat implements CorpusFormat {

    static final Set<Part> CARRIES = Set.of(
            Part.INTENT,
            Part.SPANS,
            Part.SURFACES,
            Part.ROLE,
            Part.SPAN_KEYS,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.UNKNOWN_KEYS,
            Part.SYNONYMS,
            Part.CATALOGUES);

    private static final Set<String> ENTITY_KEYS = Set.of("data");

    private static final List<String> UTTERANCES = List.of("intents", JsonItems.ANY, "utterances", JsonItems.EACH);
    private static final List<String> UTTERANCES_2017 = List.of(JsonItems.ANY, JsonItems.EACH);

    /** As much as shows which of the two it is. */
    private static final int HEAD = 4096;

    @Override
    public Facts facts() {
        return new Facts(
                "snips",
                List.of("json"),
                "Snips NLU dataset: intents with utterances in chunks, entities with values and synonyms",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        return isOf2017(head)
                || Head.json(head).stream()
                        .anyMatch(key ->
                                key.matches("(?s)intents\\..*\\.utterances|entities\\..*\\.(use_synonyms|data)"));
    }

    private static boolean isOf2017(String head) {
        return Head.json(head).stream().anyMatch(key -> key.matches("(?s).+\\[]\\.data\\[]\\.text"));
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        InputStream buffered = new BufferedInputStream(in, HEAD);
        buffered.mark(HEAD);
        String head = new String(buffered.readNBytes(HEAD), StandardCharsets.UTF_8);
        buffered.reset();
        return new PullReader(
                new ItemSource(buffered, file, isOf2017(head) ? UTTERANCES_2017 : UTTERANCES, new Shape()));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        Losses losses = new Losses(CARRIES);
        return new PushWriter(new SnipsWriter(out, losses), losses);
    }

    private static final class Shape implements ItemSource.Shape {
        private final Dropped ofChunks = new Dropped();

        @Override
        public List<Example> examples(JsonObject item, String intent, long line, Numbered numbered) {
            AnnotatedText.Builder text = AnnotatedText.builder();
            for (JsonObject chunk : item.objects("data")) {
                Optional<String> entity = chunk.optionalString("entity");
                Details role = Chunks.role(chunk.optionalString("slot_name"), entity.orElse(""));
                Map<String, String> extra = chunk.rest(Set.of("text", "entity", "slot_name"));
                Details details = role.withExtra(extra);
                if (entity.isEmpty()) {
                    ofChunks.keys(chunk, "chunks without an entity", Set.of("text", "slot_name"));
                }
                Chunks.add(text, chunk.string("text"), entity, details);
            }
            Optional<String> known = Optional.of(intent).filter(name -> !name.equals(SnipsWriter.NO_INTENT));
            return List.of(numbered.example(line, known, text.build(), List.of(), item.rest(Set.of("data"))));
        }

        @Override
        public CorpusData data(ObjectNode rest, Dropped dropped) {
            dropped.add(ofChunks.counts());
            for (Map.Entry<String, JsonNode> intent : rest.path("intents").properties()) {
                if (!intent.getValue().isObject()) {
                    throw new IllegalArgumentException("the intent '" + Json.brief(intent.getKey())
                            + "' is no object; expected one with 'utterances'");
                }
            }
            List<Catalogue> catalogues = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entity : rest.path("entities").properties()) {
                List<Entry> entries = new ArrayList<>();
                for (JsonNode value : entity.getValue().path("data")) {
                    dropped.keys(value, "values", Set.of("value", "synonyms"));
                    List<String> synonyms = new ArrayList<>();
                    value.path("synonyms").forEach(each -> synonyms.add(each.asText()));
                    entries.add(new Entry(value.path("value").asText(), synonyms));
                }
                Map<String, String> extra = new LinkedHashMap<>();
                entity.getValue().properties().forEach(each -> {
                    if (!ENTITY_KEYS.contains(each.getKey())) {
                        extra.put(each.getKey(), each.getValue().toString());
                    }
                });
                catalogues.add(new Catalogue(entity.getKey(), entries, extra));
            }
            ObjectNode kept = rest.deepCopy();
            kept.remove("entities");
            Kept.dropEmpty(kept, "intents");
            CorpusData data = new CorpusData(catalogues, Map.of(), Map.of(), Map.of());
            return kept.isEmpty() ? data : data.and(CorpusData.kept("snips", kept.toString()));
        }
    }
}
