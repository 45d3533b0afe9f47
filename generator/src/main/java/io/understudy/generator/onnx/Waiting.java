package io.understudy.generator.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Jobs that wait for a row. A worker keeps what it read last, and reading a prompt can take longer than writing an
 * answer: so it gets the job of which it has read most already, before all if no other worker has read more of it; the
 * first one where that saves little, and where that one was passed over too often. Which job is next changes no answer.
 * Thread-safe.
 */
final class Waiting {

    /** Tokens to be saved for which a job may go before the first one. */
    private static final int WORTH = 32;

    /** Jobs that may go before the first one. */
    private static final int PATIENCE = 512;

    /** Jobs that are looked at, from the first on: a look must take no time beside a prompt. */
    private static final int LOOKED_AT = 512;

    private final Set<Job> jobs = new LinkedHashSet<>();
    private final int[][] lastRead;
    private int passed;
    private boolean closed;

    /** @param workers that take jobs, numbered from 0 */
    Waiting(int workers) {
        this.lastRead = new int[workers][0];
    }

    /** @return whether it waits; otherwise nobody will take it any more */
    synchronized boolean add(Job job) {
        if (!closed) {
            jobs.add(job);
            notify();
        }
        return !closed;
    }

    /** The next job, which is waited for. @return null once this is closed */
    synchronized Job take(int worker) throws InterruptedException {
        while (jobs.isEmpty() && !closed) {
            wait();
        }
        return poll(worker);
    }

    /** The next job; null if there is none now, or this is closed. */
    synchronized Job poll(int worker) {
        if (jobs.isEmpty() || closed) {
            return null;
        }
        Job first = jobs.iterator().next();
        Job best = passed < PATIENCE ? best(first, worker) : first;
        passed = best == first ? 0 : passed + 1;
        jobs.remove(best);
        lastRead[worker] = best.prompt();
        return best;
    }

    private Job best(Job first, int worker) {
        Job best = first;
        int least = saved(first, worker) + WORTH;
        int looked = 0;
        for (Job job : jobs) {
            if (looked++ == LOOKED_AT) {
                break;
            }
            // Takes no time, and somebody waits for its end.
            if (!job.cancel().reason().isEmpty()) {
                return job;
            }
            int saved = saved(job, worker);
            if (saved >= least) {
                best = job;
                least = saved + 1;
            }
        }
        return best;
    }

    /** Tokens that this worker need not read, less those that another one would save beyond. */
    private int saved(Job job, int worker) {
        int mine = common(lastRead[worker], job.prompt());
        int most = mine;
        for (int[] each : lastRead) {
            most = Math.max(most, common(each, job.prompt()));
        }
        return mine - (most - mine);
    }

    private static int common(int[] read, int[] prompt) {
        int other = Arrays.mismatch(read, prompt);
        return other < 0 ? prompt.length : other;
    }

    /** Ends all waiting; may be called more than once. @return the jobs that are left, to whoever is first */
    synchronized List<Job> close() {
        closed = true;
        notifyAll();
        List<Job> left = new ArrayList<>(jobs);
        jobs.clear();
        return left;
    }
}
