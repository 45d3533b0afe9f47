package io.understudy.cli;

import io.understudy.core.format.CorpusWriter;
import java.util.stream.Collectors;

/** Says what a file could not carry. */
final class Losses {

    private Losses() {}

    static void tell(Narrator narrator, CorpusWriter writer, String file) {
        if (!writer.losses().isEmpty()) {
            narrator.say((file.equals("-") ? "standard output" : file) + " cannot carry all; lost: "
                    + writer.losses().entrySet().stream()
                            .map(loss -> loss.getKey() + " of " + Count.of(loss.getValue(), "example"))
                            .collect(Collectors.joining(", ")));
        }
    }
}
