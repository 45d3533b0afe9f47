package io.understudy.onnx.testing;

import static io.understudy.onnx.Wire.field;
import static io.understudy.onnx.Wire.join;
import static io.understudy.onnx.Wire.number;
import static io.understudy.onnx.Wire.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes small ONNX files: the messages of onnx.proto by their field numbers. */
public final class GraphWriter {

    public static final int FLOAT = 1;
    public static final int INT64 = 7;

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

    /** @param dims a number, or a name where any will do */
    public GraphWriter input(String name, int type, Object... dims) {
        return put(11, value(name, type, dims));
    }

    public GraphWriter output(String name, int type, Object... dims) {
        return put(12, value(name, type, dims));
    }

    /**
     * @param domain empty for the standard operators
     * @param attributes name, value, name, value ...: whole numbers, floats or lists of whole numbers
     */
    public GraphWriter node(
            String domain, String operator, List<String> inputs, List<String> outputs, Object... attributes) {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        inputs.forEach(input -> node.writeBytes(text(1, input)));
        outputs.forEach(output -> node.writeBytes(text(2, output)));
        node.writeBytes(text(4, operator));
        for (int i = 0; i < attributes.length; i += 2) {
            node.writeBytes(field(5, attribute((String) attributes[i], attributes[i + 1])));
        }
        node.writeBytes(text(7, domain));
        return put(1, node.toByteArray());
    }

    public GraphWriter weights(String name, float[] values, long... dims) {
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return tensor(name, FLOAT, data.array(), dims);
    }

    public GraphWriter weights(String name, long[] values, long... dims) {
        ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asLongBuffer().put(values);
        return tensor(name, INT64, data.array(), dims);
    }

    private GraphWriter tensor(String name, int type, byte[] data, long... dims) {
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        for (long dim : dims) {
            tensor.writeBytes(number(1, dim));
        }
        tensor.writeBytes(number(2, type));
        tensor.writeBytes(text(8, name));
        tensor.writeBytes(field(9, data));
        return put(5, tensor.toByteArray());
    }

    /** The whole file. */
    public byte[] bytes() {
        return bytes(17);
    }

    /** @param version of the standard operators */
    public byte[] bytes(int version) {
        byte[] named = join(graph.toByteArray(), text(2, "graph"));
        byte[] standard = join(text(1, ""), number(2, version));
        byte[] microsoft = join(text(1, "com.microsoft"), number(2, 1));
        return join(number(1, 8), field(7, named), field(8, standard), field(8, microsoft));
    }

    private GraphWriter put(int number, byte[] content) {
        graph.writeBytes(field(number, content));
        return this;
    }

    private static byte[] value(String name, int type, Object... dims) {
        ByteArrayOutputStream shape = new ByteArrayOutputStream();
        for (Object dim : dims) {
            shape.writeBytes(
                    field(1, dim instanceof String any ? text(2, any) : number(1, ((Number) dim).longValue())));
        }
        byte[] tensor = join(number(1, type), field(2, shape.toByteArray()));
        return join(text(1, name), field(2, field(1, tensor)));
    }

    private static byte[] attribute(String name, Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text(1, name));
        if (value instanceof Float real) {
            byte[] four = ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(real)
                    .array();
            out.writeBytes(join(new byte[] {(2 << 3) | 5}, four, number(20, 1)));
        } else if (value instanceof long[] list) {
            for (long each : list) {
                out.writeBytes(number(8, each));
            }
            out.writeBytes(number(20, 7));
        } else {
            out.writeBytes(join(number(3, ((Number) value).longValue()), number(20, 2)));
        }
        return out.toByteArray();
    }
}
