package io.understudy.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;

/**
 * One JSON object per line, with offsets in code points: what spaCy and Prodigy users know, and more. Labels that lie
 * over other ones or have several pieces are in {@code more_spans}, those of several pieces with a list of
 * {@code pieces}.
 */
public final class JsonlFormat implements CorpusFormat {

    @Override
    public Facts facts() {
        return new Facts(
                "jsonl",
                List.of("jsonl", "ndjson"),
                "one JSON object per line: text, spans (start, end, label), id, intent, provenance",
                EnumSet.complementOf(EnumSet.of(Part.SYNONYMS, Part.CATALOGUES, Part.PATTERNS)));
    }

    @Override
    public boolean recognizes(String head) {
        return Head.firstLine(head).startsWith("{") && Head.json(head).contains("text");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return new PullReader(new JsonlReader(in, file, options.offsets().orElse(OffsetUnit.CODEPOINT)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        return new JsonlWriter(out, options.offsets().orElse(OffsetUnit.CODEPOINT));
    }
}
