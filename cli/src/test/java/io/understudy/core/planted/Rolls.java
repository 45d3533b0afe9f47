package io.understudy.core.planted;

/** Breaks a rule on purpose; see FloorsTest. */
public final class Rolls {
    double roll() {
        return Math.random();
    }
}
