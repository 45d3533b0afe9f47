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
 * Documents as spaCy 3 writes them with {@code Doc.to_json} and reads them with {@code Doc.from_json}, in one array:
 * text, tokens, {@code ents} by code points, {@code cats}. Labels over each other are in the span group {@code sc}.
 */
public final class SpacyDocFormat implements CorpusFormat {

    private static final Set<Part> CARRIES = EnumSet.of(
            Part.INTENT,
            Part.SPANS,
            Part.SURFACES,
            Part.SPAN_KEYS,
            Part.OVERLAP,
            Part.SPACING,
            Part.LINE_BREAKS,
            Part.UNKNOWN_KEYS);

    @Override
    public Facts facts() {
        return new Facts(
                "spacy-doc",
                List.of("json", "jsonl"),
                "spaCy 3's Doc.to_json, one JSON array: text, tokens, ents, cats, spans",
                CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        Set<String> keys = Head.json(head);
        return keys.contains("ents") || keys.contains("[].ents");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        return JsonCorpus.read(in, file, item -> List.of(SpacyDoc.example(item, unit)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        OffsetUnit unit = options.offsets().orElse(OffsetUnit.CODEPOINT);
        Losses losses = new Losses(CARRIES);
        return JsonCorpus.write(out, true, SpacyDoc.OWN, losses, example -> SpacyDoc.value(example, unit, losses));
    }
}
