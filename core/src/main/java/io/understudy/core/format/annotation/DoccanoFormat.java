package io.understudy.core.format.annotation;

import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Head;
import io.understudy.core.format.Losses;
import io.understudy.core.format.OffsetUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * doccano's data sets in all their shapes: sequence labelling ({@code label} as triples), intent detection
 * ({@code entities} as triples, {@code cats}), relation extraction ({@code entities} with ids, {@code relations}) and
 * text classification ({@code label} as names). Offsets are code points.
 */
public final class DoccanoFormat implements CorpusFormat {

    static final Set<Part> CARRIES = EnumSet.of(
            Part.ID,
            Part.INTENT,
            Part.SPANS,
            Part.SURFACES,
            Part.SPAN_KEYS,
            Part.OVERLAP,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.UNKNOWN_KEYS,
            Part.RELATIONS,
            Part.ATTRIBUTES,
            Part.NOTES);

    @Override
    public Facts facts() {
        return new Facts(
                "doccano",
                List.of("jsonl", "json"),
                "doccano's JSONL: text and label triples, entities and cats, or entities and relations (reads JSON too)",
                CARRIES);
    }

    /** Labels as triples, or entities with doccano's names of offsets. */
    @Override
    public boolean recognizes(String head) {
        Set<String> keys = Head.json(head);
        return keys.contains("entities[].start_offset")
                || keys.contains("[].entities[].start_offset")
                || (keys.contains("entities") && keys.contains("cats") && keys.contains("text"))
                || head.matches(
                        "(?s)\\s*\\[?\\s*\\{.{0,10000}?\"labels?\"\\s*:\\s*\\[\\s*\\[\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\".*");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.read(in, file, item -> List.of(DoccanoRecord.read(item, unit)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        DoccanoRecord.Writer records = new DoccanoRecord.Writer(unit);
        return JsonCorpus.write(out, false, DoccanoRecord.OWN, new Losses(CARRIES), records::value);
    }
}
