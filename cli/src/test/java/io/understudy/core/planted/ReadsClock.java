package io.understudy.core.planted;

/** Breaks a rule on purpose; see FloorsTest. */
public final class ReadsClock {
    long read() {
        return System.currentTimeMillis();
    }
}
