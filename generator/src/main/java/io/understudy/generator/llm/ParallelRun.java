package io.understudy.generator.llm;

import io.understudy.generator.model.Answer;
import io.understudy.generator.model.Answer.Failure;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.TextModel.Answers;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the requests of one iterator, a call for each, many calls at once. */
final class ParallelRun {

    private static final Failure NOTHING = new Failure("nothing", "nothing was asked", false);

    private final Iterator<Request> requests;
    private final Calling calling;
    private final BlockingQueue<Answered> done = new ArrayBlockingQueue<>(1024);
    private final AtomicInteger working = new AtomicInteger();
    private long taken;
    private Optional<RuntimeException> stopped = Optional.empty();

    ParallelRun(Iterator<Request> requests, Calling calling) {
        this.requests = requests;
        this.calling = calling;
    }

    /** Asks one request; by many threads at once. */
    @FunctionalInterface
    interface Calling {
        Answer ask(Request request) throws InterruptedException;
    }

    private record Numbered(long number, Request request) {}

    private record Answered(long number, Answer answer) {}

    private synchronized Optional<Numbered> next() {
        if (stopped.isPresent()) {
            return Optional.empty();
        }
        try {
            return requests.hasNext() ? Optional.of(new Numbered(taken++, requests.next())) : Optional.empty();
        } catch (RuntimeException e) {
            stop(e);
            return Optional.empty();
        }
    }

    private synchronized void stop(RuntimeException why) {
        stopped = stopped.or(() -> Optional.of(why));
    }

    private void work() {
        try {
            for (Optional<Numbered> next = next(); next.isPresent(); next = next()) {
                done.put(
                        new Answered(next.get().number(), calling.ask(next.get().request())));
            }
        } catch (InterruptedException e) {
            // The run was given up.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            stop(e);
        } finally {
            working.decrementAndGet();
            done.offer(new Answered(-1, NOTHING));
        }
    }

    /**
     * Hands the answers over as they come, on the calling thread.
     *
     * @throws RuntimeException what a call threw, after those under way have ended
     */
    void run(int threads, Answers answers) throws InterruptedException {
        Thread[] workers = new Thread[threads];
        working.set(workers.length);
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Thread(this::work, "calls-" + i);
            workers[i].setDaemon(true);
            workers[i].start();
        }
        try {
            while (working.get() > 0 || !done.isEmpty()) {
                Answered answered = done.take();
                if (answered.number() >= 0) {
                    answers.accept(answered.number(), answered.answer());
                }
            }
        } finally {
            for (Thread worker : workers) {
                worker.interrupt();
            }
        }
        if (stopped.isPresent()) {
            throw stopped.get();
        }
    }
}
