package io.understudy.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Works on many things in many threads and hands the results over one by one, in the order of the things, on the
 * calling thread. Only a few batches per thread are in memory.
 */
final class Ordered {

    private static final int BATCH_ITEMS = 64;

    /** Bounds a batch of long texts. */
    private static final int BATCH_WEIGHT = 1 << 18;

    /** The weight of a thing that is a batch by itself. */
    static final int ALONE = BATCH_WEIGHT;

    private static final int AHEAD = 3;

    private Ordered() {}

    /**
     * @param weight of a thing, roughly its size in memory
     * @param threads one: the caller's own
     */
    static <A, B> void each(
            Iterator<A> things, ToIntFunction<A> weight, int threads, Function<A, B> work, Consumer<B> sink)
            throws InterruptedException {
        if (threads == 1) {
            while (things.hasNext()) {
                sink.accept(work.apply(things.next()));
            }
            return;
        }
        batches(things, weight, threads, batch -> batch.stream().map(work).toList(), sink);
    }

    /** As {@link #each}, with work on some dozens of things at a time, which gives as many results in their order. */
    static <A, B> void batches(
            Iterator<A> things, ToIntFunction<A> weight, int threads, Function<List<A>, List<B>> work, Consumer<B> sink)
            throws InterruptedException {
        if (threads == 1) {
            while (things.hasNext()) {
                work.apply(batch(things, weight)).forEach(sink);
            }
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "understudy-worker");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<List<B>>> waiting = new ArrayDeque<>();
            while (things.hasNext() || !waiting.isEmpty()) {
                while (things.hasNext() && waiting.size() < AHEAD * threads) {
                    List<A> batch = batch(things, weight);
                    waiting.add(workers.submit(() -> work.apply(batch)));
                }
                result(waiting.remove()).forEach(sink);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <A> List<A> batch(Iterator<A> things, ToIntFunction<A> weight) {
        List<A> batch = new ArrayList<>(BATCH_ITEMS);
        long weighs = 0;
        while (things.hasNext() && batch.size() < BATCH_ITEMS && weighs < BATCH_WEIGHT) {
            A thing = things.next();
            weighs += weight.applyAsInt(thing);
            batch.add(thing);
        }
        return batch;
    }

    private static <B> List<B> result(Future<List<B>> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            // A Function throws nothing checked.
            throw (RuntimeException) e.getCause();
        }
    }
}
