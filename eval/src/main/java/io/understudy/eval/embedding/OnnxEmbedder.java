package io.understudy.eval.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.understudy.core.BadDataException;
import io.understudy.onnx.Device;
import io.understudy.onnx.Graph;
import io.understudy.onnx.Tokenizers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A sentence encoder in a folder: an ONNX file and its {@code tokenizer.json}, as all-MiniLM-L6-v2 comes. A text is the
 * mean of its tokens' vectors, of length one. One text a run: with quantized weights a vector would else depend on what
 * else is in the batch.
 */
public final class OnnxEmbedder implements Embedder, Closeable {

    private static final int LONGEST = 256;

    private final Graph graph;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private OnnxEmbedder(Graph graph, HuggingFaceTokenizer tokenizer) {
        this.graph = graph;
        this.session = graph.session();
        this.tokenizer = tokenizer;
    }

    /**
     * @param folder holds one {@code .onnx} file, or {@code model.onnx} among others, and {@code tokenizer.json}
     * @throws BadDataException if a file is missing or is not what its name says
     */
    public static OnnxEmbedder open(Path folder) throws IOException {
        Path model = model(folder);
        Path tokens = folder.resolve("tokenizer.json");
        if (!Files.isRegularFile(tokens)) {
            throw new BadDataException(folder.toString(), 0, "has no tokenizer.json; a sentence encoder needs one");
        }
        // One thread a run and many runs at once.
        Graph graph = Graph.open(model, Device.CPU, 1, notice -> {});
        try {
            String longest = Integer.toString(LONGEST);
            return new OnnxEmbedder(
                    graph,
                    Tokenizers.open(
                            tokens, Map.of("truncation", "true", "maxLength", longest, "modelMaxLength", longest)));
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    private static Path model(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BadDataException(
                    folder.toString(), 0, "is no folder; expected one with an .onnx file and tokenizer.json");
        }
        Path usual = folder.resolve("model.onnx");
        if (Files.isRegularFile(usual)) {
            return usual;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".onnx"))
                    .sorted()
                    .toList();
            if (models.size() != 1) {
                throw new BadDataException(
                        folder.toString(),
                        0,
                        "holds %d .onnx files; expected one, or one called model.onnx".formatted(models.size()));
            }
            return models.get(0);
        }
    }

    @Override
    public double[][] embed(List<String> texts) {
        return texts.parallelStream().map(this::embed).toArray(double[][]::new);
    }

    private double[] embed(String text) {
        Encoding encoding = tokenizer.encode(text);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            long[] ids = encoding.getIds();
            for (String name : session.getInputNames()) {
                long[] values = name.equals("input_ids")
                        ? ids
                        : name.equals("attention_mask") ? encoding.getAttentionMask() : encoding.getTypeIds();
                inputs.put(name, OnnxTensor.createTensor(Graph.environment(), LongBuffer.wrap(values), new long[] {
                    1, ids.length
                }));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                Object value = result.get(0).getValue();
                // [1, tokens, size], or [1, size] where the model takes the mean itself.
                return value instanceof float[][][] tokens ? mean(tokens[0]) : mean((float[][]) value);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence encoder failed: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static double[] mean(float[][] rows) {
        double[] mean = new double[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i];
            }
        }
        double squares = 0;
        for (double x : mean) {
            squares += x * x;
        }
        for (int i = 0; i < mean.length && squares > 0; i++) {
            mean[i] /= StrictMath.sqrt(squares);
        }
        return mean;
    }

    @Override
    public void close() {
        tokenizer.close();
        graph.close();
    }
}
