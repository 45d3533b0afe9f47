package io.understudy.generator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import io.understudy.core.testing.SharedData;
import io.understudy.generator.model.Request;
import io.understudy.generator.model.Sampling;
import io.understudy.onnx.Device;
import io.understudy.onnx.Graph;
import io.understudy.prompts.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, shapes and memories of real exports; and folders that hold no decoder. */
class LayoutTest {

    @TempDir
    Path folder;

    private static Graph open(String model) throws IOException {
        return Graph.open(SharedData.path("models/" + model), Device.CPU, 1, notice -> {});
    }

    /** Answers of a graph without a tokenizer: tokens in, tokens out. */
    private static List<Integer> best(Graph graph, int rows, int[]... prompts) {
        Layout layout = Layout.of(graph);
        Rows all = new FedRows(graph, layout);
        List<Integer> tokens = new ArrayList<>();
        try (all;
                ai.onnxruntime.OrtSession.RunOptions options = new ai.onnxruntime.OrtSession.RunOptions()) {
            for (int[] prompt : prompts) {
                float[] logits = all.add(prompt, 64, options);
                int next = Picker.best(logits, null);
                tokens.add(next);
                for (int i = 0; i < rows; i++) {
                    float[][] out = new float[1][layout.vocabulary()];
                    all.step(new int[] {next}, out, options);
                    next = Picker.best(out[0], null);
                    tokens.add(next);
                }
                all.remove(0);
            }
        } catch (ai.onnxruntime.OrtException e) {
            throw new IllegalStateException(e);
        }
        return tokens;
    }

    @Test
    void readsKeysAndValuesInOneTensorAndIntsOf32Bits() throws IOException {
        try (Graph graph = open("tiny-random-gpt2-onnx/past.onnx")) {
            Layout layout = Layout.of(graph);
            assertThat(layout.shared()).isFalse();
            assertThat(layout.vocabulary()).isEqualTo(1000);
            assertThat(layout.states()).hasSize(5);
            assertThat(layout.states().get(0).present()).isEqualTo("present_0");
            assertThat(layout.states().get(0).shape()).containsExactly(2, 1, 4, 0, 8);
            assertThat(layout.positions()).isEqualTo("position_ids");
            int[] prompt = {5, 17, 900, 4, 3, 77, 5, 17, 900, 4, 3, 77, 5, 17, 900, 4, 3, 77, 12};
            int[] other = prompt.clone();
            other[18] = 13;
            // The second begins as the first and is read from there: nothing changes.
            assertThat(best(graph, 8, prompt, other).subList(9, 18)).isEqualTo(best(graph, 8, other));
        }
    }

    @Test
    void readsStatesOfConvolutionsBesideKeysAndValues() throws IOException {
        try (Graph graph = open("tiny-random-lfm2-onnx/decoder.onnx")) {
            Layout layout = Layout.of(graph);
            assertThat(layout.shared()).isFalse();
            assertThat(layout.states())
                    .extracting(Layout.State::past, Layout.State::present, Layout.State::growing)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("past_conv.0", "present_conv.0", -1),
                            org.assertj.core.api.Assertions.tuple("past_conv.2", "present_conv.2", -1),
                            org.assertj.core.api.Assertions.tuple("past_key_values.1.key", "present.1.key", 2),
                            org.assertj.core.api.Assertions.tuple("past_key_values.1.value", "present.1.value", 2),
                            org.assertj.core.api.Assertions.tuple("past_key_values.3.key", "present.3.key", 2),
                            org.assertj.core.api.Assertions.tuple("past_key_values.3.value", "present.3.value", 2));
            int[] prompt = {5, 17, 900, 4, 3, 77};
            assertThat(best(graph, 8, prompt, prompt)).hasSize(18).isEqualTo(twice(best(graph, 8, prompt)));
        }
    }

    private static List<Integer> twice(List<Integer> list) {
        List<Integer> all = new ArrayList<>(list);
        all.addAll(list);
        return all;
    }

    private void assertRefused(String problem) {
        assertThatThrownBy(() -> OnnxModel.builder(folder).open())
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void saysWhatAFolderLacks() throws IOException {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> OnnxModel.builder(none).open())
                .hasMessage(
                        none + ": no such folder; expected one that holds model.onnx, config.json and tokenizer.json");
        assertRefused(
                "has no model.onnx; a language model is a folder with model.onnx, config.json and tokenizer.json");
        Files.writeString(folder.resolve("model.onnx"), "no model");
        assertRefused("has no tokenizer.json; a model needs the tokenizer it was trained with, fetch it too");
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertRefused("is no whole ONNX model; it may be cut short or be of another kind, fetch it again");
        Files.writeString(folder.resolve("config.json"), "{\"architectures\": [\"BertForTokenClassification\"]}");
        assertRefused(
                "describes a BertForTokenClassification; expected a decoder that writes text, such as LlamaForCausalLM or GPT2LMHeadModel");
    }

    @Test
    void refusesATokenizerOfAnotherModel() throws Exception {
        // The folder brings the tokenizer of a model with 50 times as many tokens.
        Path real = SharedData.path("models/tiny-random-gpt2-onnx");
        try (OnnxModel model = OnnxModel.builder(real).open()) {
            assertThatThrownBy(() -> model.answer(new Request(new Prompt("p", 1, "Hello world"), Sampling.of(3), 1)))
                    .isInstanceOf(BadDataException.class)
                    .hasMessageMatching(
                            ".*tokenizer.json: gives token \\d+, and the model knows 1000; it belongs to another model");
        }
    }

    @Test
    void refusesAClassifierWithoutASettingsFile() throws IOException {
        Path real = SharedData.path("models/minilm-ner-onnx");
        Files.copy(real.resolve("model.onnx"), folder.resolve("model.onnx"));
        Files.copy(real.resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
        assertRefused(
                "has no cache: its only inputs are attention_mask, input_ids, token_type_ids; expected a decoder with past keys and values");
    }

    @Test
    void refusesATruncatedDecoderAndABrokenTokenizer() throws IOException {
        Stories.write(folder, true);
        byte[] whole = Files.readAllBytes(folder.resolve("model.onnx"));
        Files.write(folder.resolve("model.onnx"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertRefused("is no whole ONNX model; it may be cut short or be of another kind, fetch it again");
        Files.write(folder.resolve("model.onnx"), whole);
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertRefused("is no tokenizer that can be read; fetch it again");
    }
}
