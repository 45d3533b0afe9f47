package io.understudy.core.format.annotation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.Mention;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.Json;
import io.understudy.core.format.JsonObject;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.annotation.SpanShape.Says;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The samples of presidio-research: one array, each with its text, its spans with their surfaces, and the text with
 * labels in the place of surfaces. Offsets are code points.
 */
public final class PresidioFormat implements CorpusFormat {

    private static final Set<Part> CARRIES =
            EnumSet.of(Part.SPANS, Part.SURFACES, Part.OVERLAP, Part.SPACING, Part.LINE_BREAKS, Part.UNKNOWN_KEYS);

    private static final SpanShape SPANS = SpanShape.closed("spans", "span")
            .key("entity_type", Says.LABEL)
            .key("entity_value", Says.SURFACE)
            .key("start_position", Says.START)
            .key("end_position", Says.END);
    private static final Set<String> SAMPLE = Set.of("full_text", SPANS.list());

    @Override
    public Facts facts() {
        return new Facts(
                "presidio",
                List.of("json"),
                "presidio-research's samples, one JSON array: full_text, masked, spans with entity_type and entity_value",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        Set<String> keys = Head.json(head);
        return keys.contains("[].full_text") || keys.contains("full_text");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.read(in, file, item -> List.of(example(item, unit)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.write(out, true, SAMPLE, new Losses(CARRIES), example -> sample(example, unit));
    }

    private static Example example(JsonCorpus.Item item, OffsetUnit unit) {
        JsonObject sample = item.object();
        String text = sample.string("full_text");
        Mark.Parted parted = SPANS.read(sample, text, unit, item.dropped());
        AnnotatedText annotated = new AnnotatedText(text, parted.mentions());
        Map<String, String> extra = new LinkedHashMap<>(sample.rest(SAMPLE));
        // What is written where nothing else is known.
        extra.remove("masked", Json.quote(masked(annotated)));
        extra.remove("template_id", "null");
        extra.remove("metadata", "null");
        return new Example(item.id(Optional.empty()), Optional.empty(), annotated, item.place(), extra, parted.marks());
    }

    private static ObjectNode sample(Example example, OffsetUnit unit) {
        ObjectNode sample = JsonCorpus.object();
        sample.put("full_text", example.text());
        if (!example.extra().containsKey("masked")) {
            sample.put(
                    "masked",
                    masked(new AnnotatedText(
                            example.text(), Mark.part(example.labels()).mentions())));
        }
        SPANS.put(sample, example, unit);
        JsonCorpus.putRest(sample, example.extra(), SAMPLE);
        for (String key : List.of("template_id", "metadata")) {
            if (!sample.has(key)) {
                sample.putNull(key);
            }
        }
        return sample;
    }

    /** The text with each mention's label in double braces in its place. */
    private static String masked(AnnotatedText annotated) {
        StringBuilder masked = new StringBuilder();
        int at = 0;
        for (Mention mention : annotated.mentions()) {
            masked.append(annotated.text(), at, mention.start())
                    .append("{{")
                    .append(mention.label())
                    .append("}}");
            at = mention.end();
        }
        return masked.append(annotated.text(), at, annotated.text().length()).toString();
    }
}
