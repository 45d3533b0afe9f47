package io.understudy.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One JSON object per line, with offsets in code points: what spaCy and Prodigy users know, and more. */
public final class JsonlFormat implements CorpusFormat {

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public List<String> extensions() {
        return List.of("jsonl", "ndjson");
    }

    @Override
    public String description() {
        return "one JSON object per line: text, spans (start, end, label), id, intent, provenance";
    }

    @Override
    public Set<Part> carries() {
        return EnumSet.allOf(Part.class);
    }

    /** An array of objects as well: the reader says what is wrong with it. */
    @Override
    public boolean recognizes(String head) {
        String start = head.stripLeading();
        return start.startsWith("{")
                || (start.startsWith("[") && start.substring(1).stripLeading().startsWith("{"));
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
