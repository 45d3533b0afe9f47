package io.understudy.formats.sheet;

import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Losses;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An Excel workbook: the first sheet has a header with {@code id}, {@code intent}, {@code text} and {@code markup}, of
 * which {@code text} or {@code markup} must be there; other columns are unknown keys when read. A cell holds 32,767
 * characters. Cells are strings: no text is a formula.
 */
public final class XlsxFormat implements CorpusFormat {

    static final List<String> COLUMNS = List.of("id", "intent", "text", "markup");

    private static final Set<Part> CARRIES =
            EnumSet.of(Part.ID, Part.INTENT, Part.SPANS, Part.SURFACES, Part.SPACING, Part.LINE_BREAKS);

    @Override
    public Facts facts() {
        return new Facts(
                "xlsx",
                List.of("xlsx"),
                "an Excel workbook: id, intent, text, and markup where there are spans",
                CARRIES);
    }

    /** Binary; its extension tells it. */
    @Override
    public boolean recognizes(String head) {
        return false;
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return new PullReader(new SheetRows(in, file));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) throws IOException {
        return new PushWriter(new SheetTarget(out), new Losses(CARRIES));
    }
}
