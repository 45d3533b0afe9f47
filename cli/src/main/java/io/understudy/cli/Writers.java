package io.understudy.cli;

import io.understudy.generator.llm.Provider;
import io.understudy.generator.model.TextModel;
import io.understudy.generator.onnx.OnnxModel;
import io.understudy.onnx.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells models that write from models that find mentions: both are given as {@code --model}. */
final class Writers {

    private static final Pattern REMOTE = Pattern.compile("[a-z][a-z0-9-]+:.*");
    private static final Pattern DECODER = Pattern.compile("ForCausalLM|LMHeadModel");

    private Writers() {}

    /** Whether it is named as a model on a server is; a file of such a name is meant with {@code ./} before it. */
    static boolean isRemote(String model) {
        return REMOTE.matcher(model).matches();
    }

    /** Without its folder, which may tell too much. */
    static String name(String model) {
        return isRemote(model) ? model : Inputs.name(model);
    }

    /**
     * Takes the model that writes out of those that were given; the others look for mentions.
     *
     * @throws IllegalArgumentException if there are several, or one is of an unknown provider
     */
    static Optional<String> take(List<String> models) throws IOException {
        List<String> writers = new ArrayList<>();
        for (String model : List.copyOf(models)) {
            Path path = isRemote(model) ? Path.of("") : new ModelFolderOptions().found(model);
            if (isRemote(model) || isDecoder(path)) {
                writers.add(isRemote(model) ? model : path.toString());
                models.remove(model);
            }
        }
        if (writers.size() > 1) {
            throw new IllegalArgumentException("--model: " + writers.size() + " models would write; expected one");
        }
        if (!writers.isEmpty() && isRemote(writers.get(0))) {
            Provider.named(writers.get(0).substring(0, writers.get(0).indexOf(':')));
        }
        return writers.stream().findFirst();
    }

    /** Whether the folder says that its model writes text. */
    private static boolean isDecoder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        if (Files.exists(folder.resolve("genai_config.json"))) {
            return true;
        }
        Path config = folder.resolve("config.json");
        return Files.isRegularFile(config)
                && DECODER.matcher(new String(Files.readAllBytes(config), StandardCharsets.UTF_8))
                        .find();
    }

    /** @param forbidden surfaces that it may not say */
    static TextModel open(
            Path folder,
            String device,
            int threads,
            Optional<Duration> timeout,
            Set<String> forbidden,
            Narrator narrator)
            throws IOException {
        OnnxModel.Builder builder = OnnxModel.builder(folder)
                .device(Device.parse(device))
                .threads(threads)
                .forbidden(forbidden)
                .notice(narrator::say);
        timeout.ifPresent(builder::timeout);
        return builder.open();
    }
}
