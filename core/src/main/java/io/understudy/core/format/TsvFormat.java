package io.understudy.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** As {@link CsvFormat}, with tabs between the cells and the same quotes. */
public final class TsvFormat implements CorpusFormat {

    private static final char TAB = '\t';

    @Override
    public Facts facts() {
        return new Facts("tsv", List.of("tsv", "tab"), "as csv, with tabs between the cells", CsvFormat.CARRIES);
    }

    @Override
    public boolean recognizes(String head) {
        return CsvFormat.hasHeader(head, "\t");
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return CsvFormat.read(in, file, TAB);
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        return CsvFormat.write(out, TAB);
    }
}
