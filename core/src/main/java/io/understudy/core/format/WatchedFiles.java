package io.understudy.core.format;

import io.understudy.core.Example;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of a corpus, and which of them were opened: at its end the others are counted as dropped. */
final class WatchedFiles implements BundleSource {

    private final BundleSource files;
    private final Set<String> opened = new HashSet<>();

    WatchedFiles(BundleSource files) {
        this.files = files;
    }

    @Override
    public String location() {
        return files.location();
    }

    @Override
    public List<String> names() {
        return files.names();
    }

    @Override
    public InputStream open(String name) throws IOException {
        opened.add(name);
        return files.open(name);
    }

    @Override
    public long bytesRead() {
        return files.bytesRead();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /** What this reader drops, and the files that it did not open. */
    CorpusReader reader(CorpusReader reader) {
        return new Reader(reader, this);
    }

    private record Reader(CorpusReader reader, WatchedFiles files) implements CorpusReader {
        @Override
        public boolean hasNext() {
            return reader.hasNext();
        }

        @Override
        public Example next() {
            return reader.next();
        }

        @Override
        public long bytesRead() {
            return reader.bytesRead();
        }

        @Override
        public CorpusData data() {
            return reader.data();
        }

        @Override
        public Map<String, Long> losses() {
            Dropped dropped = new Dropped();
            dropped.add(reader.losses());
            dropped.count("files of other kinds", files.names().size() - files.opened.size());
            return dropped.counts();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
