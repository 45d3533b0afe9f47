package io.understudy.ner.onnx;

import static io.understudy.onnx.Wire.field;
import static io.understudy.onnx.Wire.join;
import static io.understudy.onnx.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import io.understudy.core.testing.SharedData;
import io.understudy.onnx.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that are no model: one clear sentence each. */
class ModelFolderTest {

    private static final String CONFIG = """
            {"architectures": ["BertForTokenClassification"], "id2label": {"0": "O", "1": "B-PER"}}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        write("config.json", CONFIG);
        write("tokenizer.json", "{}");
        write("weights.bin", "four");
        Files.write(folder.resolve("model.onnx"), modelWithWeightsAt("weights.bin"));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    /** model.graph.initializer.external_data {location: ...}, by the numbers of onnx.proto. */
    private static byte[] modelWithWeightsAt(String location) {
        return field(7, field(5, field(13, join(text(1, "location"), text(2, location)))));
    }

    private void assertRefused(Path named, String problem) {
        assertThatThrownBy(() -> OnnxRecognizer.open(folder))
                .isInstanceOf(BadDataException.class)
                .hasMessage(named + ": " + problem);
    }

    @ParameterizedTest
    @CsvSource({"model.onnx", "config.json", "tokenizer.json"})
    void saysWhichFileIsMissing(String name) throws IOException {
        Files.delete(folder.resolve(name));
        assertRefused(
                folder,
                "has no " + name
                        + "; a token classifier is a folder with model.onnx, config.json and tokenizer.json, as 'optimum-cli export onnx' writes it");
    }

    @Test
    void saysThatThereIsNoFolder() {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> OnnxRecognizer.open(none))
                .hasMessage(
                        none + ": no such folder; expected one that holds model.onnx, config.json and tokenizer.json");
    }

    @Test
    void refusesAModelOfAnotherKind() throws IOException {
        write("config.json", "{\"architectures\": [\"LlamaForCausalLM\"]}");
        assertRefused(
                folder.resolve("config.json"),
                "describes a LlamaForCausalLM; expected a model that ends in ForTokenClassification");
    }

    @Test
    void refusesTagsWithoutNames() throws IOException {
        write("config.json", "{\"id2label\": {\"0\": \"LABEL_0\", \"1\": \"LABEL_1\"}}");
        assertRefused(
                folder.resolve("config.json"),
                "calls its tags LABEL_0, LABEL_1, ...; expected names such as B-PER in id2label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id2label\": {\"1\": \"B-PER\"}}", "{\"id2label\": []}", "[]", "7"})
    void refusesAConfigurationWithoutTags(String config) throws IOException {
        write("config.json", config);
        assertRefused(
                folder.resolve("config.json"),
                "has no list of tags; expected id2label with the numbers from 0 on, such as {\"0\": \"O\", \"1\": \"B-PER\"}");
    }

    @Test
    void refusesAConfigurationThatIsNoJson() throws IOException {
        write("config.json", "{\n\"id2label\": oops}");
        assertThatThrownBy(() -> OnnxRecognizer.open(folder))
                .isInstanceOf(BadDataException.class)
                .hasMessage(folder.resolve("config.json") + ":2: is no JSON; fetch it again");
    }

    @Test
    void refusesWeightsOutsideTheFolder() throws IOException {
        Files.write(folder.resolve("model.onnx"), modelWithWeightsAt("../weights.bin"));
        assertRefused(
                folder.resolve("model.onnx"),
                "keeps weights in a file outside its own folder; a model must bring all its files, take it from a source you trust");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no model at all", "<html>404</html>", "version https://git-lfs"})
    void refusesWhatIsNoModel(String content) throws IOException {
        write("model.onnx", content);
        assertRefused(
                folder.resolve("model.onnx"),
                "is no whole ONNX model; it may be cut short or be of another kind, fetch it again");
    }

    @Test
    void refusesABrokenTokenizer() {
        assertRefused(folder.resolve("tokenizer.json"), "is no tokenizer that can be read; fetch it again");
    }

    @Test
    void refusesATruncatedModelAndOneWithOtherTags() throws IOException {
        Path real = SharedData.path("models/minilm-ner-onnx");
        byte[] model = Files.readAllBytes(real.resolve("model.onnx"));
        Files.copy(
                real.resolve("tokenizer.json"),
                folder.resolve("tokenizer.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.write(folder.resolve("model.onnx"), Arrays.copyOf(model, model.length / 2));
        assertRefused(
                folder.resolve("model.onnx"),
                "is no whole ONNX model; it may be cut short or be of another kind, fetch it again");
        Files.write(folder.resolve("model.onnx"), model);
        try (OnnxRecognizer two = OnnxRecognizer.open(folder)) {
            assertThat(two.labels()).hasToString("[PERSON]");
            assertThatThrownBy(() -> two.recognize("Ada"))
                    .isInstanceOf(BadDataException.class)
                    .hasMessage(
                            folder.resolve("model.onnx")
                                    + ": gives answers of shape [1, 3, 21]; expected [texts, pieces, 2], one number for each tag of config.json");
        }
    }

    @Test
    void saysOnceThatThereIsNoCardAndGoesOn() throws IOException {
        Path real = SharedData.path("models/minilm-ner-onnx");
        StringBuilder notices = new StringBuilder();
        try (OnnxRecognizer recognizer = OnnxRecognizer.open(real, Device.AUTO, Aggregation.FIRST, notices::append)) {
            assertThat(recognizer.findings("Anna Kowalska lives in Warsaw")).hasSize(2);
        }
        // On a machine with a card, built with the profile gpu, there is nothing to say.
        assertThat(notices.toString())
                .matches("(no CUDA device can be used here \\(\\w+\\); the processor does the work)?");
    }
}
