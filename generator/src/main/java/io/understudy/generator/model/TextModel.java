package io.understudy.generator.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Answers requests, many at once where it can. Each answer depends on its request alone, as far as the model allows:
 * not on the order, on the others in its batch, or on threads. Thread-safe; {@link #close} frees what it holds, after
 * which it may not be asked.
 */
public interface TextModel extends AutoCloseable {

    /**
     * Takes an answer. Called by one thread at a time, in any order.
     *
     * <p>What it throws stops the run and comes out of {@link TextModel#answer(Iterator, Answers)}.
     */
    @FunctionalInterface
    interface Answers {

        /** @param number of the request, from 0, in the order of the iterator */
        void accept(long number, Answer answer);
    }

    /** Who answers, for the manifest. */
    Identity identity();

    /**
     * Asks each request once and hands over its answer as soon as it is there. Returns when all are answered; a failure
     * is an answer too. Requests are taken from the iterator when there is room for them, by one thread at a time.
     *
     * @throws InterruptedException if the calling thread is interrupted; requests under way are given up
     */
    void answer(Iterator<Request> requests, Answers answers) throws InterruptedException;

    /** All answers, in the order of the requests. */
    default List<Answer> answer(List<Request> requests) throws InterruptedException {
        List<Answer> all = new ArrayList<>(Collections.nCopies(requests.size(), null));
        answer(requests.iterator(), (number, answer) -> all.set(Math.toIntExact(number), answer));
        return List.copyOf(all);
    }

    /** The answer to one request. */
    default Answer answer(Request request) throws InterruptedException {
        return answer(List.of(request)).get(0);
    }

    @Override
    void close();
}
