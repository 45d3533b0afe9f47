package io.understudy.generator.llm;

/** Time, as far as waiting needs it. It shapes no output. Thread-safe. */
public interface Ticker {

    /** Nanoseconds since some moment. */
    long nanos();

    /** Waits. */
    void sleep(long nanos) throws InterruptedException;
}
