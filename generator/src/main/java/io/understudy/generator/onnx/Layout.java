package io.understudy.generator.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import io.understudy.core.BadDataException;
import io.understudy.onnx.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a decoder takes and gives, as its graph says.
 *
 * @param ids name of the input with tokens, [rows, tokens]
 * @param mask name of the input that says which positions count, [rows, past + tokens]; empty: none
 * @param positions name of the input with positions, [rows, tokens]; empty: none
 * @param branch name of the switch between a first and a later run that merged exports have; empty: none
 * @param keep name of the input that says how many positions' logits to give; empty: none
 * @param logits name of the output, [rows, tokens, vocabulary]
 * @param logitsType of a number in it
 * @param vocabulary number of tokens
 * @param types of the whole-number inputs, by name
 * @param states what is handed from run to run
 * @param way how rows are decoded
 */
record Layout(
        String ids,
        String mask,
        String positions,
        String branch,
        String keep,
        String logits,
        OnnxJavaType logitsType,
        int vocabulary,
        Map<String, OnnxJavaType> types,
        List<State> states,
        Way way) {

    /** How rows are decoded. */
    enum Way {
        /** Together; all states are written in place. */
        IN_PLACE,
        /** Together, each with a gap between its past and its next token. To be tried: not every graph allows it. */
        GAPPED,
        /** One by one. */
        ALONE
    }

    /** Operators whose numbers depend on all rows of a run. */
    private static final Set<String> MIXING =
            Set.of("DynamicQuantizeLinear", "DynamicQuantizeMatMul", "DynamicQuantizeLSTM", "QAttention");

    /** Keys, values or another memory, of one row. */
    static final class State {
        private final String past;
        private final String present;
        private final long[] shape;
        private final int growing;
        private final OnnxJavaType type;

        State(String past, String present, long[] shape, int growing, OnnxJavaType type) {
            this.past = past;
            this.present = present;
            this.shape = shape.clone();
            this.growing = growing;
            this.type = type;
        }

        /** Name of the input. */
        String past() {
            return past;
        }

        /** Name of the output. */
        String present() {
            return present;
        }

        /** With nothing in it yet: 0 where positions are counted. */
        long[] shape() {
            return shape.clone();
        }

        long dimension(int index) {
            return shape[index];
        }

        /** Index in the shape where positions are counted; -1 where the state has one size. */
        int growing() {
            return growing;
        }

        OnnxJavaType type() {
            return type;
        }

        int elementBytes() {
            return type == OnnxJavaType.FLOAT ? 4 : 2;
        }
    }

    boolean shared() {
        return way == Way.IN_PLACE;
    }

    /** The same, rows decoded one by one. */
    Layout alone() {
        return new Layout(ids, mask, positions, branch, keep, logits, logitsType, vocabulary, types, states, Way.ALONE);
    }

    /** Bytes that a row's memory grows by with each token. */
    long tokenBytes() {
        long bytes = 0;
        for (State state : states) {
            long each = state.growing() < 0 ? 0 : state.elementBytes();
            for (int i = 0; i < state.shape().length; i++) {
                each *= i == state.growing() ? 1 : state.dimension(i);
            }
            bytes += each;
        }
        return bytes;
    }

    /** @throws BadDataException if the graph is no decoder with a cache */
    static Layout of(Graph graph) {
        try {
            return new Reader(
                            graph,
                            graph.session().getInputInfo(),
                            graph.session().getOutputInfo())
                    .read();
        } catch (OrtException e) {
            throw new BadDataException(graph.file().path().toString(), 0, "does not say what it takes and gives");
        }
    }

    private static final Set<OnnxJavaType> SCORES = Set.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16);

    private record Reader(Graph graph, Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs) {

        Layout read() {
            Set<String> left = new TreeSet<>(inputs.keySet());
            String ids = take(left, "input_ids");
            if (ids.isEmpty() && inputs.containsKey("inputs_embeds")) {
                throw refused("takes inputs_embeds, which another model must make; expected a decoder of text alone");
            }
            String logits = outputs.containsKey("logits") ? "logits" : "";
            if (ids.isEmpty() || logits.isEmpty() || tensor(outputs.get(logits)).getShape().length != 3) {
                throw refused("takes " + names(inputs) + " and gives " + names(outputs)
                        + "; expected a decoder that takes input_ids and gives logits for each token");
            }
            String mask = take(left, "attention_mask");
            String positions = take(left, "position_ids");
            if (!positions.isEmpty() && tensor(inputs.get(positions)).getShape().length != 2) {
                throw refused(
                        "counts positions in more than one direction, as models of pictures do; expected text alone");
            }
            String branch = take(left, "use_cache_branch");
            String keep = take(left, "num_logits_to_keep");
            boolean remembers =
                    left.stream().anyMatch(past -> candidates(past).stream().anyMatch(outputs::containsKey));
            if (!remembers) {
                throw refused(
                        "has no cache: its only inputs are " + names(inputs)
                                + "; expected a decoder with past keys and values, export it 'with past', or a model for another task was taken");
            }
            List<State> states = left.stream().map(this::state).toList();
            long[] shape = tensor(outputs.get(logits)).getShape();
            return new Layout(
                    ids,
                    mask,
                    positions,
                    branch,
                    keep,
                    logits,
                    tensor(outputs.get(logits)).type,
                    (int) shape[2],
                    types(ids, mask, positions, keep),
                    states,
                    way(states, mask, positions, branch));
        }

        private Map<String, OnnxJavaType> types(String... names) {
            Map<String, OnnxJavaType> types = new java.util.HashMap<>();
            for (String name : names) {
                if (!name.isEmpty()) {
                    types.put(name, tensor(inputs.get(name)).type);
                }
            }
            return Map.copyOf(types);
        }

        private Way way(List<State> states, String mask, String positions, String branch) {
            Set<String> operators = graph.file().operators();
            boolean together = !mask.isEmpty()
                    && branch.isEmpty()
                    && SCORES.contains(tensor(outputs.get("logits")).type)
                    && operators.stream().noneMatch(MIXING::contains)
                    && states.stream()
                            .allMatch(state -> state.shape().length == 4
                                    && state.growing() == 2
                                    && state.dimension(1) > 0
                                    && state.dimension(3) > 0);
            boolean fused = operators.contains("MultiHeadAttention") || operators.contains("Attention");
            if (!together || fused) {
                return Way.ALONE;
            }
            // In place only where attention writes behind a row's past.
            return operators.contains("GroupQueryAttention")
                    ? Way.IN_PLACE
                    : positions.isEmpty() ? Way.ALONE : Way.GAPPED;
        }

        private State state(String past) {
            String present = candidates(past).stream()
                    .filter(outputs::containsKey)
                    .findFirst()
                    .orElseThrow(() -> refused("takes " + past + ", and gives no output that goes there; takes "
                            + names(inputs) + ", gives " + names(outputs)));
            TensorInfo info = tensor(inputs.get(past));
            if (info.type != OnnxJavaType.FLOAT && info.type != OnnxJavaType.FLOAT16) {
                throw refused("keeps " + past + " as " + info.type + "; expected FLOAT or FLOAT16");
            }
            long[] shape = info.getShape();
            // Keys and values in one tensor have the row second.
            int row = shape.length == 5 ? 1 : 0;
            int growing = -1;
            for (int i = 0; i < shape.length; i++) {
                if (i == row) {
                    shape[i] = 1;
                } else if (shape[i] < 0) {
                    if (growing >= 0 || shape.length < 4) {
                        throw refused("takes " + past + " of shape "
                                + Arrays.toString(tensor(inputs.get(past)).getShape())
                                + ", which does not say what is counted where");
                    }
                    growing = i;
                    shape[i] = 0;
                }
            }
            return new State(past, present, shape, growing, info.type);
        }

        /** Names that exports give the output that becomes this input. */
        private static List<String> candidates(String past) {
            List<String> names = new ArrayList<>();
            names.add(past.replace("past_key_values", "present"));
            names.add(past.replace("past_key_values", "present_key_values"));
            names.add(past.replace("past", "present"));
            names.add(past.replace("past", "present").replace(".key", "_key").replace(".value", "_value"));
            names.add(past + "_out");
            names.remove(past);
            return names;
        }

        private String take(Set<String> left, String name) {
            return left.remove(name) ? name : "";
        }

        private static TensorInfo tensor(NodeInfo node) {
            return (TensorInfo) node.getInfo();
        }

        private static String names(Map<String, NodeInfo> nodes) {
            List<String> names = new ArrayList<>(new TreeSet<>(nodes.keySet()));
            return names.size() <= 6
                    ? String.join(", ", names)
                    : String.join(", ", names.subList(0, 6)) + ", ... (" + names.size() + ")";
        }

        private BadDataException refused(String problem) {
            return new BadDataException(graph.file().path().toString(), 0, problem);
        }
    }
}
