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

/** A project of Azure's conversational language understanding: offset and length in UTF-16 units. */
public final class CluFormat implements CorpusFormat {

    static final Set<Part> CARRIES = Set.of(
            Part.INTENT,
            Part.SPANS,
            Part.SURFACES,
            Part.OVERLAP,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.SYNONYMS,
            Part.CATALOGUES,
            Part.PATTERNS);

    @Override
    public Facts facts() {
        return new Facts(
                "clu",
                List.of("json"),
                "Azure CLU project: utterances with entities, lists, regular expressions",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        return Head.json(head).contains("projectFileVersion");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.UTF16);
        return new PullReader(
                new ItemSource(in, file, List.of("assets", "utterances", JsonItems.EACH), new Shape(unit)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        Losses losses = OwnKeys.losses(CARRIES);
        return new PushWriter(new CluWriter(out, options.offsets().orElse(OffsetUnit.UTF16), losses), losses);
    }

    private record Shape(OffsetUnit unit) implements ItemSource.Shape {
        @Override
        public List<Example> examples(JsonObject item, String any, long line, Numbered numbered) {
            String text = item.string("text");
            List<FileSpan> spans = new ArrayList<>();
            for (JsonObject entity : item.objects("entities")) {
                int start = entity.offset("offset");
                int end = (int) Math.min(Integer.MAX_VALUE, start + (long) entity.offset("length"));
                Map<String, String> extra = entity.rest(Set.of("category", "offset", "length"));
                Details details = Details.NONE.withExtra(extra);
                Label label = new Label(entity.string("category").strip());
                spans.add(new FileSpan(spans.size() + 1, start, end, label, details));
            }
            Mark.Parted parted = FileSpan.part(text, spans, unit);
            Optional<String> intent = item.optionalString("intent").filter(name -> !name.equals(CluWriter.NO_INTENT));
            return List.of(numbered.example(
                    line,
                    intent,
                    new AnnotatedText(text, parted.mentions()),
                    parted.marks(),
                    item.rest(Set.of("text", "intent", "entities"))));
        }

        @Override
        public CorpusData data(ObjectNode rest, Dropped dropped) {
            String unitOfFile = rest.path("stringIndexType").asText("Utf16CodeUnit");
            if (!unitOfFile.equals("Utf16CodeUnit") && unit == OffsetUnit.UTF16) {
                throw new IllegalArgumentException("offsets of the kind '" + Json.brief(unitOfFile)
                        + "'; expected Utf16CodeUnit, or say --offsets codepoint");
            }
            for (String kind : List.of("intents", "entities")) {
                rest.path("assets")
                        .path(kind)
                        .forEach(each -> dropped.count(kind + " that are no objects", each.isObject() ? 0 : 1));
            }
            List<Catalogue> catalogues = new ArrayList<>();
            Map<String, List<String>> patterns = new LinkedHashMap<>();
            for (JsonNode entity : rest.path("assets").path("entities")) {
                String label = entity.path("category").asText();
                List<Entry> entries = new ArrayList<>();
                dropped.keys(entity.path("list"), "lists", Set.of("sublists"));
                dropped.keys(entity.path("regex"), "regex", Set.of("expressions"));
                for (JsonNode sub : entity.path("list").path("sublists")) {
                    dropped.keys(sub, "lists", Set.of("listKey", "synonyms"));
                    List<String> synonyms = new ArrayList<>();
                    for (JsonNode each : sub.path("synonyms")) {
                        dropped.keys(each, "synonyms", Set.of("language", "values"));
                        dropLanguage(each, rest, "synonyms", dropped);
                        each.path("values").forEach(value -> synonyms.add(value.asText()));
                    }
                    entries.add(new Entry(sub.path("listKey").asText(), synonyms));
                }
                if (!entries.isEmpty()) {
                    catalogues.add(new Catalogue(label, entries));
                }
                for (JsonNode regex : entity.path("regex").path("expressions")) {
                    dropped.keys(regex, "regex", Set.of("regexKey", "language", "regexPattern"));
                    dropLanguage(regex, rest, "regex", dropped);
                    patterns.computeIfAbsent(label, key -> new ArrayList<>())
                            .add(regex.path("regexPattern").asText());
                }
            }
            return new CorpusData(catalogues, Map.of(), patterns, Map.of("clu", rest.toString()));
        }

        /** Lists and patterns have one language, that of the project. */
        private static void dropLanguage(JsonNode node, JsonNode project, String of, Dropped dropped) {
            if (node.has("language")
                    && !node.get("language").equals(project.path("metadata").path("language"))) {
                dropped.count("languages of " + of + " other than the project's");
            }
        }
    }
}
