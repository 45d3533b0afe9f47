package io.understudy.cli;

import io.understudy.eval.Extras;
import io.understudy.eval.embedding.OnnxEmbedder;
import io.understudy.eval.view.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is measured only where it is asked for. */
final class ExtraOptions {

    @Option(
            names = "--embedder",
            paramLabel = "DIR",
            description = "Sentence encoder (an .onnx file and tokenizer.json), for how like each other meanings are.")
    Optional<Path> embedder = Optional.empty();

    @Option(names = "--mauve", description = "Also MAUVE; needs --embedder.")
    boolean mauve;

    @Option(
            names = "--compat",
            description = "Also the figures that published packages print for these lines, their faults included.")
    boolean published;

    /** @throws IllegalArgumentException if MAUVE is asked for without an encoder */
    Extras extras() throws IOException {
        if (mauve && embedder.isEmpty()) {
            throw new IllegalArgumentException("--mauve needs --embedder: it compares what lines mean");
        }
        return new Extras(
                published,
                embedder.isPresent() ? Optional.of(OnnxEmbedder.open(embedder.get())) : Optional.empty(),
                mauve,
                Sample.MOST_LINES);
    }

    void record(Map<String, String> recipe) {
        embedder.ifPresent(folder -> recipe.put("embedder", String.valueOf(folder.getFileName())));
        if (mauve) {
            recipe.put("mauve", "true");
        }
        if (published) {
            recipe.put("compat", "true");
        }
    }
}
