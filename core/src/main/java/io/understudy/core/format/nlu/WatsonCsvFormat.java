package io.understudy.core.format.nlu;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.format.CorpusFormat;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.CsvRows;
import io.understudy.core.format.FormatOptions;
import io.understudy.core.format.Losses;
import io.understudy.core.format.Numbered;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.PushWriter;
import io.understudy.core.format.Utf8;
import io.understudy.core.format.Utf8Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Watson Assistant's CSV of intents: two columns without a header, the example and its intent. */
public final class WatsonCsvFormat implements CorpusFormat {

    private static final Set<Part> CARRIES = Set.of(Part.INTENT);

    @Override
    public Facts facts() {
        return new Facts(
                "watson-csv",
                List.of("csv"),
                "Watson Assistant's intents as CSV: two columns, example and intent, without a header",
                CARRIES);
    }

    /** Any table of two columns could be one; ours has a header. */
    @Override
    public boolean recognizes(String head) {
        List<String> lines = head.lines().limit(20).toList();
        String first = lines.isEmpty() ? "" : lines.get(0);
        return lines.size() > 1
                && !first.matches(
                        "(?i)\"?(id|intent|text|markup)\"?,.*|.*,\"?(?i:text|markup|intent|label|category)\"?")
                && lines.stream().allMatch(line -> line.matches(".*[^,],\"?#?[\\p{L}\\p{N}_.-]+\"?"));
    }

    @Override
    public CorpusReader read(InputStream in, String file, FormatOptions options) throws IOException {
        return new PullReader(new Source(new CsvRows(in, file), file, new Numbered(file)));
    }

    @Override
    public CorpusWriter write(OutputStream out, FormatOptions options) {
        Losses losses = new Losses(CARRIES);
        VendorNames intents = new VendorNames(WatsonWriter.FORBIDDEN_IN_INTENTS, "_", 128, true, losses);
        return new PushWriter(new Target(new Utf8Output(out), intents, losses), losses);
    }

    private record Source(CsvRows rows, String file, Numbered numbered) implements PullReader.Source {
        @Override
        public Optional<Example> read() throws IOException {
            Optional<List<String>> row = rows.next();
            if (row.isEmpty()) {
                return Optional.empty();
            }
            if (row.get().size() > 2) {
                throw rows.wrong("a row of " + row.get().size() + " cells; expected two, the example and its intent");
            }
            Optional<String> intent = row.get().size() < 2
                    ? Optional.empty()
                    : Optional.of(row.get().get(1))
                            .filter(name -> !name.isEmpty() && !name.equals(WatsonWriter.NO_INTENT));
            AnnotatedText text = AnnotatedText.plain(row.get().get(0));
            return Optional.of(numbered.example(rows.line(), intent, text, List.of(), Map.of()));
        }

        @Override
        public long bytesRead() {
            return rows.bytesRead();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    private record Target(Utf8Output out, VendorNames intents, Losses losses) implements PushWriter.Target {
        @Override
        public void write(Example example) throws IOException {
            Utf8.requirePlain("text", example.text());
            String text = WatsonText.of(example, losses);
            out.write("\"" + text.replace("\"", "\"\"") + "\","
                    + example.intent().map(intents::of).orElseGet(() -> losses.withoutIntent(WatsonWriter.NO_INTENT))
                    + "\n");
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
