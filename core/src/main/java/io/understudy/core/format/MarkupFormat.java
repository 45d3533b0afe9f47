package io.understudy.core.format;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Mention;
import io.understudy.core.Provenance.Original;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One line of {@link Markup} per example: what a person types fastest. */
public final class MarkupFormat implements CorpusFormat {

    private static final Set<Part> CARRIES = Set.of(Part.SPANS, Part.SURFACES, Part.SPACING, Part.LINE_BREAKS);

    @Override
    public Facts facts() {
        return new Facts(
                "markup", List.of("markup"), "one example per line: [Ada](PERSON) lives in [Oslo](CITY).", CARRIES);
    }

    /** The first lines are markup, and there is a mention in them. */
    @Override
    public boolean recognizes(String head) {
        if (!head.contains("](") || head.startsWith("{") || new CsvFormat().recognizes(head)) {
            return false;
        }
        try {
            return head.lines()
                            .limit(20)
                            .mapToInt(line -> Markup.read(line).mentions().size())
                            .sum()
                    > 0;
        } catch (IllegalArgumentException e) {
            // Not markup, which is an answer and no failure.
            return false;
        }
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) {
        return new PullReader(new Reader(new Utf8Lines(in, file)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        return new PushWriter(new Writer(new Utf8Output(out)), new Losses(CARRIES));
    }

    private record Reader(Utf8Lines lines) implements PullReader.Source {
        @Override
        public Optional<Example> read() throws IOException {
            while (lines.next()) {
                String line = lines.text();
                if (!line.isBlank()) {
                    return Optional.of(new Example(
                            Names.id(lines.file(), lines.line()),
                            Optional.empty(),
                            parse(line),
                            new Original(Names.corpus(lines.file()), lines.line())));
                }
            }
            return Optional.empty();
        }

        private AnnotatedText parse(String line) {
            try {
                return Markup.read(line);
            } catch (IllegalArgumentException e) {
                throw lines.wrong(e.getMessage());
            }
        }

        @Override
        public long bytesRead() {
            return lines.bytesRead();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private record Writer(Utf8Output out) implements PushWriter.Target {
        @Override
        public void write(Example example) throws IOException {
            Utf8.requirePlain("text", example.text());
            for (Mention mention : example.annotated().mentions()) {
                Utf8.requireWhole("label", mention.label().name());
            }
            String line = Markup.write(example.annotated());
            if (line.isBlank()) {
                throw new IllegalArgumentException("the text of example '" + Json.brief(example.id())
                        + "' is blank, which markup cannot tell from nothing; use --to jsonl");
            }
            out.write(line);
            out.write("\n");
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
