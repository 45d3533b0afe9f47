package io.understudy.core.format.nlu;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Markup;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.CorpusWriter;
import io.understudy.core.format.FormatOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A small corpus as a vendor's file. */
final class Written {

    private final byte[] bytes;
    private final CorpusWriter writer;

    private Written(byte[] bytes, CorpusWriter writer) {
        this.bytes = bytes;
        this.writer = writer;
    }

    String file() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Those of a zip, by name. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** What it lost and renamed. */
    CorpusWriter writer() {
        return writer;
    }

    /** @param lines {@code intent: markup}, or markup alone */
    static Written in(String format, String... lines) throws IOException {
        return in(format, CorpusData.NONE, lines);
    }

    static Written in(String format, CorpusData data, String... lines) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String line : lines) {
            examples.add(example(examples.size() + 1, line));
        }
        return in(format, data, examples);
    }

    static Written in(String format, List<Example> examples) throws IOException {
        return in(format, CorpusData.NONE, examples);
    }

    private static Written in(String format, CorpusData data, List<Example> examples) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CorpusWriter writer = Corpus.create(out, Corpus.format(format), FormatOptions.DEFAULT);
        for (Example example : examples) {
            writer.write(example);
        }
        writer.write(data);
        writer.commit();
        return new Written(out.toByteArray(), writer);
    }

    static Example example(int line, String intentAndMarkup) {
        int colon = intentAndMarkup.indexOf(": ");
        AnnotatedText text = Markup.read(intentAndMarkup.substring(colon < 0 ? 0 : colon + 2));
        Optional<String> intent = colon < 0 ? Optional.empty() : Optional.of(intentAndMarkup.substring(0, colon));
        return new Example("in-" + line, intent, text, new Original("in.txt", line));
    }

    /** The examples, read again, as {@code intent: markup}. */
    List<String> read(String format) throws IOException {
        List<String> lines = new ArrayList<>();
        try (CorpusReader reader =
                Corpus.open(new ByteArrayInputStream(bytes), "file", Optional.of(format), FormatOptions.DEFAULT)) {
            reader.forEachRemaining(example -> lines.add(
                    example.intent().map(intent -> intent + ": ").orElse("") + Markup.write(example.annotated())));
        }
        return lines;
    }
}
