package io.understudy.core.format;

import io.understudy.core.Example;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A corpus reader from the one method in which formats differ. */
public final class PullReader implements CorpusReader {

    /** Where examples come from. */
    public interface Source extends Closeable {
        /** The next example, or empty at the end. */
        Optional<Example> read() throws IOException;

        long bytesRead();

        /** What the file says beside its examples; asked for when there is no next one. */
        default CorpusData data() {
            return CorpusData.NONE;
        }

        /** As {@link CorpusReader#losses}; {@link Dropped} counts them. */
        default Map<String, Long> losses() {
            return Map.of();
        }
    }

    private final Source source;
    private Optional<Example> next = Optional.empty();
    private boolean ended;

    public PullReader(Source source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            try {
                next = source.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ended = next.isEmpty();
        }
        return next.isPresent();
    }

    @Override
    public Example next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more examples");
        }
        Example example = next.orElseThrow();
        next = Optional.empty();
        return example;
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public CorpusData data() {
        return source.data();
    }

    @Override
    public Map<String, Long> losses() {
        return source.losses();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
