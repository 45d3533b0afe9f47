package io.understudy.core;

import java.util.Optional;

/** Where an example comes from. */
public sealed interface Provenance {

    /**
     * Read from a corpus.
     *
     * @param corpus name of the file, without its folder
     * @param line 1-based line on which the example begins
     */
    record Original(String corpus, long line) implements Provenance {}

    /**
     * Written by a generator.
     *
     * @param generator its name, such as {@code templates}
     * @param template written form of the template it was filled from, where there is one
     * @param seed the run's seed
     */
    record Synthetic(String generator, Optional<String> template, long seed) implements Provenance {}
}
