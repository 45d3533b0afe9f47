package io.understudy.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;

/** An iterator that can look ahead. */
final class Ahead<T> implements Iterator<T> {

    private final Iterator<T> rest;
    private final Deque<T> seen = new ArrayDeque<>();

    Ahead(Iterator<T> rest) {
        this.rest = rest;
    }

    /** The next things, at most so many, and no more once their weight has passed a limit; they still come out. */
    List<T> peek(int most, long limit, ToIntFunction<T> weight) {
        long weighs = 0;
        for (T thing : seen) {
            weighs += weight.applyAsInt(thing);
        }
        while (seen.size() < most && weighs < limit && rest.hasNext()) {
            T thing = rest.next();
            weighs += weight.applyAsInt(thing);
            seen.add(thing);
        }
        return List.copyOf(seen);
    }

    @Override
    public boolean hasNext() {
        return !seen.isEmpty() || rest.hasNext();
    }

    @Override
    public T next() {
        return seen.isEmpty() ? rest.next() : seen.remove();
    }
}
