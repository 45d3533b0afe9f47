package io.understudy.generator.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.understudy.core.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a folder with a decoder says of itself.
 *
 * @param folder as the user named it
 * @param model the graph
 * @param tokenizer {@code tokenizer.json}
 * @param context tokens of prompt and answer together, at most
 * @param slides whether attention reaches back a fixed number of tokens only
 * @param ends tokens that end an answer, by number
 * @param endNames such tokens, by name
 * @param template of a chat, as written; none where the model was not made for chats
 * @param settings of {@code tokenizer_config.json}
 * @param generation how the folder would have tokens drawn: {@code generation_config.json}
 */
record Folder(
        Path folder,
        Path model,
        Path tokenizer,
        int context,
        boolean slides,
        Set<Integer> ends,
        Set<String> endNames,
        Optional<String> template,
        JsonNode settings,
        JsonNode generation) {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int USUAL_CONTEXT = 2048;
    private static final Pattern OTHER_TASK =
            Pattern.compile(".*(For\\w*Classification|ForMaskedLM|ForQuestionAnswering|Model)");

    /** Where exports put their graph; those that a processor runs well come first. */
    private static final List<String> GRAPHS = List.of(
            "model.onnx",
            "decoder_model_merged.onnx",
            "model_q4.onnx",
            "model_quantized.onnx",
            "model_int8.onnx",
            "decoder_model_merged_q4.onnx",
            "decoder_model_merged_quantized.onnx",
            "model_q4f16.onnx",
            "model_fp16.onnx");

    /** Ends of a turn that some models have and do not list. */
    private static final List<String> TURN_ENDS =
            List.of("<|im_end|>", "<|eot_id|>", "<end_of_turn>", "<|end|>", "<|endoftext|>", "</s>");

    /** @throws BadDataException if something is missing, or is another kind of model */
    static Folder read(Path named) throws IOException {
        if (!Files.exists(named)) {
            throw new BadDataException(
                    named.toString(),
                    0,
                    "no such folder; expected one that holds model.onnx, config.json and tokenizer.json");
        }
        boolean file = Files.isRegularFile(named);
        Path folder = file ? named.toAbsolutePath().getParent() : named;
        if (file && !Files.exists(folder.resolve("tokenizer.json")) && folder.endsWith("onnx")) {
            folder = folder.getParent();
        }
        JsonNode genai = json(folder.resolve("genai_config.json")).path("model");
        JsonNode config = json(folder.resolve("config.json"));
        checkTask(folder.resolve("config.json"), config);
        Path model = file
                ? named
                : graph(folder, genai.path("decoder").path("filename").asText());
        JsonNode settings = json(folder.resolve("tokenizer_config.json"));
        JsonNode generation = json(folder.resolve("generation_config.json"));
        Path tokenizer = folder.resolve("tokenizer.json");
        if (!Files.isRegularFile(tokenizer)) {
            throw new BadDataException(
                    folder.toString(),
                    0,
                    "has no tokenizer.json; a model needs the tokenizer it was trained with, fetch it too");
        }
        Set<Integer> ends = new LinkedHashSet<>();
        for (JsonNode each : List.of(generation, genai, config)) {
            JsonNode eos = each.path("eos_token_id");
            (eos.isArray() ? eos : List.of(eos)).forEach(id -> {
                if (id.isInt()) {
                    ends.add(id.asInt());
                }
            });
        }
        Set<String> names = new LinkedHashSet<>(TURN_ENDS);
        names.add(text(settings.path("eos_token")));
        return new Folder(
                folder,
                model,
                tokenizer,
                context(genai, config),
                config.path("sliding_window").isNumber()
                        && config.path("use_sliding_window").asBoolean(true),
                ends,
                names,
                template(folder, settings),
                settings,
                generation);
    }

    private static void checkTask(Path file, JsonNode config) {
        String architecture = config.path("architectures").path(0).asText();
        if (OTHER_TASK.matcher(architecture).matches() && !architecture.endsWith("LMHeadModel")) {
            throw new BadDataException(
                    file.toString(),
                    0,
                    "describes a " + architecture
                            + "; expected a decoder that writes text, such as LlamaForCausalLM or GPT2LMHeadModel");
        }
    }

    private static Path graph(Path folder, String named) throws IOException {
        List<String> names = new ArrayList<>();
        if (!named.isEmpty()) {
            names.add(named);
        }
        GRAPHS.forEach(name -> names.addAll(List.of(name, "onnx/" + name)));
        for (String name : names) {
            Path file = folder.resolve(name).normalize();
            if (file.startsWith(folder.normalize()) && Files.isRegularFile(file)) {
                return file;
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> models =
                    files.filter(each -> each.toString().endsWith(".onnx")).toList();
            if (models.size() == 1) {
                return models.get(0);
            }
            throw new BadDataException(
                    folder.toString(),
                    0,
                    models.isEmpty()
                            ? "has no model.onnx; a language model is a folder with model.onnx, config.json and tokenizer.json"
                            : "holds " + models.size() + " .onnx files; name the one to use");
        }
    }

    private static int context(JsonNode genai, JsonNode config) {
        return Stream.of(
                        genai.path("context_length"),
                        config.path("max_position_embeddings"),
                        config.path("n_positions"),
                        config.path("max_seq_len"))
                .filter(node -> node.asInt() > 0)
                .mapToInt(JsonNode::asInt)
                .findFirst()
                .orElse(USUAL_CONTEXT);
    }

    private static Optional<String> template(Path folder, JsonNode settings) throws IOException {
        Path own = folder.resolve("chat_template.jinja");
        if (Files.isRegularFile(own)) {
            return Optional.of(Files.readString(own));
        }
        for (JsonNode node : List.of(
                settings.path("chat_template"),
                json(folder.resolve("chat_template.json")).path("chat_template"))) {
            if (node.isTextual()) {
                return Optional.of(node.asText());
            }
            for (JsonNode each : node) {
                if (each.path("name").asText().equals("default")) {
                    return Optional.of(each.path("template").asText());
                }
            }
        }
        return Optional.empty();
    }

    /** A special token is written as a string or as an object with its content. */
    static String text(JsonNode token) {
        return token.isObject() ? token.path("content").asText() : token.asText("");
    }

    private static JsonNode json(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new BadDataException(file.toString(), e.getLocation().getLineNr(), "is no JSON; fetch it again");
        }
    }

    /** The tokenizer's own file. */
    JsonNode readTokenizer() throws IOException {
        return json(tokenizer);
    }

    OptionalDouble generation(String key) {
        JsonNode node = generation.path(key);
        return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }

    OptionalInt generationCount(String key) {
        JsonNode node = generation.path(key);
        return node.isInt() && node.asInt() > 0 ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
    }

    private static final Pattern LICENCE = Pattern.compile("(?m)^license:\\s*['\"]?([\\w.+-]+)");

    /** As its README's head or its licence file says; {@code the user's} where neither is clear. */
    String licence() throws IOException {
        Path readme = folder.resolve("README.md");
        if (Files.isRegularFile(readme)) {
            Matcher said = LICENCE.matcher(Files.readString(readme));
            if (said.find()) {
                return said.group(1);
            }
        }
        Path licence = folder.resolve("LICENSE");
        String text = Files.isRegularFile(licence) ? Files.readString(licence) : "";
        return text.contains("Apache License") ? "Apache-2.0" : text.contains("MIT License") ? "MIT" : "the user's";
    }
}
