package io.understudy.core.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.understudy.core.BadDataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a CSV file, one at a time, as text. Empty lines are skipped. */
public final class CsvRows implements Closeable {

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Limits.STRING)
                    .build())
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final Utf8Lines lines;
    private final CsvParser csv;
    private long line;

    /** @param file how messages name it */
    public CsvRows(InputStream in, String file) throws IOException {
        this(in, file, ',');
    }

    /** @param separator between cells */
    public CsvRows(InputStream in, String file, char separator) throws IOException {
        lines = new Utf8Lines(in, file);
        csv = FACTORY.createParser(new LineByLine(lines));
        csv.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    /**
     * The next row; empty at the end.
     *
     * @throws BadDataException if the file is no CSV, or not UTF-8
     */
    public Optional<List<String>> next() throws IOException {
        try {
            JsonToken token = csv.nextToken();
            while (token != null && token != JsonToken.START_ARRAY) {
                token = csv.nextToken();
            }
            List<String> cells = new ArrayList<>();
            line = 0;
            while (token != null && csv.nextToken() != JsonToken.END_ARRAY) {
                if (line == 0) {
                    line = csv.currentTokenLocation().getLineNr();
                }
                cells.add(csv.getText());
            }
            return token == null ? Optional.empty() : Optional.of(cells);
        } catch (JsonProcessingException e) {
            // Its message may quote the cell.
            throw lines.wrongAt(
                    Math.max(1, e.getLocation().getLineNr()),
                    "not CSV: a quoted cell is not closed, or something follows its closing quote");
        }
    }

    /** Where the row that was read last begins; 1-based. */
    public long line() {
        return line;
    }

    /** Bytes read so far. */
    public long bytesRead() {
        return lines.bytesRead();
    }

    /** Of the row that was read last. */
    public BadDataException wrong(String problem) {
        return wrongAt(line, problem);
    }

    BadDataException wrongAt(long at, String problem) {
        return lines.wrongAt(at, problem);
    }

    String file() {
        return lines.file();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Checked lines as characters. */
    private static final class LineByLine extends Reader {
        private final Utf8Lines lines;
        private String line = "";
        private int at;

        LineByLine(Utf8Lines lines) {
            this.lines = lines;
        }

        @Override
        public int read(char[] out, int offset, int length) throws IOException {
            if (at == line.length()) {
                if (!lines.next()) {
                    return -1;
                }
                line = lines.textAndEnd();
                at = 0;
            }
            int count = Math.min(length, line.length() - at);
            line.getChars(at, at + count, out, offset);
            at += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
