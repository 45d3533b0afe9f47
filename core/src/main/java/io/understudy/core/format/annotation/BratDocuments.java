package io.understudy.core.format.annotation;

import io.understudy.core.BadDataException;
import io.understudy.core.Example;
import io.understudy.core.Provenance.Original;
import io.understudy.core.format.BundleSource;
import io.understudy.core.format.CorpusData;
import io.understudy.core.format.Json;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.PullReader;
import io.understudy.core.format.Utf8Lines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads document by document; a text without annotations is one without labels. */
final class BratDocuments implements PullReader.Source {

    static final String TEXT = ".txt";
    static final String ANNOTATIONS = ".ann";
    static final String SETTINGS = ".conf";
    private static final int LARGEST_SETTINGS = 1 << 20;

    private final BundleSource files;
    private final OffsetUnit unit;
    private final Set<String> names;
    private final Iterator<String> documents;

    BratDocuments(BundleSource files, OffsetUnit unit) {
        this.files = files;
        this.unit = unit;
        this.names = new HashSet<>(files.names());
        List<String> found = new ArrayList<>();
        for (String name : files.names()) {
            if (name.endsWith(TEXT)) {
                found.add(name.substring(0, name.length() - TEXT.length()));
            } else if (name.endsWith(ANNOTATIONS)) {
                String document = name.substring(0, name.length() - ANNOTATIONS.length());
                if (!names.contains(document + TEXT)) {
                    throw new BadDataException(
                            files.file(name), 0, "no text beside it; expected " + base(document) + TEXT);
                }
            }
        }
        this.documents = found.iterator();
    }

    @Override
    public Optional<Example> read() throws IOException {
        if (!documents.hasNext()) {
            return Optional.empty();
        }
        String document = documents.next();
        String text = text(document + TEXT);
        String file = document + ANNOTATIONS;
        BratAnnotations annotations = new BratAnnotations(files.file(file), unit);
        if (names.contains(file)) {
            try (Utf8Lines lines = new Utf8Lines(files.open(file), files.file(file))) {
                while (lines.next()) {
                    annotations.add(lines.text(), lines.line());
                }
            }
        }
        try {
            return Optional.of(
                    annotations.example(FileNames.id(document), text, new Original(base(document) + TEXT, 1)));
        } catch (IllegalArgumentException e) {
            throw new BadDataException(files.file(file), 0, e.getMessage());
        }
    }

    private String text(String name) throws IOException {
        try (Utf8Lines whole = new Utf8Lines(files.open(name), files.file(name), true)) {
            return whole.next() ? whole.textAndEnd() : "";
        }
    }

    private static String base(String document) {
        return document.substring(document.lastIndexOf('/') + 1);
    }

    /** The settings with which brat shows the documents. */
    @Override
    public CorpusData data() {
        Map<String, String> settings = new TreeMap<>();
        for (String name : names) {
            if (name.endsWith(SETTINGS)) {
                settings.put(name, Json.quote(kept(name)));
            }
        }
        return settings.isEmpty() ? CorpusData.NONE : CorpusData.kept("brat", Json.object(settings));
    }

    private String kept(String name) {
        try (Utf8Lines lines = new Utf8Lines(files.open(name), files.file(name))) {
            StringBuilder content = new StringBuilder();
            while (lines.next()) {
                content.append(lines.text()).append('\n');
                if (content.length() > LARGEST_SETTINGS) {
                    throw new BadDataException(
                            files.file(name),
                            0,
                            "settings of more than %,d characters; such are not read".formatted(LARGEST_SETTINGS));
                }
            }
            return content.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long bytesRead() {
        return files.bytesRead();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
