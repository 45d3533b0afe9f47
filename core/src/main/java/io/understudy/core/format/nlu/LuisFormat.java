package io.understudy.core.format.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * An app of LUIS. Offsets are UTF-16 units, and the end is the last unit, not the one behind it. A child of an entity,
 * {@code Place::city}, is the label {@code city}; closed lists are catalogues, regex entities patterns.
 */
public final class LuisFormat implements CorpusFormat {

    static final Set<Part> CARRIES = Set.of(
            Part.INTENT,
            Part.SPANS,
            Part.SURFACES,
            Part.ROLE,
            Part.OVERLAP,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.SYNONYMS,
            Part.CATALOGUES,
            Part.PATTERNS);

    @Override
    public Facts facts() {
        return new Facts(
                "luis",
                List.of("json"),
                "LUIS app: utterances with entities and roles, closed lists, regex entities",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        return Head.json(head).contains("luis_schema_version");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.UTF16);
        return new PullReader(new ItemSource(in, file, List.of("utterances", JsonItems.EACH), new Shape(unit)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        Losses losses = OwnKeys.losses(CARRIES);
        return new PushWriter(new LuisWriter(out, options.offsets().orElse(OffsetUnit.UTF16), losses), losses);
    }

    private record Shape(OffsetUnit unit) implements ItemSource.Shape {
        @Override
        public List<Example> examples(JsonObject item, String any, long line, Numbered numbered) {
            String text = item.string("text");
            List<FileSpan> spans = new ArrayList<>();
            for (JsonObject entity : item.objects("entities")) {
                Details details = new Details(
                        Optional.empty(),
                        entity.optionalString("role").filter(role -> !role.isEmpty()),
                        Optional.empty(),
                        Optional.empty(),
                        entity.rest(Set.of("entity", "startPos", "endPos", "role", "value")));
                String name = entity.string("entity");
                String label = name.substring(name.lastIndexOf("::") < 0 ? 0 : name.lastIndexOf("::") + 2);
                int end = entity.offset("endPos");
                spans.add(new FileSpan(
                        spans.size() + 1,
                        entity.offset("startPos"),
                        end == Integer.MAX_VALUE ? end : end + 1,
                        new Label(label.strip()),
                        details));
            }
            Mark.Parted parted = FileSpan.part(text, spans, unit);
            Optional<String> intent = item.optionalString("intent").filter(name -> !name.equals(LuisWriter.NO_INTENT));
            return List.of(numbered.example(
                    line,
                    intent,
                    new io.understudy.core.AnnotatedText(text, parted.mentions()),
                    parted.marks(),
                    item.rest(Set.of("text", "intent", "entities"))));
        }

        @Override
        public CorpusData data(ObjectNode rest, Dropped dropped) {
            List<Catalogue> catalogues = new ArrayList<>();
            for (JsonNode list : rest.path("closedLists")) {
                List<Entry> entries = new ArrayList<>();
                for (JsonNode sub : list.path("subLists")) {
                    dropped.keys(sub, "values", Set.of("canonicalForm", "list"));
                    List<String> synonyms = new ArrayList<>();
                    sub.path("list").forEach(each -> synonyms.add(each.asText()));
                    entries.add(new Entry(sub.path("canonicalForm").asText(), synonyms));
                }
                catalogues.add(new Catalogue(list.path("name").asText(), entries, rest(list, "name", "subLists")));
            }
            Map<String, List<String>> patterns = new LinkedHashMap<>();
            for (JsonNode regex : rest.path("regex_entities")) {
                dropped.keys(regex, "regex entities", Set.of("name", "regexPattern"));
                patterns.computeIfAbsent(regex.path("name").asText(), key -> new ArrayList<>())
                        .add(regex.path("regexPattern").asText());
            }
            ObjectNode kept = rest.deepCopy();
            kept.remove(List.of("closedLists", "regex_entities"));
            return new CorpusData(catalogues, Map.of(), patterns, Map.of("luis", kept.toString()));
        }

        private static Map<String, String> rest(JsonNode node, String... known) {
            return new JsonObject(node, "", problem -> new io.understudy.core.BadDataException("", 0, problem))
                    .rest(Set.of(known));
        }
    }
}
