package io.understudy.generator.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.core.BadDataException;
import io.understudy.generator.constraint.Tokens;
import io.understudy.generator.onnx.jinja.Jinja;
import io.understudy.generator.onnx.jinja.JinjaException;
import io.understudy.onnx.Device;
import io.understudy.onnx.Graph;
import io.understudy.onnx.GraphFile;
import io.understudy.onnx.Tokenizers;
import io.understudy.prompts.Message;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A decoder that is open: its graph, its tokenizer, the form of its chats. Thread-safe. */
final class Decoder implements AutoCloseable {

    private final Folder folder;
    private final Graph graph;
    private final Layout layout;
    private final HuggingFaceTokenizer tokenizer;
    private final Vocabulary vocabulary;
    private final Optional<Jinja> template;
    private final List<Integer> ends;
    private final Tokens tokens;

    private Decoder(Folder folder, Graph graph, Layout layout, HuggingFaceTokenizer tokenizer, JsonNode words) {
        this.folder = folder;
        this.graph = graph;
        this.layout = layout;
        this.tokenizer = tokenizer;
        this.vocabulary = Vocabulary.of(folder.tokenizer(), words, layout.vocabulary());
        try {
            this.template = folder.template().map(Jinja::parse);
        } catch (JinjaException e) {
            throw new BadDataException(folder.folder().toString(), 0, e.getMessage());
        }
        Set<Integer> all = new TreeSet<>(folder.ends());
        folder.endNames().forEach(name -> vocabulary.added(name).ifPresent(all::add));
        all.removeIf(id -> id < 0 || id >= layout.vocabulary());
        this.ends = List.copyOf(all);
        this.tokens = Tokens.of(vocabulary.size(), vocabulary::bytes, ends);
    }

    /**
     * @param named a folder, or one of several graphs in it
     * @param threads that one run may use
     * @param notice is told what a user should know, such as a card that cannot be used
     * @throws BadDataException if a file is missing, broken, hostile, too large, or of another kind
     * @throws IllegalArgumentException if the card asked for cannot be used
     */
    static Decoder open(Path named, Device device, int threads, Consumer<String> notice) throws IOException {
        Folder folder = Folder.read(named);
        JsonNode words = folder.readTokenizer();
        Graph graph = Graph.open(GraphFile.readDecoder(folder.model()), device, threads, notice);
        HuggingFaceTokenizer tokenizer = null;
        try {
            Layout layout = Layout.of(graph);
            if (layout.way() == Layout.Way.GAPPED && (folder.slides() || !GappedRows.fit(graph, layout))) {
                layout = layout.alone();
            }
            tokenizer = Tokenizers.open(folder.tokenizer());
            boolean half = layout.states().get(0).type() == OnnxJavaType.FLOAT16;
            if (half == graph.device().equals(Device.CPU)) {
                notice.accept(
                        folder.model().getFileName()
                                + (half
                                        ? " computes in half precision, at which a processor is slow; a model of 32 or 4 bits is quicker"
                                        : " computes in single precision, at which a card is slow; a model of 16 bits is quicker"));
            }
            return new Decoder(folder, graph, layout, tokenizer, words);
        } catch (RuntimeException | IOException e) {
            if (tokenizer != null) {
                tokenizer.close();
            }
            graph.close();
            throw e;
        }
    }

    /**
     * The tokens of a chat that the model is to answer.
     *
     * @throws JinjaException if the template refuses the chat
     * @throws BadDataException if the tokenizer is another model's
     */
    int[] chat(List<Message> messages) {
        if (template.isEmpty()) {
            return encode(
                    String.join("\n\n", messages.stream().map(Message::text).toList()) + "\n\n", true);
        }
        List<Object> all = new ArrayList<>();
        for (Message message : messages) {
            Map<String, Object> each = new HashMap<>();
            each.put("role", message.role().toString());
            each.put("content", message.text());
            all.add(each);
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put("messages", all);
        variables.put("add_generation_prompt", true);
        variables.put("enable_thinking", false);
        variables.put("tools", null);
        variables.put("documents", null);
        for (String name : List.of("bos_token", "eos_token", "pad_token", "unk_token")) {
            variables.put(name, Folder.text(folder.settings().path(name)));
        }
        return encode(template.get().render(variables), false);
    }

    /** @param whole whether the tokenizer puts its special tokens at the ends */
    int[] encode(String text, boolean whole) {
        int[] ids = Arrays.stream(
                        tokenizer.encode(wellFormed(text), whole, false).getIds())
                .mapToInt(id -> (int) id)
                .toArray();
        for (int id : ids) {
            if (id >= layout.vocabulary()) {
                throw new BadDataException(
                        folder.tokenizer().toString(),
                        0,
                        "gives token " + id + ", and the model knows " + layout.vocabulary()
                                + "; it belongs to another model");
            }
        }
        return ids;
    }

    /** Lone surrogates have no UTF-8, which the tokenizer works in. */
    private static String wellFormed(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * How unlikely each token but the first is behind those before it.
     *
     * @return negative logarithms of probabilities, natural, [tokens - 1]
     */
    double[] surprise(int[] text) {
        double[] surprise = new double[text.length - 1];
        try (Run run = new Run(graph, layout);
                Empty empty = new Empty();
                OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            run.tokens(text, 1, new int[] {0}, 0);
            empty.tensors.forEach(run::state);
            try (OrtSession.Result result = run.run(Set.of(layout.logits()), Map.of(), options)) {
                FloatBuffer logits = ((OnnxTensor) result.get(layout.logits()).orElseThrow()).getFloatBuffer();
                float[] row = new float[layout.vocabulary()];
                for (int i = 0; i < surprise.length; i++) {
                    logits.get(i * row.length, row);
                    surprise[i] = surprise(row, text[i + 1]);
                }
            }
            return surprise;
        } catch (OrtException e) {
            throw new IllegalStateException("the model failed (" + e.getCode() + ")", e);
        }
    }

    private static double surprise(float[] logits, int token) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += StrictMath.exp(logit - most);
        }
        return most + StrictMath.log(sum) - logits[token];
    }

    /** States with nothing in them. */
    private final class Empty implements AutoCloseable {
        private final Map<String, OnnxTensor> tensors = new HashMap<>();

        Empty() throws OrtException {
            for (Layout.State state : layout.states()) {
                tensors.put(state.past(), FedRows.empty(state));
            }
        }

        @Override
        public void close() {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    Engine engine(int threads, int rows) {
        return new Engine(graph, layout, vocabulary, ends, folder.context(), threads, rows);
    }

    Folder folder() {
        return folder;
    }

    Graph graph() {
        return graph;
    }

    Layout layout() {
        return layout;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<Integer> ends() {
        return ends;
    }

    /** The vocabulary, ordered for constraints. */
    Tokens tokens() {
        return tokens;
    }

    boolean hasTemplate() {
        return template.isPresent();
    }

    @Override
    public void close() {
        tokenizer.close();
        graph.close();
    }
}
