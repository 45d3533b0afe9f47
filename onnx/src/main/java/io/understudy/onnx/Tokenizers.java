package io.understudy.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.understudy.core.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Opens {@code tokenizer.json}. */
public final class Tokenizers {

    static {
        // Where these are not set, DJL asks the machine for its cloud, reports to its makers from there, and fetches a
        // library of its own wherever it sees a graphics card. Nothing of ours calls anybody without the user's word.
        settle("OPT_OUT_TRACKING", "true");
        settle("RUST_FLAVOR", "cpu");
    }

    private Tokenizers() {}

    private static void settle(String name, String value) {
        if (System.getenv(name) == null && System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    /** A tokenizer that cuts nothing off, pads nothing, and puts special tokens where its file says. */
    public static HuggingFaceTokenizer open(Path file) throws IOException {
        return open(file, Map.of());
    }

    /**
     * @param file {@code tokenizer.json}
     * @param more settings of DJL that replace or join ours
     * @throws BadDataException if there is no such file, or it is no tokenizer
     */
    public static HuggingFaceTokenizer open(Path file, Map<String, String> more) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadDataException(
                    String.valueOf(file.toAbsolutePath().normalize().getParent()),
                    0,
                    "has no tokenizer.json; a model needs the tokenizer it was trained with, fetch it too");
        }
        Map<String, String> settings =
                new HashMap<>(Map.of("padding", "false", "truncation", "false", "modelMaxLength", "1000000000"));
        settings.putAll(more);
        try {
            return HuggingFaceTokenizer.newInstance(file, settings);
        } catch (RuntimeException e) {
            throw new BadDataException(file.toString(), 0, "is no tokenizer that can be read; fetch it again");
        }
    }
}
