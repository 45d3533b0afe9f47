package io.understudy.ner.onnx;

import io.understudy.core.BadDataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Checks that a graph's weights lie in the graph's own folder. An ONNX file may name other files for its weights
 * ({@code TensorProto.external_data}, key {@code location}, relative to the file); a hostile one names
 * {@code ../../somewhere}. Walks the protobuf messages that can hold a tensor and reads nothing else.
 */
final class ExternalData {

    // Field numbers of onnx.proto.
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_TENSOR = 5;
    private static final int ATTRIBUTE_GRAPH = 6;
    private static final int TENSOR_EXTERNAL_DATA = 13;
    private static final int ENTRY_KEY = 1;
    private static final int ENTRY_VALUE = 2;

    private static final int DEEPEST = 32;

    private enum Message {
        MODEL,
        GRAPH,
        NODE,
        ATTRIBUTE,
        TENSOR
    }

    private final Path file;

    private ExternalData(Path file) {
        this.file = file;
    }

    /** @throws BadDataException if a tensor's data lies outside the folder, or the file is no protobuf message */
    static void check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            // A graph over 2 GB must keep its weights outside, by the limit of protobuf.
            if (channel.size() > Integer.MAX_VALUE) {
                throw broken(file);
            }
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            new ExternalData(file).walk(bytes, Message.MODEL, 0);
        }
    }

    private void walk(ByteBuffer bytes, Message message, int depth) {
        if (depth > DEEPEST) {
            throw broken(file);
        }
        while (bytes.hasRemaining()) {
            long key = varint(bytes);
            int field = (int) (key >>> 3);
            switch ((int) (key & 7)) {
                case 0 -> varint(bytes);
                case 1 -> skip(bytes, 8);
                case 2 -> inside(part(bytes), message, field, depth);
                case 5 -> skip(bytes, 4);
                default -> throw broken(file);
            }
        }
    }

    private void inside(ByteBuffer part, Message message, int field, int depth) {
        switch (message) {
            case MODEL -> walkIf(field == MODEL_GRAPH, part, Message.GRAPH, depth);
            case GRAPH -> {
                walkIf(field == GRAPH_NODE, part, Message.NODE, depth);
                walkIf(field == GRAPH_INITIALIZER, part, Message.TENSOR, depth);
            }
            case NODE -> walkIf(field == NODE_ATTRIBUTE, part, Message.ATTRIBUTE, depth);
            case ATTRIBUTE -> {
                walkIf(field == ATTRIBUTE_TENSOR, part, Message.TENSOR, depth);
                walkIf(field == ATTRIBUTE_GRAPH, part, Message.GRAPH, depth);
            }
            case TENSOR -> {
                if (field == TENSOR_EXTERNAL_DATA) {
                    entry(part);
                }
            }
        }
    }

    private void walkIf(boolean is, ByteBuffer part, Message message, int depth) {
        if (is) {
            walk(part, message, depth + 1);
        }
    }

    private void entry(ByteBuffer bytes) {
        String name = "";
        String value = "";
        while (bytes.hasRemaining()) {
            long key = varint(bytes);
            if ((key & 7) != 2) {
                throw broken(file);
            }
            String text = StandardCharsets.UTF_8.decode(part(bytes)).toString();
            if (key >>> 3 == ENTRY_KEY) {
                name = text;
            } else if (key >>> 3 == ENTRY_VALUE) {
                value = text;
            }
        }
        if (name.equals("location") && !lies(value)) {
            throw new BadDataException(
                    file.toString(),
                    0,
                    "keeps weights in a file outside its own folder; a model must bring all its files, take it from a source you trust");
        }
    }

    private boolean lies(String location) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        try {
            Path target = folder.resolve(location.replace('\\', '/')).normalize();
            return !target.equals(folder) && target.startsWith(folder);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private ByteBuffer part(ByteBuffer bytes) {
        long length = varint(bytes);
        if (length < 0 || length > bytes.remaining()) {
            throw broken(file);
        }
        ByteBuffer part = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return part;
    }

    private void skip(ByteBuffer bytes, int length) {
        if (length > bytes.remaining()) {
            throw broken(file);
        }
        bytes.position(bytes.position() + length);
    }

    private long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (!bytes.hasRemaining()) {
                throw broken(file);
            }
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw broken(file);
    }

    private static BadDataException broken(Path file) {
        return new BadDataException(
                file.toString(),
                0,
                "is no whole ONNX model; it may be cut short or be of another kind, fetch it again");
    }
}
