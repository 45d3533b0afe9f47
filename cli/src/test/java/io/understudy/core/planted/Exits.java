package io.understudy.core.planted;

/** Breaks a rule on purpose; see FloorsTest. */
public final class Exits {
    void exit() {
        System.exit(1);
    }
}
