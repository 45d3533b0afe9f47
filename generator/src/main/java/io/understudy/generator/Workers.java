package io.understudy.generator;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few daemon threads that work for one caller. One thread means the caller's own: work is done where it is handed in.
 */
final class Workers implements AutoCloseable {

    /** So much handed in ahead keeps each thread busy, and memory bounded. */
    private static final int AHEAD = 3;

    private final int threads;
    private final ExecutorService pool;

    Workers(int threads) {
        this.threads = threads;
        AtomicInteger number = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "understudy-generate-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How many pieces of work to hand in before waiting for the first. */
    int ahead() {
        return threads == 1 ? 1 : AHEAD * threads;
    }

    /** @param work throws nothing checked */
    <T> Future<T> submit(Callable<T> work) throws InterruptedException {
        if (threads > 1) {
            return pool.submit(work);
        }
        try {
            return CompletableFuture.completedFuture(work.call());
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("work threw a checked exception", e);
        }
    }

    /**
     * Waits for a piece of work; what it threw comes out of here.
     *
     * @throws InterruptedException if the calling thread is interrupted, even where there is nothing to wait for
     */
    static <T> T result(Future<T> work) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** Does not wait for work that is still running. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
