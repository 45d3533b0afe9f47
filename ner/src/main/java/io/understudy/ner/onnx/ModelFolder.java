package io.understudy.ner.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.BadDataException;
import io.understudy.onnx.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a folder with a token classifier says of itself.
 *
 * @param graph the model, looked at
 * @param tokenizer {@code tokenizer.json}
 * @param tags by the index of the model's output
 * @param longest word pieces that go in at once, the special ones included
 */
record ModelFolder(GraphFile graph, Path tokenizer, List<Tag> tags, int longest) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Models of 512 positions are the rule where a folder does not say. */
    private static final int USUAL_LENGTH = 512;

    /**
     * @throws BadDataException if something is missing, is no token classifier, or refers to files outside the folder
     */
    static ModelFolder read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BadDataException(
                    folder.toString(),
                    0,
                    Files.exists(folder)
                            ? "is no folder; expected one that holds model.onnx, config.json and tokenizer.json"
                            : "no such folder; expected one that holds model.onnx, config.json and tokenizer.json");
        }
        Path model =
                first(folder, "model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx");
        Path config = first(folder, "config.json");
        Path tokenizer = first(folder, "tokenizer.json");
        JsonNode settings = json(config);
        List<Tag> tags = tags(config, settings);
        return new ModelFolder(GraphFile.read(model), tokenizer, tags, longest(folder, settings));
    }

    private static Path first(Path folder, String... names) {
        for (String name : names) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new BadDataException(
                folder.toString(),
                0,
                "has no " + names[0]
                        + "; a token classifier is a folder with model.onnx, config.json and tokenizer.json"
                        + ", as 'optimum-cli export onnx' writes it");
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new BadDataException(file.toString(), e.getLocation().getLineNr(), "is no JSON; fetch it again");
        }
    }

    private static List<Tag> tags(Path config, JsonNode settings) {
        JsonNode architecture = settings.path("architectures").path(0);
        if (architecture.isTextual() && !architecture.asText().endsWith("ForTokenClassification")) {
            throw new BadDataException(
                    config.toString(),
                    0,
                    "describes a " + architecture.asText() + "; expected a model that ends in ForTokenClassification");
        }
        JsonNode names = settings.path("id2label");
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; names.has(Integer.toString(i)); i++) {
            tags.add(Tag.of(names.get(Integer.toString(i)).asText()));
        }
        if (tags.isEmpty() || tags.size() != names.size()) {
            throw new BadDataException(
                    config.toString(),
                    0,
                    "has no list of tags; expected id2label with the numbers from 0 on, such as {\"0\": \"O\", \"1\": \"B-PER\"}");
        }
        if (tags.stream()
                .allMatch(tag -> tag.equals(Tag.of("LABEL_0"))
                        || tag.label()
                                .map(label -> label.name().startsWith("LABEL_"))
                                .orElse(false))) {
            throw new BadDataException(
                    config.toString(),
                    0,
                    "calls its tags LABEL_0, LABEL_1, ...; expected names such as B-PER in id2label");
        }
        return tags;
    }

    private static int longest(Path folder, JsonNode settings) throws IOException {
        int longest = settings.path("max_position_embeddings").asInt(USUAL_LENGTH);
        // RoBERTa counts positions from the padding token's number on.
        if (settings.path("model_type").asText().matches("(xlm-)?roberta|camembert")) {
            longest -= settings.path("pad_token_id").asInt(1) + 1;
        }
        Path more = folder.resolve("tokenizer_config.json");
        if (Files.isRegularFile(more)) {
            double stated = json(more).path("model_max_length").asDouble(longest);
            longest = (int) Math.min(longest, stated);
        }
        return longest >= 16 ? longest : USUAL_LENGTH;
    }
}
