package io.understudy.core.format;

import io.understudy.core.Example;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A corpus writer from the few methods in which formats differ: it counts what the format does not carry. */
public final class PushWriter implements CorpusWriter {

    /** Where examples go. */
    public interface Target extends Closeable {
        /**
         * @throws IllegalArgumentException if the format cannot hold this example at all; nothing of it is written then
         */
        void write(Example example) throws IOException;

        /** Called at most once, after the last example; does nothing where the format holds nothing of the kind. */
        default void write(CorpusData data) throws IOException {}

        /** Writes what is still to be written and flushes. */
        void finish() throws IOException;
    }

    private final Target target;
    private final Losses losses;

    /** @param losses what is not carried is counted here; the target may count and rename there as well */
    public PushWriter(Target target, Losses losses) {
        this.target = target;
        this.losses = losses;
    }

    @Override
    public void write(Example example) throws IOException {
        target.write(example);
        losses.count(example);
    }

    @Override
    public void write(CorpusData data) throws IOException {
        target.write(data);
        losses.count(data);
    }

    @Override
    public void commit() throws IOException {
        target.finish();
    }

    @Override
    public Map<String, Long> losses() {
        return losses.counts();
    }

    @Override
    public Map<String, Long> dataLosses() {
        return losses.ofData();
    }

    @Override
    public Map<String, String> renamed() {
        return losses.renamed();
    }

    @Override
    public List<String> notes() {
        return losses.notes();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
