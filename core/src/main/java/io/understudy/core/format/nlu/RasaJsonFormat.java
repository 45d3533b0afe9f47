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
import io.understudy.core.format.JsonItems;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.PullReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rasa's JSON of before Rasa 2, with offsets in code points; only read. */
public final class RasaJsonFormat implements CorpusFormat {

    private static final Set<Part> CARRIES = Set.of(
            Part.INTENT,
            Part.SPANS,
            Part.SURFACES,
            Part.ROLE,
            Part.GROUP,
            Part.VALUE,
            Part.SPAN_KEYS,
            Part.OVERLAP,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.UNKNOWN_KEYS,
            Part.SYNONYMS,
            Part.CATALOGUES,
            Part.PATTERNS);

    @Override
    public Facts facts() {
        return new Facts("rasa-json", List.of("json"), "Rasa's older JSON (rasa_nlu_data)", CARRIES);
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public boolean recognizes(String head) {
        return Head.json(head).contains("rasa_nlu_data");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        List<String> path = List.of("rasa_nlu_data", "common_examples", JsonItems.EACH);
        return new PullReader(new ItemSource(in, file, path, new Shape(unit)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        throw new IllegalArgumentException("format 'rasa-json' is only read, not written; use rasa");
    }

    private record Shape(OffsetUnit unit) implements ItemSource.Shape {
        @Override
        public List<Example> examples(JsonObject item, String any, long line, Numbered numbered) {
            String text = item.string("text");
            List<FileSpan> spans = new ArrayList<>();
            for (JsonObject entity : item.objects("entities")) {
                Details details = new Details(
                        Optional.empty(),
                        entity.optionalScalar("role"),
                        entity.optionalScalar("group"),
                        entity.optionalScalar("value"),
                        entity.rest(Set.of("start", "end", "entity", "role", "group", "value")));
                Label label = new Label(entity.string("entity").strip());
                spans.add(new FileSpan(spans.size() + 1, entity.offset("start"), entity.offset("end"), label, details));
            }
            List<Mark> marks = new ArrayList<>();
            Mark.Parted parted = FileSpan.part(text, spans, unit);
            parted.marks().forEach(mark -> marks.add(withoutEcho(text, mark)));
            return List.of(numbered.example(
                    line,
                    item.optionalString("intent"),
                    new AnnotatedText(
                            text,
                            parted.mentions().stream()
                                    .map(mention -> {
                                        Mark mark = withoutEcho(text, Mark.of(mention));
                                        return new io.understudy.core.Mention(
                                                mention.span(), mark.label(), mark.details());
                                    })
                                    .toList()),
                    marks,
                    item.rest(Set.of("text", "intent", "entities"))));
        }

        /** Every entity has a value; one that is its surface says nothing. */
        private static Mark withoutEcho(String text, Mark mark) {
            Details details = mark.details();
            String surface = text.substring(mark.start(), mark.end());
            Optional<String> value = details.value().filter(each -> !each.equals(surface));
            Details known = new Details(details.entity(), details.role(), details.group(), value, details.extra());
            return new Mark(mark.pieces(), mark.label(), known.isNone() ? Details.NONE : known);
        }

        @Override
        public CorpusData data(ObjectNode rest, Dropped dropped) {
            JsonNode file = rest.path("rasa_nlu_data");
            dropped.keys(rest, "the file", Set.of("rasa_nlu_data"));
            dropped.keys(
                    file,
                    "rasa_nlu_data",
                    Set.of("common_examples", "entity_synonyms", "regex_features", "lookup_tables"));
            file.path("entity_synonyms").forEach(each -> dropped.keys(each, "synonyms", Set.of("value", "synonyms")));
            file.path("regex_features").forEach(each -> dropped.keys(each, "patterns", Set.of("name", "pattern")));
            file.path("lookup_tables").forEach(each -> dropped.keys(each, "lookup tables", Set.of("name", "elements")));
            Map<String, List<String>> synonyms = new LinkedHashMap<>();
            for (JsonNode synonym : file.path("entity_synonyms")) {
                synonym.path("synonyms")
                        .forEach(each -> synonyms.computeIfAbsent(
                                        synonym.path("value").asText(), key -> new ArrayList<>())
                                .add(each.asText()));
            }
            Map<String, List<String>> patterns = new LinkedHashMap<>();
            for (JsonNode regex : file.path("regex_features")) {
                patterns.computeIfAbsent(regex.path("name").asText(), key -> new ArrayList<>())
                        .add(regex.path("pattern").asText());
            }
            List<Catalogue> catalogues = new ArrayList<>();
            for (JsonNode lookup : file.path("lookup_tables")) {
                List<Entry> entries = new ArrayList<>();
                lookup.path("elements").forEach(each -> entries.add(new Entry(each.asText(), List.of())));
                catalogues.add(new Catalogue(lookup.path("name").asText(), entries));
            }
            return new CorpusData(catalogues, synonyms, patterns, Map.of());
        }
    }
}
