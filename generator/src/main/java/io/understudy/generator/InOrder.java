package io.understudy.generator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;

/**
 * Computes {@code work(0), work(1), ...} on a few daemon threads and hands the results out in that order, keeping at
 * most three per thread in memory. One thread means the caller's own.
 */
final class InOrder<T> implements AutoCloseable {

    private static final int AHEAD = 3;

    private final LongFunction<T> work;
    private final int threads;
    private final Deque<Future<T>> waiting = new ArrayDeque<>();
    private final ExecutorService workers;
    private long next;

    InOrder(int threads, LongFunction<T> work) {
        this.threads = threads;
        this.work = work;
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "understudy-generate-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws InterruptedException if the calling thread is interrupted while it waits */
    T next() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (threads == 1) {
            return work.apply(next++);
        }
        while (waiting.size() < AHEAD * threads) {
            long index = next++;
            waiting.add(workers.submit(() -> work.apply(index)));
        }
        try {
            return waiting.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            // A LongFunction throws nothing checked.
            throw (RuntimeException) e.getCause();
        }
    }

    /** Does not wait for work that is still running. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
