package io.understudy.onnx;

import static io.understudy.onnx.Wire.field;
import static io.understudy.onnx.Wire.join;
import static io.understudy.onnx.Wire.number;
import static io.understudy.onnx.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import io.understudy.onnx.testing.GraphWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be used: one clear sentence each. */
class GraphTest {

    @TempDir
    Path folder;

    private Path model(byte[] bytes) throws IOException {
        Path model = folder.resolve("model.onnx");
        Files.write(model, bytes);
        return model;
    }

    private static byte[] chain(int length) {
        GraphWriter writer =
                new GraphWriter().input("x0", GraphWriter.FLOAT, 1).output("x" + length, GraphWriter.FLOAT, 1);
        for (int i = 0; i < length; i++) {
            writer.node("", "Sin", List.of("x" + i), List.of("x" + (i + 1)));
        }
        return writer.bytes();
    }

    private void assertRefused(Path model, String problem) {
        assertThatThrownBy(() -> Graph.open(model, Device.CPU, 1, notice -> {}))
                .isInstanceOf(BadDataException.class)
                .hasMessage(model + ": " + problem);
    }

    private static byte[] tensorAt(String location, long offset, long length) {
        return join(
                number(2, 1),
                field(13, join(text(1, "location"), text(2, location))),
                field(13, join(text(1, "offset"), text(2, Long.toString(offset)))),
                field(13, join(text(1, "length"), text(2, Long.toString(length)))));
    }

    /** Each way that leads from a model to a tensor, by the numbers of onnx.proto. */
    private static List<byte[]> hidingPlaces(byte[] tensor) {
        byte[] attribute = field(5, tensor);
        byte[] inner = field(6, field(1, field(5, attribute)));
        List<byte[]> places = new ArrayList<>();
        places.add(field(7, field(5, tensor)));
        places.add(field(7, field(15, field(1, tensor))));
        for (byte[] each : List.of(
                attribute, field(10, tensor), inner, field(22, field(2, tensor)), field(23, field(1, tensor)))) {
            places.add(field(7, field(1, field(5, each))));
            places.add(field(25, field(7, field(5, each))));
        }
        places.add(field(20, field(1, field(5, tensor))));
        return places;
    }

    @ParameterizedTest
    @ValueSource(strings = {"../weights.bin", "/etc/passwd", "a/../../b", "..\\weights.bin", "", "."})
    void refusesWeightsOutsideTheFolderWhereverTheyHide(String location) throws IOException {
        for (byte[] file : hidingPlaces(tensorAt(location, 0, 4))) {
            assertRefused(
                    model(file),
                    "keeps weights in a file outside its own folder; a model must bring all its files, take it from a source you trust");
        }
    }

    @Test
    void saysThatWeightsAreMissingOrShort() throws IOException {
        Path model = model(field(7, field(5, tensorAt("model.onnx.data", 4, 8))));
        assertRefused(model, "keeps weights in model.onnx.data, which is not there; fetch it again");
        Files.write(folder.resolve("model.onnx.data"), new byte[11]);
        assertRefused(model, "keeps weights in model.onnx.data, which is cut short; fetch it again");
        Files.write(folder.resolve("model.onnx.data"), new byte[12]);
        assertThat(GraphFile.read(model).bytes()).isEqualTo(Files.size(model) + 12);
    }

    @Test
    void refusesWhatIsLargerThanTheMemory() throws IOException {
        // A file with a hole: as long as said, and on no disk.
        try (RandomAccessFile weights =
                new RandomAccessFile(folder.resolve("big").toFile(), "rw")) {
            weights.setLength(1L << 43);
        } catch (IOException e) {
            org.junit.jupiter.api.Assumptions.abort("this file system holds no file of 8 TB");
        }
        Path model = model(field(7, field(5, tensorAt("big", 0, 1L << 43))));
        assertThatThrownBy(() -> Graph.open(model, Device.CPU, 1, notice -> {}))
                .isInstanceOf(BadDataException.class)
                .hasMessageMatching(
                        ".*model.onnx: is too large: 8796.1 GB of weights, and this machine has [0-9.]+ GB of memory; take a smaller or more strongly quantized model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no model at all", "<html>404</html>", "version https://git-lfs", ""})
    void refusesWhatIsNoModel(String content) throws IOException {
        assertRefused(
                model(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "is no whole ONNX model; it may be cut short or be of another kind, fetch it again");
    }

    @Test
    void refusesAModelThatIsCutAnywhere() throws IOException {
        byte[] whole = chain(20);
        for (int length = 1; length < whole.length; length += 37) {
            Path model = model(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Graph.open(model, Device.CPU, 1, notice -> {}))
                    .as("%d bytes", length)
                    .isInstanceOf(BadDataException.class);
        }
    }

    @Test
    void opensADeepGraphFromAThreadWithALittleStack() throws Exception {
        Path model = model(chain(30_000));
        List<Throwable> failures = new ArrayList<>();
        Thread shallow = new Thread(
                null,
                () -> {
                    try (Graph graph = Graph.open(model, Device.CPU, 1, notice -> {})) {
                        assertThat(graph.session().getInputNames()).containsExactly("x0");
                    } catch (Throwable e) {
                        failures.add(e);
                    }
                },
                "shallow",
                256 << 10);
        shallow.start();
        shallow.join();
        assertThat(failures).isEmpty();
    }

    @Test
    void saysOnceThatThereIsNoCardAndGoesOn() throws IOException {
        Path model = model(chain(2));
        StringBuilder notices = new StringBuilder();
        try (Graph graph = Graph.open(model, Device.AUTO, 1, notices::append)) {
            assertThat(graph.device().kind()).isNotEqualTo(Device.Kind.AUTO);
        }
        // On a machine with a card, built with the profile gpu, there is nothing to say.
        assertThat(notices.toString())
                .matches("(no CUDA device can be used here \\(\\w+\\); the processor does the work)?");
    }
}
