package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Details;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mark;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusData.Catalogue;
import io.understudy.core.format.CorpusData.Entry;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.Dropped;
import io.understudy.core.format.FileSpan;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonItems;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A workspace or skill of Watson Assistant: intents with examples, mentions in UTF-16 units, entities with values,
 * synonyms and patterns. The examples of one intent are in memory.
 */
public final class WatsonFormat implements CorpusFormat {

    static final Set<Part> CARRIES =
            Set.of(Part.INTENT, Part.SPANS, Part.SURFACES, Part.OVERLAP, Part.SYNONYMS, Part.CATALOGUES, Part.PATTERNS);

    @Override
    public Facts facts() {
        return new Facts(
                "watson",
                List.of("json"),
                "Watson Assistant workspace: intents with examples and mentions, entities with values",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        return Head.json(head).contains("intents[].intent");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.UTF16);
        return new PullReader(new ItemSource(in, file, List.of("intents", JsonItems.EACH), new Shape(unit)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        Losses losses = OwnKeys.losses(CARRIES);
        return new PushWriter(new WatsonWriter(out, options.offsets().orElse(OffsetUnit.UTF16), losses), losses);
    }

    private static final class Shape implements ItemSource.Shape {
        private final OffsetUnit unit;
        private final ObjectNode intents = Json.object();

        Shape(OffsetUnit unit) {
            this.unit = unit;
        }

        @Override
        public List<Example> examples(JsonObject item, String any, long line, Numbered numbered) {
            String name = item.string("intent");
            Optional<String> intent = Optional.of(name).filter(each -> !each.equals(WatsonWriter.NO_INTENT));
            List<Example> examples = new ArrayList<>();
            for (JsonObject example : item.objects("examples")) {
                String text = example.string("text");
                List<FileSpan> spans = new ArrayList<>();
                for (JsonObject mention : example.objects("mentions")) {
                    spans.add(span(mention, spans.size() + 1));
                }
                Mark.Parted parted = FileSpan.part(text, spans, unit);
                examples.add(numbered.example(
                        line,
                        intent,
                        new AnnotatedText(text, parted.mentions()),
                        parted.marks(),
                        example.rest(Set.of("text", "mentions"))));
            }
            ObjectNode more = item.node().deepCopy();
            more.remove(List.of("intent", "examples"));
            if (!more.isEmpty() || examples.isEmpty()) {
                intents.set(name, more);
            }
            return examples;
        }

        private static FileSpan span(JsonObject mention, int number) {
            JsonNode location = mention.node().path("location");
            if (location.size() != 2
                    || !location.path(0).isInt()
                    || !location.path(1).isInt()
                    || location.path(0).intValue() < 0) {
                throw mention.problem("has no 'location' of two offsets, such as [0,4]");
            }
            Map<String, String> extra = mention.rest(Set.of("entity", "location"));
            Details details = Details.NONE.withExtra(extra);
            return new FileSpan(
                    number,
                    location.get(0).intValue(),
                    location.get(1).intValue(),
                    new Label(mention.string("entity").strip()),
                    details);
        }

        @Override
        public CorpusData data(ObjectNode rest, Dropped dropped) {
            List<Catalogue> catalogues = new ArrayList<>();
            Map<String, List<String>> patterns = new LinkedHashMap<>();
            for (JsonNode entity : rest.path("entities")) {
                String label = entity.path("entity").asText();
                List<Entry> entries = new ArrayList<>();
                for (JsonNode value : entity.path("values")) {
                    dropped.keys(value, "values", Set.of("type", "value", "synonyms", "patterns"));
                    List<String> synonyms = new ArrayList<>();
                    value.path("synonyms").forEach(each -> synonyms.add(each.asText()));
                    value.path("patterns")
                            .forEach(each -> patterns.computeIfAbsent(label, key -> new ArrayList<>())
                                    .add(each.asText()));
                    if (value.path("patterns").isEmpty()) {
                        entries.add(new Entry(value.path("value").asText(), synonyms));
                    }
                }
                Map<String, String> extra = new LinkedHashMap<>();
                entity.properties().forEach(each -> {
                    if (!Set.of("entity", "values").contains(each.getKey())) {
                        extra.put(each.getKey(), each.getValue().toString());
                    }
                });
                catalogues.add(new Catalogue(label, entries, extra));
            }
            ObjectNode kept = rest.deepCopy();
            kept.remove("entities");
            if (!intents.isEmpty()) {
                kept.set("intents", intents);
            }
            return new CorpusData(catalogues, Map.of(), patterns, Map.of("watson", kept.toString()));
        }
    }
}
