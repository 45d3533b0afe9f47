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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * UBIAI's JSON: one array of documents, each with its text and its labelled stretches ({@code tokens}), by code points
 * and, for us, by words. A stretch that begins or ends inside a word is given the whole word's number.
 */
public final class UbiaiFormat implements CorpusFormat {

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
            Part.RELATIONS);

    private static final SpanShape STRETCHES = new SpanShape("tokens", "token")
            .key("text", Says.SURFACE)
            .key("start", Says.START)
            .key("end", Says.END)
            .key("token_start", Says.FIRST_WORD)
            .key("token_end", Says.LAST_WORD)
            .key("entityLabel", Says.LABEL);
    private static final Set<String> DOCUMENT = Set.of("documentName", "document", STRETCHES.list());

    @Override
    public Facts facts() {
        return new Facts(
                "ubiai",
                List.of("json"),
                "UBIAI's documents, one JSON array: document, tokens with entityLabel, relations",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        Set<String> keys = Head.json(head);
        return keys.contains("[].document") && keys.contains("[].tokens");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.read(in, file, item -> List.of(example(item, unit)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.write(out, true, DOCUMENT, new Losses(CARRIES), example -> document(example, unit));
    }

    private static Example example(JsonCorpus.Item item, OffsetUnit unit) {
        JsonObject document = item.object();
        String text = document.string("document");
        Mark.Parted parted = STRETCHES.read(document, text, unit, item.dropped());
        Map<String, String> extra = new LinkedHashMap<>(document.rest(DOCUMENT));
        extra.remove("relations", "[]");
        return new Example(
                item.id(document.optionalString("documentName")),
                Optional.empty(),
                new AnnotatedText(text, parted.mentions()),
                item.place(),
                extra,
                parted.marks());
    }

    private static ObjectNode document(Example example, OffsetUnit unit) {
        ObjectNode document = JsonCorpus.object();
        document.put("documentName", example.id());
        document.put("document", example.text());
        STRETCHES.put(document, example, unit);
        JsonCorpus.putRest(document, example.extra(), DOCUMENT);
        if (!document.has("relations")) {
            document.putArray("relations");
        }
        return document;
    }
}
