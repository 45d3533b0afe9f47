package io.understudy.core.format;

import io.understudy.core.Example;
import io.understudy.core.Seeds;
import io.understudy.core.text.LongHashSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The files of a bundle, one after the other; an id that an earlier file has used gets its file's name before it. */
final class EachFile implements CorpusReader {

    private final BundleSource files;
    private final Iterator<String> names;
    private final CorpusFormat format;
    private final FormatOptions options;
    private final LongHashSet ids = new LongHashSet();
    private String name = "";
    private CorpusReader reader;
    private CorpusData data = CorpusData.NONE;
    private final Dropped dropped = new Dropped();

    EachFile(BundleSource files, List<String> names, CorpusFormat format, FormatOptions options) throws IOException {
        this.files = files;
        this.names = names.iterator();
        this.format = format;
        this.options = options;
        this.reader = open();
    }

    private CorpusReader open() throws IOException {
        name = names.next();
        return format.read(files.open(name), files.file(name), options);
    }

    @Override
    public boolean hasNext() {
        try {
            while (!reader.hasNext() && names.hasNext()) {
                data = data.and(reader.data());
                dropped.add(reader.losses());
                reader.close();
                reader = open();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader.hasNext();
    }

    @Override
    public Example next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more examples");
        }
        Example example = reader.next();
        if (ids.add(Seeds.hash(example.id()))) {
            return example;
        }
        Example other = example.withId(name + ":" + example.id());
        ids.add(Seeds.hash(other.id()));
        return other;
    }

    @Override
    public CorpusData data() {
        return data.and(reader.data());
    }

    @Override
    public Map<String, Long> losses() {
        Dropped all = new Dropped();
        all.add(dropped.counts());
        all.add(reader.losses());
        return all.counts();
    }

    @Override
    public long bytesRead() {
        return files.bytesRead();
    }

    @Override
    public void close() throws IOException {
        try (files) {
            reader.close();
        }
    }
}
