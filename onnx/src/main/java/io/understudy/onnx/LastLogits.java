package io.understudy.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A change to a decoder's graph in memory: it takes {@value #INPUT}, as some exports do of themselves, and makes the
 * logits of that many last tokens only. They are the widest product of a graph, and while a prompt is read those of its
 * last token alone are of use. The change is a letter in the name of what the last product takes, and, behind the file,
 * the nodes that make what has the new name: protobuf takes two messages one after the other for one.
 */
final class LastLogits {

    /** A whole number; 0: of all tokens. */
    static final String INPUT = "num_logits_to_keep";

    private static final String OURS = "understudy.";
    private static final String LOGITS = "logits";

    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_NAME = 3;
    private static final int NODE_OPERATOR = 4;
    private static final int INT64 = 7;

    /** What may lie between the product and the logits: each number for itself. */
    private static final Set<String> EACH_FOR_ITSELF = Set.of("Cast", "Tanh", "Mul", "Div");

    /** Position of the byte to be changed. */
    private final int at;

    private final byte letter;
    private final byte[] added;

    private LastLogits(int at, byte letter, byte[] added) {
        this.at = at;
        this.letter = letter;
        this.added = added;
    }

    /**
     * @param model a whole file
     * @param broken what to throw where it is no protobuf message
     * @return empty if the graph has such an input, or its logits are made in a way that is not known here
     */
    static Optional<LastLogits> of(ByteBuffer model, Supplier<? extends RuntimeException> broken) {
        return new Reader(broken).read(model);
    }

    /** Bytes that come behind the file. */
    int added() {
        return added.length;
    }

    /** @param model the file, from position 0 to the position, and room behind it */
    void change(ByteBuffer model) {
        model.put(at, letter).put(added);
    }

    /** @param last positions of the inputs' last bytes, in the file */
    private record Node(String operator, List<String> inputs, List<Integer> last) {}

    private static final class Reader {
        private final Supplier<? extends RuntimeException> broken;
        private final Map<String, Node> makers = new HashMap<>();
        private final Set<String> names = new HashSet<>();

        Reader(Supplier<? extends RuntimeException> broken) {
            this.broken = broken;
        }

        Optional<LastLogits> read(ByteBuffer model) {
            for (Wire fields = new Wire(model, broken); fields.next(); ) {
                if (fields.hasContent() && fields.field() == MODEL_GRAPH) {
                    graph(fields.content());
                }
            }
            Node product = names.contains(INPUT) ? null : product();
            if (product == null) {
                return Optional.empty();
            }
            String hidden = product.inputs().get(0);
            return changed(hidden).map(other -> {
                int last = other.length() - 1;
                return new LastLogits(product.last().get(0), (byte) other.charAt(last), addition(hidden, other));
            });
        }

        private void graph(ByteBuffer graph) {
            for (Wire fields = new Wire(graph, broken); fields.next(); ) {
                if (fields.hasContent() && fields.field() == GRAPH_NODE) {
                    node(fields.content());
                } else if (fields.hasContent() && fields.field() == GRAPH_INPUT) {
                    input(fields.content());
                }
            }
        }

        private void input(ByteBuffer input) {
            for (Wire fields = new Wire(input, broken); fields.next(); ) {
                if (fields.hasContent() && fields.field() == 1) {
                    names.add(fields.text());
                }
            }
        }

        private void node(ByteBuffer bytes) {
            String operator = "";
            List<String> inputs = new ArrayList<>();
            List<Integer> last = new ArrayList<>();
            List<String> outputs = new ArrayList<>();
            for (Wire fields = new Wire(bytes, broken); fields.next(); ) {
                if (!fields.hasContent()) {
                    continue;
                }
                switch (fields.field()) {
                    case NODE_INPUT -> {
                        inputs.add(fields.text());
                        last.add(fields.content().limit() - 1);
                    }
                    case NODE_OUTPUT -> outputs.add(fields.text());
                    case NODE_OPERATOR -> operator = fields.text();
                    default -> {}
                }
            }
            names.addAll(inputs);
            names.addAll(outputs);
            Node node = new Node(operator, inputs, last);
            outputs.forEach(output -> makers.put(output, node));
        }

        /** The node whose product the logits are; null if it is not known. */
        private Node product() {
            Node node = makers.get(LOGITS);
            for (int steps = 0; node != null && EACH_FOR_ITSELF.contains(node.operator()) && steps < 8; steps++) {
                List<Node> before = node.inputs().stream()
                        .map(makers::get)
                        .filter(maker -> maker != null && !maker.operator().equals("Constant"))
                        .toList();
                node = before.size() == 1 ? before.get(0) : null;
            }
            boolean product = node != null
                    && (node.operator().equals("MatMul") || node.operator().equals("MatMulNBits"))
                    && !node.inputs().isEmpty();
            Node maker = product ? makers.get(node.inputs().get(0)) : null;
            // What is between numbers and their quantized form must stay there, or the runtime no longer sees the pair.
            return maker == null || maker.operator().equals("DequantizeLinear") ? null : node;
        }

        /** The name with another last letter, which no other has. */
        private Optional<String> changed(String name) {
            if (name.isEmpty() || name.charAt(name.length() - 1) > '~') {
                return Optional.empty();
            }
            for (char letter = '!'; letter <= '~'; letter++) {
                String other = name.substring(0, name.length() - 1) + letter;
                if (!names.contains(other)) {
                    return Optional.of(other);
                }
            }
            return Optional.empty();
        }
    }

    /** Positions are counted from the end: the first one kept is minus their number, and 0 is the first of all. */
    private static byte[] addition(String hidden, String kept) {
        byte[] graph = Wire.join(
                node("Mul", List.of(INPUT, OURS + "minus"), OURS + "first"),
                node("Slice", List.of(hidden, OURS + "first", OURS + "end", OURS + "axis"), kept),
                constant(OURS + "minus", -1),
                constant(OURS + "end", Long.MAX_VALUE),
                constant(OURS + "axis", 1),
                scalar());
        return Wire.field(MODEL_GRAPH, graph);
    }

    private static byte[] node(String operator, List<String> inputs, String output) {
        byte[] names = new byte[0];
        for (String input : inputs) {
            names = Wire.join(names, Wire.text(NODE_INPUT, input));
        }
        byte[] rest = Wire.join(
                Wire.text(NODE_OUTPUT, output),
                Wire.text(NODE_NAME, OURS + operator),
                Wire.text(NODE_OPERATOR, operator));
        return Wire.field(GRAPH_NODE, Wire.join(names, rest));
    }

    /** [1] */
    private static byte[] constant(String name, long value) {
        byte[] data = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return Wire.field(
                GRAPH_INITIALIZER,
                Wire.join(Wire.number(1, 1), Wire.number(2, INT64), Wire.text(8, name), Wire.field(9, data)));
    }

    /** The input, of no dimension. */
    private static byte[] scalar() {
        byte[] type = Wire.field(1, Wire.join(Wire.number(1, INT64), Wire.field(2, new byte[0])));
        return Wire.field(GRAPH_INPUT, Wire.join(Wire.text(1, INPUT), Wire.field(2, type)));
    }
}
