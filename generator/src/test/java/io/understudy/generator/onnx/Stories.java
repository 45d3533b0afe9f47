package io.understudy.generator.onnx;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.understudy.core.testing.SharedData;
import io.understudy.onnx.testing.GraphWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small trained model as a folder with an ONNX file, written here in the two ways that decoders keep their past:
 * GroupQueryAttention, which writes in place, and keys and values that are put behind those before.
 */
final class Stories {

    private static final int F = GraphWriter.FLOAT;
    private static final int I = GraphWriter.INT64;
    private static final String MS = "com.microsoft";

    private final ByteBuffer bytes;
    private final int dim;
    private final int hidden;
    private final int layers;
    private final int heads;
    private final int kvHeads;
    private final int vocabulary;
    private final int length;
    private final int head;
    private final GraphWriter graph = new GraphWriter();
    private int made;

    /** Size of a head in the file written: the operator wants a multiple of 16, what is more is zero. */
    private int wide;

    private Stories(ByteBuffer bytes) {
        this.bytes = bytes;
        dim = bytes.getInt();
        hidden = bytes.getInt();
        layers = bytes.getInt();
        heads = bytes.getInt();
        kvHeads = bytes.getInt();
        vocabulary = bytes.getInt();
        length = bytes.getInt();
        head = dim / heads;
    }

    /** @param inPlace with GroupQueryAttention; else keys and values are concatenated, by position_ids */
    static Path write(Path folder, boolean inPlace) throws IOException {
        Path source = SharedData.path("models/stories260k");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(source.resolve("stories260K.bin")))
                .order(ByteOrder.LITTLE_ENDIAN);
        Files.createDirectories(folder);
        Files.write(folder.resolve("model.onnx"), new Stories(bytes).export(inPlace));
        Files.writeString(
                folder.resolve("config.json"),
                "{\"architectures\": [\"LlamaForCausalLM\"], \"max_position_embeddings\": 512, \"eos_token_id\": 1}");
        Files.write(folder.resolve("tokenizer.json"), tokenizer(source.resolve("tok512.bin")));
        return folder;
    }

    private float[] floats(int count) {
        float[] values = new float[count];
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + 4 * count);
        return values;
    }

    /** Matrices of all layers, each [out, in] in the file, as [in, out]. */
    private void matrices(String name, int out, int in, boolean headsOut, boolean headsIn) {
        int wideOut = headsOut ? out / head * wide : out;
        int wideIn = headsIn ? in / head * wide : in;
        for (int layer = 0; layer < layers; layer++) {
            float[] rows = floats(out * in);
            float[] columns = new float[wideIn * wideOut];
            for (int i = 0; i < out; i++) {
                for (int k = 0; k < in; k++) {
                    columns[(headsIn ? widened(k) : k) * wideOut + (headsOut ? widened(i) : i)] = rows[i * in + k];
                }
            }
            graph.weights(name + layer, columns, wideIn, wideOut);
        }
    }

    private int widened(int index) {
        return index / head * wide + index % head;
    }

    private void waves(String name, float otherwise) {
        float[] values = floats(length * head / 2);
        float[] all = new float[length * wide / 2];
        for (int i = 0; i < all.length; i++) {
            int at = i % (wide / 2);
            all[i] = at < head / 2 ? values[i / (wide / 2) * (head / 2) + at] : otherwise;
        }
        graph.weights(name, all, length, wide / 2);
    }

    private void norms(String name) {
        for (int layer = 0; layer < layers; layer++) {
            graph.weights(name + layer, floats(dim), dim);
        }
    }

    private void weights() {
        float[] embedding = floats(vocabulary * dim);
        float[] turned = new float[embedding.length];
        for (int i = 0; i < vocabulary; i++) {
            for (int k = 0; k < dim; k++) {
                turned[k * vocabulary + i] = embedding[i * dim + k];
            }
        }
        graph.weights("embedding", embedding, vocabulary, dim);
        graph.weights("out", turned, dim, vocabulary);
        norms("attentionNorm");
        matrices("wq", dim, dim, true, false);
        matrices("wk", kvHeads * head, dim, true, false);
        matrices("wv", kvHeads * head, dim, true, false);
        matrices("wo", dim, dim, false, true);
        norms("mlpNorm");
        matrices("w1", hidden, dim, false, false);
        matrices("w2", dim, hidden, false, false);
        matrices("w3", hidden, dim, false, false);
        graph.weights("lastNorm", floats(dim), dim);
        waves("cos", 1);
        waves("sin", 0);
        graph.weights("epsilon", new float[] {1e-5f}, 1);
        graph.weights("one", new long[] {1}, 1);
        graph.weights("zero", new long[] {0}, 1);
    }

    private String node(String operator, List<String> inputs, Object... attributes) {
        String out = operator + made++;
        graph.node("", operator, inputs, List.of(out), attributes);
        return out;
    }

    private String norm(String x, String weight) {
        String mean = node("ReduceMean", List.of(node("Mul", List.of(x, x))), "axes", new long[] {-1});
        String root = node("Sqrt", List.of(node("Add", List.of(mean, "epsilon"))));
        return node("Mul", List.of(node("Div", List.of(x, root)), weight));
    }

    private byte[] export(boolean inPlace) {
        wide = inPlace ? (head + 15) / 16 * 16 : head;
        weights();
        graph.input("input_ids", I, "rows", "tokens");
        graph.input("attention_mask", I, "rows", "total");
        if (inPlace) {
            String lengths = node("ReduceSum", List.of("attention_mask", "one"), "keepdims", 0);
            graph.node("", "Cast", List.of(node("Sub", List.of(lengths, "one"))), List.of("lengths"), "to", 6);
            String total = node("Gather", List.of(node("Shape", List.of("attention_mask")), "one"), "axis", 0);
            String scalar = node("Squeeze", List.of(total));
            graph.node("", "Cast", List.of(scalar), List.of("total"), "to", 6);
        } else {
            graph.input("position_ids", I, "rows", "tokens");
            concatenated();
        }
        String x = node("Gather", List.of("embedding", "input_ids"), "axis", 0);
        for (int layer = 0; layer < layers; layer++) {
            String normal = norm(x, "attentionNorm" + layer);
            String q = node("MatMul", List.of(normal, "wq" + layer));
            String k = node("MatMul", List.of(normal, "wk" + layer));
            String v = node("MatMul", List.of(normal, "wv" + layer));
            for (String what : List.of("key", "value")) {
                graph.input("past_key_values." + layer + "." + what, F, "rows", kvHeads, "past", wide);
                graph.output("present." + layer + "." + what, F, "rows", kvHeads, "all", wide);
            }
            String attended = inPlace ? inPlace(layer, q, k, v) : concatenated(layer, q, k, v);
            x = node("Add", List.of(x, node("MatMul", List.of(attended, "wo" + layer))));
            normal = norm(x, "mlpNorm" + layer);
            String gate = node("MatMul", List.of(normal, "w1" + layer));
            String silu = node("Mul", List.of(gate, node("Sigmoid", List.of(gate))));
            String product = node("Mul", List.of(silu, node("MatMul", List.of(normal, "w3" + layer))));
            x = node("Add", List.of(x, node("MatMul", List.of(product, "w2" + layer))));
        }
        graph.node("", "MatMul", List.of(norm(x, "lastNorm"), "out"), List.of("logits"));
        graph.output("logits", F, "rows", "tokens", vocabulary);
        return graph.bytes();
    }

    private String inPlace(int layer, String q, String k, String v) {
        String past = "past_key_values." + layer;
        String present = "present." + layer;
        String out = "attended" + layer;
        graph.node(
                MS,
                "GroupQueryAttention",
                List.of(q, k, v, past + ".key", past + ".value", "lengths", "total", "cos", "sin"),
                List.of(out, present + ".key", present + ".value"),
                "num_heads",
                heads,
                "kv_num_heads",
                kvHeads,
                "scale",
                (float) (1 / Math.sqrt(head)),
                "do_rotary",
                1,
                "rotary_interleaved",
                1);
        return out;
    }

    /** What all layers share: cosines and sines of the positions, and which key each query may see. */
    private void concatenated() {
        graph.weights("four", new long[] {0, 0, heads, head / 2, 2}, 5);
        graph.weights("kvFour", new long[] {0, 0, kvHeads, head / 2, 2}, 5);
        graph.weights("flatQ", new long[] {0, 0, heads, head}, 4);
        graph.weights("flatK", new long[] {0, 0, kvHeads, head}, 4);
        graph.weights("grouped", new long[] {0, kvHeads, heads / kvHeads, -1, head}, 5);
        graph.weights("joined", new long[] {0, 0, dim}, 3);
        graph.weights("unit", new long[] {1}, 1);
        graph.weights("aside", new long[] {2, 4}, 2);
        graph.weights("third", new long[] {2}, 1);
        graph.weights("group", new long[] {2}, 1);
        graph.weights("maskAxes", new long[] {1, 2, 3}, 3);
        graph.weights("scale", new float[] {(float) (1 / Math.sqrt(head))}, 1);
        graph.weights("never", new float[] {-1e9f}, 1);
        graph.weights("fine", new float[] {0}, 1);
        for (String wave : List.of("cos", "sin")) {
            String of = node("Gather", List.of(wave, "position_ids"), "axis", 0);
            graph.node("", "Unsqueeze", List.of(of, "aside"), List.of(wave + "Here"));
        }
        String total =
                node("Squeeze", List.of(node("Gather", List.of(node("Shape", List.of("attention_mask")), "one"))));
        String tokens = node("Squeeze", List.of(node("Gather", List.of(node("Shape", List.of("input_ids")), "one"))));
        String step = node("Squeeze", List.of("one"));
        String start = node("Squeeze", List.of("zero"));
        String keys = node("Range", List.of(start, total, step));
        String queries = node("Range", List.of(node("Sub", List.of(total, tokens)), total, step));
        String before = node("LessOrEqual", List.of(keys, node("Unsqueeze", List.of(queries, "one"))));
        String there = node("Greater", List.of(node("Unsqueeze", List.of("attention_mask", "maskAxes")), "zero"));
        String seen = node("And", List.of(before, there));
        graph.node("", "Where", List.of(seen, "fine", "never"), List.of("bias"));
    }

    private String rotated(String x, String shape, String flat) {
        String pairs = node("Reshape", List.of(x, shape));
        String a = "a" + made;
        String b = "b" + made++;
        graph.node("", "Split", List.of(pairs), List.of(a, b), "axis", -1);
        String first = node("Sub", List.of(node("Mul", List.of(a, "cosHere")), node("Mul", List.of(b, "sinHere"))));
        String second = node("Add", List.of(node("Mul", List.of(a, "sinHere")), node("Mul", List.of(b, "cosHere"))));
        String both = node("Concat", List.of(first, second), "axis", -1);
        return node("Transpose", List.of(node("Reshape", List.of(both, flat))), "perm", new long[] {0, 2, 1, 3});
    }

    private String concatenated(int layer, String q, String k, String v) {
        String past = "past_key_values." + layer;
        String present = "present." + layer;
        String query = rotated(q, "four", "flatQ");
        String key = rotated(k, "kvFour", "flatK");
        String value =
                node("Transpose", List.of(node("Reshape", List.of(v, "flatK"))), "perm", new long[] {0, 2, 1, 3});
        graph.node("", "Concat", List.of(past + ".key", key), List.of(present + ".key"), "axis", 2);
        graph.node("", "Concat", List.of(past + ".value", value), List.of(present + ".value"), "axis", 2);
        String groups = node("Reshape", List.of(query, "grouped"));
        String keys = node("Unsqueeze", List.of(present + ".key", "group"));
        String values = node("Unsqueeze", List.of(present + ".value", "group"));
        String turned = node("Transpose", List.of(keys), "perm", new long[] {0, 1, 2, 4, 3});
        String scores = node("Mul", List.of(node("MatMul", List.of(groups, turned)), "scale"));
        String weights = node("Softmax", List.of(node("Add", List.of(scores, "bias"))), "axis", -1);
        String mixed = node("MatMul", List.of(weights, values));
        String flat = node("Transpose", List.of(mixed), "perm", new long[] {0, 3, 1, 2, 4});
        return node("Reshape", List.of(flat, "joined"));
    }

    /** Scores of pieces as merges: of two neighbours, those that make the best piece are joined first. */
    private static byte[] tokenizer(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        in.getInt();
        List<String> pieces = new ArrayList<>();
        List<Float> scores = new ArrayList<>();
        while (in.hasRemaining()) {
            scores.add(in.getFloat());
            byte[] piece = new byte[in.getInt()];
            in.get(piece);
            pieces.add(
                    new String(piece, StandardCharsets.UTF_8).strip().matches("<\\S+>")
                            ? new String(piece, StandardCharsets.UTF_8).strip()
                            : new String(piece, StandardCharsets.UTF_8).replace(' ', '\u2581'));
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            numbers.putIfAbsent(pieces.get(i), i);
        }
        record Merge(float score, String left, String right) {}
        List<Merge> merges = new ArrayList<>();
        numbers.forEach((piece, id) -> {
            for (int cut = 1; cut < piece.length() && !piece.startsWith("<0x"); cut++) {
                if (numbers.containsKey(piece.substring(0, cut)) && numbers.containsKey(piece.substring(cut))) {
                    merges.add(new Merge(scores.get(id), piece.substring(0, cut), piece.substring(cut)));
                }
            }
        });
        merges.sort(Comparator.comparing(Merge::score).reversed());
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = (ObjectNode) json.readTree("""
                {"version": "1.0", "truncation": null, "padding": null,
                 "added_tokens": [
                   {"id": 0, "content": "<unk>", "special": true, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false},
                   {"id": 1, "content": "<s>", "special": true, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false},
                   {"id": 2, "content": "</s>", "special": true, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false}],
                 "normalizer": {"type": "Sequence", "normalizers": [
                   {"type": "Prepend", "prepend": "\u2581"},
                   {"type": "Replace", "pattern": {"String": " "}, "content": "\u2581"}]},
                 "pre_tokenizer": null,
                 "post_processor": {"type": "TemplateProcessing",
                   "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
                   "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
                   "special_tokens": {"<s>": {"id": "<s>", "ids": [1], "tokens": ["<s>"]}}},
                 "decoder": {"type": "Sequence", "decoders": [
                   {"type": "Replace", "pattern": {"String": "\u2581"}, "content": " "},
                   {"type": "ByteFallback"}, {"type": "Fuse"},
                   {"type": "Strip", "content": " ", "start": 1, "stop": 0}]},
                 "model": {"type": "BPE", "dropout": null, "unk_token": "<unk>", "continuing_subword_prefix": null,
                   "end_of_word_suffix": null, "fuse_unk": true, "byte_fallback": true, "ignore_merges": false}}
                """);
        ObjectNode model = (ObjectNode) root.get("model");
        ObjectNode vocab = model.putObject("vocab");
        numbers.forEach(vocab::put);
        ArrayNode all = model.putArray("merges");
        merges.forEach(merge -> all.add(merge.left + " " + merge.right));
        return json.writeValueAsBytes(root);
    }
}
