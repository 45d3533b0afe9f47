package io.understudy.generator.llm;

import java.util.ArrayList;
import java.util.List;

/** Time that passes by sleeping alone. */
final class StoppedTime implements Ticker {

    private long now;
    private final List<Long> sleeps = new ArrayList<>();

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void sleep(long nanos) {
        now += nanos;
        sleeps.add(nanos);
    }

    /** In milliseconds. */
    synchronized List<Long> sleeps() {
        return sleeps.stream().map(nanos -> nanos / 1_000_000).toList();
    }
}
