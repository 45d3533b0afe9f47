package io.understudy.onnx;

import com.sun.jna.Memory;
import com.sun.management.OperatingSystemMXBean;
import io.understudy.core.BadDataException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An ONNX file, looked at before it is loaded. It may keep its weights in other files
 * ({@code TensorProto.external_data}, key {@code location}, relative to the file); a hostile one names
 * {@code ../../somewhere}, one that was fetched by halves names a file that is missing or short. Walks the protobuf
 * messages that can hold a tensor and reads nothing else.
 */
public final class GraphFile {

    private static final int DEEPEST = 32;

    /** Messages of onnx.proto, each with the fields that lead to a tensor. */
    private enum Message {
        MODEL,
        TRAINING,
        FUNCTION,
        GRAPH,
        NODE,
        ATTRIBUTE,
        SPARSE,
        TENSOR;

        Message in(int field) {
            return switch (this) {
                case MODEL -> field == 7 ? GRAPH : field == 20 ? TRAINING : field == 25 ? FUNCTION : null;
                case TRAINING -> field == 1 || field == 2 ? GRAPH : null;
                case FUNCTION -> field == 7 ? NODE : null;
                case GRAPH -> field == 1 ? NODE : field == 5 ? TENSOR : field == 15 ? SPARSE : null;
                case NODE -> field == 5 ? ATTRIBUTE : null;
                case ATTRIBUTE ->
                    switch (field) {
                        case 5, 10 -> TENSOR;
                        case 6, 11 -> GRAPH;
                        case 22, 23 -> SPARSE;
                        default -> null;
                    };
                case SPARSE -> field == 1 || field == 2 ? TENSOR : null;
                case TENSOR -> null;
            };
        }
    }

    private static final int NODE_OPERATOR = 4;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_RAW_DATA = 9;
    private static final int TENSOR_EXTERNAL_DATA = 13;

    private final Path path;
    private final Set<String> operators = new TreeSet<>();
    /** By the numbers of TensorProto.DataType. */
    private final Map<Integer, Long> weights = new HashMap<>();

    private final Map<Path, Long> otherFiles = new HashMap<>();
    private Optional<LastLogits> change = Optional.empty();

    private GraphFile(Path path) {
        this.path = path;
    }

    /**
     * @throws BadDataException if a tensor's data lies outside the folder, is not there or is cut short, or the file is
     *     no protobuf message
     */
    public static GraphFile read(Path path) throws IOException {
        return read(path, false);
    }

    /**
     * As {@link #read}, of a decoder: where a graph makes the logits of all tokens and can be told to make the last
     * ones only, it takes a scalar {@value LastLogits#INPUT} once it is opened, as some exports do of themselves.
     */
    public static GraphFile readDecoder(Path path) throws IOException {
        return read(path, true);
    }

    private static GraphFile read(Path path, boolean decoder) throws IOException {
        GraphFile file = new GraphFile(path);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            // A graph over 2 GB must keep its weights outside, by the limit of protobuf.
            if (channel.size() > Integer.MAX_VALUE || channel.size() == 0) {
                throw file.broken();
            }
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            file.walk(bytes, Message.MODEL, 0);
            if (decoder) {
                file.change = LastLogits.of(bytes, file::broken);
            }
        } catch (NoSuchFileException e) {
            throw new BadDataException(path.toString(), 0, "no such file");
        }
        return file;
    }

    public Path path() {
        return path;
    }

    /** Types of the nodes, such as {@code GroupQueryAttention}. */
    public Set<String> operators() {
        return Collections.unmodifiableSet(operators);
    }

    /** Bytes of weights by the numbers of {@code TensorProto.DataType}: 1 is float, 10 half float, 2 bytes. */
    public Map<Integer, Long> weights() {
        return Collections.unmodifiableMap(weights);
    }

    /** Bytes of this file and of those it names. */
    public long bytes() throws IOException {
        return Files.size(path)
                + otherFiles.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The file in memory, changed as a decoder is.
     *
     * @return empty if nothing is to be changed, or the whole would be larger than one message can be; to be closed
     */
    Optional<Memory> changed() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size() + change.map(LastLogits::added).orElse(0);
            if (change.isEmpty() || size > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            Memory memory = new Memory(size);
            ByteBuffer bytes = memory.getByteBuffer(0, size);
            while (bytes.position() < channel.size() && channel.read(bytes) >= 0) {
                // Until all is there.
            }
            change.get().change(bytes);
            return Optional.of(memory);
        }
    }

    /** @throws BadDataException if the weights alone are more than this machine's memory */
    public void checkFitsMemory() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        try {
            if (memory > 0 && bytes() > memory) {
                throw new BadDataException(
                        path.toString(),
                        0,
                        "is too large: %.1f GB of weights, and this machine has %.1f GB of memory; take a smaller or more strongly quantized model"
                                .formatted(bytes() / 1e9, memory / 1e9));
            }
        } catch (IOException e) {
            throw new BadDataException(path.toString(), 0, "cannot be read");
        }
    }

    private void walk(ByteBuffer bytes, Message message, int depth) {
        if (depth > DEEPEST) {
            throw broken();
        }
        Tensor tensor = message == Message.TENSOR ? new Tensor() : null;
        for (Wire fields = new Wire(bytes, this::broken); fields.next(); ) {
            int field = fields.field();
            if (tensor != null) {
                tensor.take(fields);
            } else if (fields.hasContent() && message == Message.NODE && field == NODE_OPERATOR) {
                operators.add(fields.text());
            } else if (fields.hasContent() && message.in(field) != null) {
                walk(fields.content(), message.in(field), depth + 1);
            }
        }
        if (tensor != null) {
            tensor.check();
        }
    }

    /** What a tensor says of where its data is. */
    private final class Tensor {
        private int type;
        private long bytes;
        private final Map<String, String> elsewhere = new HashMap<>();

        void take(Wire fields) {
            if (!fields.hasContent()) {
                type = fields.field() == TENSOR_TYPE ? (int) fields.number() : type;
            } else if (fields.field() == TENSOR_RAW_DATA) {
                bytes = fields.content().remaining();
            } else if (fields.field() == TENSOR_EXTERNAL_DATA) {
                entry(fields.content());
            }
        }

        private void entry(ByteBuffer entry) {
            String name = "";
            String value = "";
            for (Wire fields = new Wire(entry, GraphFile.this::broken); fields.next(); ) {
                if (!fields.hasContent()) {
                    throw broken();
                }
                if (fields.field() == 1) {
                    name = fields.text();
                } else if (fields.field() == 2) {
                    value = fields.text();
                }
            }
            // The last of several would do; a hostile file must not hide one behind another.
            if (name.equals("location")) {
                checkInside(value);
            }
            elsewhere.put(name, value);
        }

        void check() {
            if (elsewhere.containsKey("location")) {
                bytes = number("length");
                long end = number("offset") + bytes;
                Path target = folder().resolve(elsewhere.get("location").replace('\\', '/'));
                Long size = otherFiles.computeIfAbsent(target, GraphFile::size);
                if (size == null || size < end) {
                    throw new BadDataException(
                            path.toString(),
                            0,
                            "keeps weights in " + target.getFileName() + ", which is "
                                    + (size == null ? "not there" : "cut short") + "; fetch it again");
                }
            }
            weights.merge(type, bytes, Long::sum);
        }

        private long number(String key) {
            try {
                long number = Long.parseLong(elsewhere.getOrDefault(key, "0"));
                if (number < 0) {
                    throw broken();
                }
                return number;
            } catch (NumberFormatException e) {
                throw broken();
            }
        }
    }

    private static Long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : null;
        } catch (IOException e) {
            return null;
        }
    }

    Path folder() {
        return path.toAbsolutePath().normalize().getParent();
    }

    private void checkInside(String location) {
        boolean inside;
        try {
            Path target = folder().resolve(location.replace('\\', '/')).normalize();
            inside = !target.equals(folder()) && target.startsWith(folder());
        } catch (InvalidPathException e) {
            inside = false;
        }
        if (!inside) {
            throw new BadDataException(
                    path.toString(),
                    0,
                    "keeps weights in a file outside its own folder; a model must bring all its files, take it from a source you trust");
        }
    }

    private BadDataException broken() {
        return new BadDataException(
                path.toString(),
                0,
                "is no whole ONNX model; it may be cut short or be of another kind, fetch it again");
    }
}
