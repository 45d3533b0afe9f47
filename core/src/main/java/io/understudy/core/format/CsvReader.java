package io.understudy.core.format;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Provenance.Original;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table row by row. */
final class CsvReader implements PullReader.Source {

    private final CsvRows rows;
    private final Ids ids = new Ids();
    private List<String> header = List.of();

    CsvReader(InputStream in, String file, char separator) throws IOException {
        rows = new CsvRows(in, file, separator);
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (header.isEmpty()) {
            Optional<List<String>> names = rows.next();
            if (names.isEmpty()) {
                return Optional.empty();
            }
            header = header(names.get());
        }
        return rows.next().map(cells -> example(cells, rows.line()));
    }

    @Override
    public long bytesRead() {
        return rows.bytesRead();
    }

    @Override
    public void close() throws IOException {
        rows.close();
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
            throw rows.wrongAt(
                    1, "no column 'text' or 'markup' in the header; expected a first line such as id,intent,text");
        }
        if (new HashSet<>(known).size() < known.size()) {
            throw rows.wrongAt(1, "two columns of one name in the header; expected a name of its own for each");
        }
        return known;
    }

    private Example example(List<String> cells, long line) {
        if (cells.size() != header.size()) {
            throw rows.wrongAt(line, "%d cells; the header has %d columns".formatted(cells.size(), header.size()));
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
            return new Example(id, intent, annotated, new Original(Names.corpus(rows.file()), line), row);
        } catch (IllegalArgumentException e) {
            throw rows.wrongAt(line, e.getMessage());
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
}
