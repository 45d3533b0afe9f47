package io.understudy.core.planted;

/** Breaks a rule on purpose; see FloorsTest. */
public final class Prints {
    void print() {
        System.out.println("here");
    }
}
