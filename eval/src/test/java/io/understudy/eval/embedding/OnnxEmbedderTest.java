package io.understudy.eval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.BadDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With all-MiniLM-L6-v2, quantized. */
class OnnxEmbedderTest {

    @TempDir
    private static Path folder;

    private static OnnxEmbedder embedder;

    @BeforeAll
    static void unpack() throws IOException {
        copy("/all-minilm-l6-v2-q.onnx", "encoder.onnx");
        copy("/all-minilm-l6-v2-q-tokenizer.json", "tokenizer.json");
        embedder = OnnxEmbedder.open(folder);
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    private static void copy(String resource, String name) throws IOException {
        try (InputStream in = OnnxEmbedderTest.class.getResourceAsStream(resource)) {
            Files.copy(in, folder.resolve(name));
        }
    }

    @Test
    void putsLikeMeaningsNearEachOther() {
        double[][] points = embedder.embed(List.of(
                "book a table for two tonight",
                "reserve a restaurant for two people this evening",
                "will it rain in Oslo"));
        assertThat(points[0]).hasSize(384);
        double near = Distances.cosine(points[0], points[1]);
        assertThat(Distances.cosine(points[0], points[2])).isGreaterThan(near + .2);
        assertThat(Distances.cosine(points[0], new double[384])).isEqualTo(1);
    }

    @Test
    void givesOneTextOneRowWhateverStandsBesideIt() {
        double[] alone = embedder.embed(List.of("play some jazz"))[0];
        double[] among =
                embedder.embed(List.of("a much longer line that changes the shape of a batch", "play some jazz"))[1];
        assertThat(among).containsExactly(alone);
        double length = 0;
        for (double x : alone) {
            length += x * x;
        }
        assertThat(length).isCloseTo(1, within(1e-6));
        assertThat(embedder.embed(List.of(""))[0]).hasSize(384);
    }

    @Test
    void saysWhatAFolderLacks(@TempDir Path other) throws IOException {
        assertThatThrownBy(() -> OnnxEmbedder.open(other.resolve("none")))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("is no folder; expected one with an .onnx file and tokenizer.json");
        assertThatThrownBy(() -> OnnxEmbedder.open(other))
                .hasMessageContaining("holds 0 .onnx files; expected one, or one called model.onnx");
        Files.writeString(other.resolve("a.onnx"), "no model");
        assertThatThrownBy(() -> OnnxEmbedder.open(other))
                .hasMessageContaining("has no tokenizer.json; a sentence encoder needs one");
        Files.writeString(other.resolve("tokenizer.json"), "{}");
        assertThatThrownBy(() -> OnnxEmbedder.open(other)).isInstanceOf(BadDataException.class);
        copyTokenizer(other);
        assertThatThrownBy(() -> OnnxEmbedder.open(other))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("is no whole ONNX model");
    }

    private static void copyTokenizer(Path other) throws IOException {
        Files.copy(
                folder.resolve("tokenizer.json"), other.resolve("tokenizer.json"), StandardCopyOption.REPLACE_EXISTING);
    }
}
