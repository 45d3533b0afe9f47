package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.annotation.SpanShape.Says;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What open NER models give and are shown: a text and its {@code entities}, each with text, label, start and end, as
 * GLiNER's {@code predict_entities} returns them. Offsets are code points.
 */
public final class OpenNerFormat implements CorpusFormat {

    private static final Set<Part> CARRIES = EnumSet.of(
            Part.ID,
            Part.SPANS,
            Part.SURFACES,
            Part.ROLE,
            Part.GROUP,
            Part.ENTITY,
            Part.VALUE,
            Part.SPAN_KEYS,
            Part.OVERLAP,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.UNKNOWN_KEYS,
            Part.RELATIONS,
            Part.ATTRIBUTES,
            Part.NOTES);

    private static final SpanShape ENTITIES = new SpanShape("entities", "entity")
            .key("text", Says.SURFACE)
            .key("label", Says.LABEL)
            .key("start", Says.START)
            .key("end", Says.END);
    private static final Set<String> RECORD = Set.of("id", "text", ENTITIES.list());

    @Override
    public Facts facts() {
        return new Facts(
                "openner",
                List.of("json", "jsonl"),
                "one JSON array of texts with entities: text, label, start, end, as open NER models give them",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        Set<String> keys = Head.json(head);
        return keys.contains("[].text") && keys.contains("[].entities[].label") && keys.contains("[].entities[].start");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.read(in, file, item -> List.of(example(item, unit)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.write(out, true, RECORD, new Losses(CARRIES), example -> record(example, unit));
    }

    private static Example example(JsonCorpus.Item item, OffsetUnit unit) {
        JsonObject record = item.object();
        String text = record.string("text");
        Mark.Parted parted = ENTITIES.read(record, text, unit, item.dropped());
        return new Example(
                item.id(record.optionalScalar("id")),
                Optional.empty(),
                new AnnotatedText(text, parted.mentions()),
                item.place(),
                record.rest(RECORD),
                parted.marks());
    }

    private static ObjectNode record(Example example, OffsetUnit unit) {
        ObjectNode record = JsonCorpus.object();
        record.put("id", example.id());
        record.put("text", example.text());
        ENTITIES.put(record, example, unit);
        JsonCorpus.putRest(record, example.extra(), RECORD);
        return record;
    }
}
