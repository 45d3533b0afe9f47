package io.understudy.ner.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.understudy.core.BadDataException;
import io.understudy.onnx.Device;
import io.understudy.onnx.Graph;
import io.understudy.onnx.GraphFile;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A loaded graph. Thread-safe; one thread inside, any number of callers. */
final class Session implements AutoCloseable {

    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";

    private final OrtEnvironment environment = Graph.environment();
    private final Graph graph;
    private final OrtSession session;
    private final Path model;
    private final int tags;
    private final String output;

    /**
     * @param tags number of tags that the model gives each piece
     * @param notice is told, once, when a card was asked for by {@code auto} and cannot be used
     * @throws BadDataException if the file cannot be loaded or is no token classifier
     * @throws IllegalArgumentException if a card was asked for by name and cannot be used
     */
    Session(GraphFile file, int tags, Device device, Consumer<String> notice) {
        this.model = file.path();
        this.tags = tags;
        this.graph = Graph.open(file, device, 1, notice);
        this.session = graph.session();
        try {
            checkInputs();
            this.output = outputName();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void checkInputs() {
        Set<String> unknown = new TreeSet<>(session.getInputNames());
        unknown.removeAll(List.of(IDS, MASK, TYPES));
        if (!unknown.isEmpty() || !session.getInputNames().contains(IDS)) {
            throw new BadDataException(
                    model.toString(),
                    0,
                    "takes " + String.join(", ", new TreeSet<>(session.getInputNames())) + "; expected " + IDS + ", "
                            + MASK + " and perhaps " + TYPES);
        }
    }

    private String outputName() {
        Set<String> names = session.getOutputNames();
        return names.contains("logits") ? "logits" : names.iterator().next();
    }

    /**
     * Runs several windows at once.
     *
     * @param windows ids of each, special ones included
     * @return softmax probabilities, [windows][pieces][tags]
     */
    float[][][] probabilities(List<long[]> windows) {
        int longest = windows.stream().mapToInt(ids -> ids.length).max().orElse(0);
        LongBuffer ids = LongBuffer.allocate(windows.size() * longest);
        LongBuffer mask = LongBuffer.allocate(windows.size() * longest);
        for (int i = 0; i < windows.size(); i++) {
            ids.position(i * longest).put(windows.get(i));
            for (int k = 0; k < windows.get(i).length; k++) {
                mask.put(i * longest + k, 1);
            }
        }
        long[] shape = {windows.size(), longest};
        try (Tensors in = new Tensors()) {
            in.add(IDS, ids.rewind(), shape);
            in.add(MASK, mask.rewind(), shape);
            in.add(TYPES, LongBuffer.allocate(windows.size() * longest), shape);
            try (OrtSession.Result result = session.run(in.tensors, Set.of(output))) {
                OnnxTensor logits = (OnnxTensor) result.get(0);
                long[] given = logits.getInfo().getShape();
                if (given.length != 3 || given[1] != longest || given[2] != tags) {
                    throw new BadDataException(
                            model.toString(),
                            0,
                            "gives answers of shape " + Arrays.toString(given) + "; expected [texts, pieces, " + tags
                                    + "], one number for each tag of config.json");
                }
                return softmax(logits.getFloatBuffer(), windows, longest);
            }
        } catch (OrtException e) {
            throw new IllegalStateException(model + ": the model failed (" + e.getCode() + ")", e);
        }
    }

    /** Inputs that the graph takes; closes all of them. */
    private final class Tensors implements AutoCloseable {
        private final Map<String, OnnxTensor> tensors = new HashMap<>();

        void add(String name, LongBuffer values, long[] shape) throws OrtException {
            if (session.getInputNames().contains(name)) {
                tensors.put(name, OnnxTensor.createTensor(environment, values, shape));
            }
        }

        @Override
        public void close() {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private float[][][] softmax(FloatBuffer logits, List<long[]> windows, int longest) {
        float[][][] all = new float[windows.size()][][];
        for (int i = 0; i < all.length; i++) {
            all[i] = new float[windows.get(i).length][tags];
            for (int piece = 0; piece < all[i].length; piece++) {
                softmax(logits, (i * longest + piece) * tags, all[i][piece]);
            }
        }
        return all;
    }

    private static void softmax(FloatBuffer logits, int from, float[] row) {
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < row.length; i++) {
            most = Math.max(most, logits.get(from + i));
        }
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) Math.exp(logits.get(from + i) - most);
            sum += row[i];
        }
        for (int i = 0; i < row.length; i++) {
            row[i] /= (float) sum;
        }
    }

    @Override
    public void close() {
        graph.close();
    }
}
