package io.understudy.eval.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.understudy.core.BadDataException;
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

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private OnnxEmbedder(OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.session = session;
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
        HuggingFaceTokenizer tokenizer;
        try {
            tokenizer = HuggingFaceTokenizer.newInstance(
                    tokens,
                    Map.of(
                            "padding",
                            "false",
                            "truncation",
                            "true",
                            "maxLength",
                            Integer.toString(LONGEST),
                            "modelMaxLength",
                            Integer.toString(LONGEST)));
        } catch (RuntimeException e) {
            throw new BadDataException(tokens.toString(), 0, "is no tokenizer: " + e.getMessage());
        }
        // One thread a run and many runs at once: threads that wait for work by spinning take it from each other.
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = OrtEnvironment.getEnvironment().createSession(model.toString(), options);
            return new OnnxEmbedder(session, tokenizer);
        } catch (OrtException e) {
            tokenizer.close();
            throw new BadDataException(model.toString(), 0, "is no model that ONNX Runtime can run: " + e.getMessage());
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
                inputs.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, ids.length
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
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence encoder could not be closed: " + e.getMessage(), e);
        }
    }
}
