package io.understudy.generator.constraint;

/**
 * Accepts texts, byte by byte. Made while it is walked: states are numbered as they are met. From each state a way
 * leads to acceptance. Thread-safe.
 */
interface Automaton {

    /** Where a byte leads that no accepted text goes on with. */
    int DEAD = -1;

    int start();

    /** @param b 0 to 255 */
    int next(int state, int b);

    /** Whether the text so far is accepted. */
    boolean accepts(int state);

    /** The fewest bytes to an accepted text. */
    int distance(int state);
}
