package io.understudy.core.format;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance.Original;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads plain text. Blank lines are no examples; inside a paragraph line breaks are LF, in a whole file they stay. */
final class TextReader implements PullReader.Source {

    private final Utf8Lines lines;
    private final String file;
    private final RecordUnit record;

    TextReader(InputStream in, String file, RecordUnit record) {
        lines = new Utf8Lines(in, file, record == RecordUnit.FILE);
        this.file = file;
        this.record = record;
    }

    @Override
    public Optional<Example> read() throws IOException {
        while (lines.next()) {
            String text = lines.text();
            if (!text.isBlank()) {
                long first = lines.line();
                return Optional.of(example(record == RecordUnit.PARAGRAPH ? paragraph(text) : text, first));
            }
        }
        return Optional.empty();
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private String paragraph(String first) throws IOException {
        StringBuilder paragraph = new StringBuilder(first);
        while (lines.next()) {
            String line = lines.text();
            if (line.isBlank()) {
                break;
            }
            paragraph.append('\n').append(line);
        }
        return paragraph.toString();
    }

    private Example example(String text, long line) {
        return new Example(
                Names.id(file, line),
                Optional.empty(),
                AnnotatedText.plain(text),
                new Original(Names.corpus(file), line));
    }
}
