package io.understudy.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.understudy.core.BadDataException;
import io.understudy.onnx.testing.GraphWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs that made the logits of all tokens, and make those of the last ones only. */
class LastLogitsTest {

    private static final int FLOAT = GraphWriter.FLOAT;
    private static final String DOUBLED = "doubled";

    @TempDir
    Path folder;

    /** Three tokens of two numbers each. */
    private static final float[] TOKENS = {1, 2, 3, 4, 5, 6};

    /** [2, 2]: numbers change places. */
    private static final float[] SWAP = {0, 1, 1, 0};

    /** Doubles its input; the rest makes {@code logits} of that. */
    private static GraphWriter begun() {
        return new GraphWriter()
                .input("x", FLOAT, 1, "tokens", 2)
                .output("logits", FLOAT, 1, "tokens", 2)
                .node("", "Add", List.of("x", "x"), List.of(DOUBLED));
    }

    private static GraphWriter product(GraphWriter graph, String input, String output) {
        return graph.weights("swap", SWAP, 2, 2).node("", "MatMul", List.of(input, "swap"), List.of(output));
    }

    private Graph open(byte[] model) throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), model);
        return Graph.open(GraphFile.readDecoder(file), Device.CPU, 1, notice -> {});
    }

    private static List<Float> logits(Graph graph, long... keep) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put(
                    "x", OnnxTensor.createTensor(Graph.environment(), FloatBuffer.wrap(TOKENS), new long[] {1, 3, 2}));
            if (keep.length > 0) {
                inputs.put(
                        LastLogits.INPUT,
                        OnnxTensor.createTensor(Graph.environment(), LongBuffer.wrap(keep), new long[0]));
            }
            try (OrtSession.Result result = graph.session().run(inputs)) {
                FloatBuffer all = ((OnnxTensor) result.get(0)).getFloatBuffer();
                Float[] values = new Float[all.remaining()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = all.get(i);
                }
                return List.of(values);
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    @Test
    void makesAsManyAsAreAskedForFromTheEnd() throws Exception {
        try (Graph graph = open(product(begun(), DOUBLED, "logits").bytes())) {
            assertThat(logits(graph, 0)).containsExactly(4f, 2f, 8f, 6f, 12f, 10f);
            assertThat(logits(graph, 1)).containsExactly(12f, 10f);
            assertThat(logits(graph, 2)).containsExactly(8f, 6f, 12f, 10f);
        }
    }

    @Test
    void looksThroughWhatIsDoneWithEachNumber() throws Exception {
        GraphWriter capped = product(begun(), DOUBLED, "product")
                .weights("cap", new float[] {2}, 1)
                .node("", "Div", List.of("product", "cap"), List.of("smaller"))
                .node("", "Mul", List.of("cap", "smaller"), List.of("logits"));
        try (Graph graph = open(capped.bytes())) {
            assertThat(logits(graph, 1)).containsExactly(12f, 10f);
        }
    }

    @Test
    void readsWeightsBesideTheFile() throws Exception {
        ByteBuffer weights = ByteBuffer.allocate(4 * SWAP.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(9);
        for (float weight : SWAP) {
            weights.putFloat(weight);
        }
        Files.write(folder.resolve("weights"), weights.array());
        // A tensor as onnx.proto has it: dimensions, type, name, where it is, and that it is elsewhere.
        byte[] tensor = Wire.join(
                Wire.number(1, 2),
                Wire.number(1, 2),
                Wire.number(2, FLOAT),
                Wire.text(8, "swap"),
                entry("location", "weights"),
                entry("offset", "4"),
                entry("length", "16"),
                Wire.number(14, 1));
        byte[] rest = begun().node("", "MatMul", List.of(DOUBLED, "swap"), List.of("logits"))
                .bytes();
        try (Graph graph = open(Wire.join(rest, Wire.field(7, Wire.field(5, tensor))))) {
            assertThat(logits(graph, 1)).containsExactly(12f, 10f);
        }
    }

    private static byte[] entry(String key, String value) {
        return Wire.field(13, Wire.join(Wire.text(1, key), Wire.text(2, value)));
    }

    @Test
    void leavesTheNameThatIsTaken() throws Exception {
        // Names that the change would give: the last letter of "doubled" is to become the first that is free.
        GraphWriter graph = begun().node("", "Neg", List.of("x"), List.of("double!"));
        try (Graph opened = open(product(graph, DOUBLED, "logits").bytes())) {
            assertThat(logits(opened, 1)).containsExactly(12f, 10f);
        }
    }

    @Test
    void leavesGraphsThatItDoesNotKnow() throws Exception {
        GraphWriter shaped = product(begun(), DOUBLED, "product")
                .weights("shape", new long[] {1, -1, 2}, 3)
                .node("", "Reshape", List.of("product", "shape"), List.of("logits"));
        GraphWriter untouched = product(begun(), "x", "logits");
        for (GraphWriter graph : List.of(shaped, untouched)) {
            try (Graph opened = open(graph.bytes())) {
                assertThat(opened.session().getInputNames()).containsExactly("x");
                assertThat(logits(opened)).hasSize(6);
            }
        }
    }

    @Test
    void aProductOfNothingWithAnEmptyNameIsNoModel() throws Exception {
        // An output that is not wanted has an empty name.
        byte[] model = product(begun().node("", "Neg", List.of("x"), List.of("")), "", "logits")
                .bytes();
        assertThatThrownBy(() -> open(model))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("cannot be loaded as an ONNX model");
    }

    @Test
    void leavesGraphsThatCanChooseOfThemselves() throws Exception {
        GraphWriter choosing = product(begun().input(LastLogits.INPUT, GraphWriter.INT64), DOUBLED, "logits");
        try (Graph graph = open(choosing.bytes())) {
            assertThat(logits(graph, 1)).hasSize(6);
        }
    }

    @Test
    void takesAFileAsItIsWhereTheRuntimeDoesNotTakeItChanged() throws Exception {
        // Before opset 10 a slice took its bounds as attributes.
        byte[] old = product(begun(), DOUBLED, "logits").bytes(9);
        try (Graph graph = open(old)) {
            assertThat(graph.session().getInputNames()).containsExactly("x");
            assertThat(logits(graph)).hasSize(6);
        }
    }
}
