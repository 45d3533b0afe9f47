package io.understudy.core.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Provenance.Original;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table row by row. */
final class CsvReader implements PullReader.Source {

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final Utf8Lines lines;
    private final CsvParser csv;
    private final Ids ids = new Ids();
    private List<String> header = List.of();
    private long rowLine;

    CsvReader(InputStream in, String file) throws IOException {
        lines = new Utf8Lines(in, file);
        csv = FACTORY.createParser(new LineByLine(lines));
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (header.isEmpty()) {
            Optional<List<String>> names = row();
            if (names.isEmpty()) {
                return Optional.empty();
            }
            header = header(names.get());
        }
        Optional<List<String>> row = row();
        return row.map(cells -> example(cells, rowLine));
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Optional<List<String>> row() throws IOException {
        try {
            JsonToken token = csv.nextToken();
            while (token != null && token != JsonToken.START_ARRAY) {
                token = csv.nextToken();
            }
            List<String> cells = new ArrayList<>();
            rowLine = 0;
            while (token != null && csv.nextToken() != JsonToken.END_ARRAY) {
                if (rowLine == 0) {
                    rowLine = csv.currentTokenLocation().getLineNr();
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

    private List<String> header(List<String> names) {
        List<String> known = new ArrayList<>();
        for (String name : names) {
            String stripped = name.strip();
            known.add(CsvFormat.COLUMNS.stream()
                    .filter(stripped::equalsIgnoreCase)
                    .findFirst()
                    .orElse(stripped));
        }
        if (!known.contains("text") && !known.contains("markup")) {
            throw lines.wrongAt(
                    1, "no column 'text' or 'markup' in the header; expected a first line such as id,intent,text");
        }
        if (new HashSet<>(known).size() < known.size()) {
            throw lines.wrongAt(1, "two columns of one name in the header; expected a name of its own for each");
        }
        return known;
    }

    private Example example(List<String> cells, long line) {
        if (cells.size() != header.size()) {
            throw lines.wrongAt(line, "%d cells; the header has %d columns".formatted(cells.size(), header.size()));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        try {
            String id = ids.claim(cell(row, "id"), line);
            Optional<String> intent = cell(row, "intent");
            AnnotatedText annotated = annotated(Optional.ofNullable(row.remove("text")), cell(row, "markup"));
            row.replaceAll((name, value) -> Json.quote(value));
            return new Example(id, intent, annotated, new Original(Names.corpus(lines.file()), line), row);
        } catch (IllegalArgumentException e) {
            throw lines.wrongAt(line, e.getMessage());
        }
    }

    private static AnnotatedText annotated(Optional<String> text, Optional<String> markup) {
        if (markup.isEmpty()) {
            return AnnotatedText.plain(text.orElse(""));
        }
        AnnotatedText annotated = markup(markup.get());
        if (text.isPresent() && !text.get().equals(annotated.text())) {
            throw new IllegalArgumentException(
                    "the columns 'text' and 'markup' say different texts; expected the same, or one of the columns");
        }
        return annotated;
    }

    private static AnnotatedText markup(String cell) {
        try {
            return Markup.read(cell);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("in 'markup', " + e.getMessage(), e);
        }
    }

    /** Taken out of the row; empty cells are no values. */
    private static Optional<String> cell(Map<String, String> row, String name) {
        return Optional.ofNullable(row.remove(name)).filter(cell -> !cell.isEmpty());
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
