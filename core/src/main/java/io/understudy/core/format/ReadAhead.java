package io.understudy.core.format;

import io.understudy.core.Example;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Reads on another thread, in batches, in order. */
final class ReadAhead implements CorpusReader {

    private static final int EXAMPLES = 128;
    private static final int CHARACTERS = 1 << 16;
    private static final int BATCHES = 4;

    /** @param failure of reading what comes after the examples; empty if none */
    private record Batch(List<Example> examples, List<Throwable> failure, boolean last) {}

    private final CorpusReader reader;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread = new Thread(this::fill, "read-ahead");
    private Batch batch = new Batch(List.of(), List.of(), false);
    private int at;

    ReadAhead(CorpusReader reader) {
        this.reader = reader;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public boolean hasNext() {
        while (at == batch.examples.size() && !batch.last) {
            try {
                batch = queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading", e);
            }
            at = 0;
        }
        if (at == batch.examples.size() && !batch.failure.isEmpty()) {
            Throwable failure = batch.failure.get(0);
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
        return at < batch.examples.size();
    }

    @Override
    public Example next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more examples");
        }
        return batch.examples.get(at++);
    }

    @Override
    public long bytesRead() {
        return reader.bytesRead();
    }

    /** The thread that read is done with it when its last batch was taken. */
    @Override
    public CorpusData data() {
        return reader.data();
    }

    @Override
    public Map<String, Long> losses() {
        return reader.losses();
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        reader.close();
    }

    private void fill() {
        try {
            boolean last;
            do {
                Batch filled = fillOne();
                last = filled.last;
                queue.put(filled);
            } while (!last);
        } catch (InterruptedException e) {
            // Closed: nobody waits for more.
            Thread.currentThread().interrupt();
        }
    }

    private Batch fillOne() {
        List<Example> examples = new ArrayList<>(EXAMPLES);
        int characters = 0;
        try {
            while (examples.size() < EXAMPLES && characters < CHARACTERS) {
                if (!reader.hasNext()) {
                    return new Batch(examples, List.of(), true);
                }
                Example example = reader.next();
                characters += example.text().length();
                examples.add(example);
            }
            return new Batch(examples, List.of(), false);
        } catch (RuntimeException | Error e) {
            return new Batch(examples, List.of(e), true);
        }
    }
}
