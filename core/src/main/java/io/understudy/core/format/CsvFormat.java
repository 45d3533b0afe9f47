package io.understudy.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Comma-separated values (RFC 4180) with a header. Columns {@code id}, {@code intent}, {@code text} and {@code markup}
 * are ours, of which {@code text} or {@code markup} must be there; others are kept as unknown keys. Spans live in
 * {@code markup}, a cell that is empty where there are none.
 */
public final class CsvFormat implements CorpusFormat {

    static final Set<Part> CARRIES =
            Set.of(Part.ID, Part.INTENT, Part.SPANS, Part.SURFACES, Part.SPACING, Part.LINE_BREAKS);

    static final List<String> COLUMNS = List.of("id", "intent", "text", "markup");

    @Override
    public Facts facts() {
        return new Facts(
                "csv",
                List.of("csv"),
                "a table with a header: id, intent, text, and markup where there are spans",
                CARRIES);
    }

    /** The first line is a header with one of our columns beside others. */
    @Override
    public boolean recognizes(String head) {
        return hasHeader(head, ",");
    }

    static boolean hasHeader(String head, String separator) {
        List<String> names = head.lines().findFirst().stream()
                .flatMap(line -> List.of(line.split(separator, -1)).stream())
                .map(name -> name.strip().replace("\"", ""))
                .toList();
        return names.size() > 1 && (names.contains("text") || names.contains("markup"));
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return read(in, file, ',');
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        return write(out, ',');
    }

    static CorpusReader read(InputStream in, String file, char separator) throws IOException {
        return new PullReader(new CsvReader(in, file, separator));
    }

    static CorpusWriter write(OutputStream out, char separator) {
        // The writer knows better which unknown keys have a column.
        Set<Part> counted = EnumSet.of(Part.UNKNOWN_KEYS);
        counted.addAll(CARRIES);
        Losses losses = new Losses(counted);
        return new PushWriter(new CsvWriter(out, separator, losses), losses);
    }
}
