package io.understudy.formats.spacy;

import io.understudy.core.BadDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.msgpack.core.MessageInsufficientBufferException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/** A whole file, unpacked: rows of numbers, and what is said document by document. Its lengths are checked. */
final class DocBinFile {

    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_STRING = 64 << 20;
    private static final byte EMPTY_ARRAY = (byte) 0x90;
    static final byte EMPTY_MAP = (byte) 0x80;

    private final String file;
    private final Inflated in;
    private final MessageUnpacker unpack;
    private final StringIds ids = new StringIds();
    private final Map<Integer, Integer> columns = new HashMap<>();
    private final List<Integer> attributes = new ArrayList<>();
    private final List<Map<String, Double>> cats = new ArrayList<>();
    private final List<Boolean> unknownSpaces = new ArrayList<>();
    private final List<byte[]> spanGroups = new ArrayList<>();
    private final List<byte[]> userData = new ArrayList<>();
    private ByteBuffer tokens = ByteBuffer.allocate(0);
    private byte[] spaces = {};
    private int[] lengths = {};

    private DocBinFile(InputStream in, String file) {
        this.file = file;
        this.in = new Inflated(in, file);
        this.unpack = new MessagePack.UnpackerConfig()
                .withStringSizeLimit(LONGEST_STRING)
                .newUnpacker(this.in);
    }

    /** @throws BadDataException if it is no DocBin, or one that lies about its lengths */
    static DocBinFile read(InputStream in, String file) throws IOException {
        DocBinFile bin = new DocBinFile(in, file);
        try {
            bin.members();
        } catch (MessageInsufficientBufferException e) {
            throw bin.wrong("the MessagePack data ends early; the file was cut off, or a length in it is wrong");
        } catch (MessagePackException e) {
            throw bin.wrong("the MessagePack data is not that of a DocBin");
        }
        bin.check();
        return bin;
    }

    int[] lengths() {
        return lengths;
    }

    StringIds ids() {
        return ids;
    }

    List<Integer> attributes() {
        return attributes;
    }

    boolean has(int attribute) {
        return columns.containsKey(attribute);
    }

    long token(int row, int attribute) {
        return tokens.getLong((row * attributes.size() + columns.get(attribute)) * Long.BYTES);
    }

    boolean spaceAfter(int document, int row) {
        boolean unknown = document < unknownSpaces.size() && unknownSpaces.get(document);
        return unknown || spaces[row] != 0;
    }

    /** Scores by category. */
    Map<String, Double> cats(int document) {
        return document < cats.size() ? cats.get(document) : Map.of();
    }

    /** The category of the highest score, where that is at least a half. */
    static Optional<String> best(Map<String, Double> cats) {
        Optional<String> best = Optional.empty();
        double score = 0.5;
        for (Map.Entry<String, Double> cat : cats.entrySet()) {
            if (cat.getValue() > score || (best.isEmpty() && cat.getValue() >= score)) {
                best = Optional.of(cat.getKey());
                score = cat.getValue();
            }
        }
        return best;
    }

    /** Where there are any. */
    Optional<byte[]> spanGroups(int document) {
        return said(spanGroups, document);
    }

    Optional<byte[]> userData(int document) {
        return said(userData, document);
    }

    long bytesRead() {
        return in.bytesRead();
    }

    private static Optional<byte[]> said(List<byte[]> all, int document) {
        return document < all.size()
                        && all.get(document).length > 0
                        && !(all.get(document).length == 1
                                && (all.get(document)[0] == EMPTY_ARRAY || all.get(document)[0] == EMPTY_MAP))
                ? Optional.of(all.get(document))
                : Optional.empty();
    }

    private void members() throws IOException {
        int members = unpack.unpackMapHeader();
        byte[] rows = {};
        for (int i = 0; i < members; i++) {
            switch (unpack.unpackString()) {
                case "attrs" -> readAttributes();
                case "tokens" -> rows = binary();
                case "spaces" -> spaces = binary();
                case "lengths" -> readLengths(binary());
                case "strings" -> readStrings();
                case "cats" -> each(() -> cats.add(categories()));
                case "flags" -> each(() -> unknownSpaces.add(unknownSpaces()));
                case "span_groups" -> each(() -> spanGroups.add(binaryOrNone()));
                case "user_data" -> each(() -> userData.add(binaryOrNone()));
                default -> unpack.skipValue();
            }
        }
        tokens = ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void each(Step step) throws IOException {
        int count = unpack.unpackArrayHeader();
        for (int i = 0; i < count; i++) {
            step.run();
        }
    }

    private void readAttributes() throws IOException {
        each(() -> {
            int attribute = unpack.unpackInt();
            columns.put(attribute, attributes.size());
            attributes.add(attribute);
        });
    }

    private void readStrings() throws IOException {
        each(() -> ids.add(unpack.unpackString()));
    }

    private void readLengths(byte[] bytes) {
        lengths = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(lengths);
    }

    private Map<String, Double> categories() throws IOException {
        int count = unpack.unpackMapHeader();
        Map<String, Double> categories = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            categories.put(unpack.unpackString(), number());
        }
        return categories;
    }

    private double number() throws IOException {
        ValueType type = unpack.getNextFormat().getValueType();
        return switch (type) {
            case INTEGER -> unpack.unpackLong();
            case FLOAT -> unpack.unpackDouble();
            case BOOLEAN -> unpack.unpackBoolean() ? 1 : 0;
            default -> {
                unpack.skipValue();
                yield 0;
            }
        };
    }

    private boolean unknownSpaces() throws IOException {
        boolean unknown = false;
        int count = unpack.unpackMapHeader();
        for (int i = 0; i < count; i++) {
            boolean spaces = unpack.unpackString().equals("has_unknown_spaces");
            double value = number();
            unknown |= spaces && value != 0;
        }
        return unknown;
    }

    private byte[] binaryOrNone() throws IOException {
        ValueType type = unpack.getNextFormat().getValueType();
        if (type == ValueType.BINARY) {
            return binary();
        }
        if (type == ValueType.STRING) {
            return unpack.unpackString().getBytes(StandardCharsets.UTF_8);
        }
        unpack.skipValue();
        return new byte[0];
    }

    /** Piece by piece: what is not there is not waited for with memory. */
    private byte[] binary() throws IOException {
        int length = unpack.unpackBinaryHeader();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(length, CHUNK));
        byte[] chunk = new byte[Math.min(length, CHUNK)];
        for (int left = length; left > 0; ) {
            int count = Math.min(left, chunk.length);
            unpack.readPayload(chunk, 0, count);
            bytes.write(chunk, 0, count);
            left -= count;
        }
        return bytes.toByteArray();
    }

    private void check() {
        if (!columns.containsKey(65)) {
            throw wrong("is no DocBin: it has no words (attribute ORTH, 65)");
        }
        long rows = 0;
        for (int length : lengths) {
            if (length < 0) {
                throw wrong("a document of %d tokens".formatted(length));
            }
            rows += length;
        }
        long said = (long) tokens.capacity() / Long.BYTES / attributes.size();
        if (rows != said || rows != spaces.length) {
            throw wrong("documents of %d tokens together, but %d tokens and %d spaces; the file is damaged"
                    .formatted(rows, said, spaces.length));
        }
    }

    private BadDataException wrong(String problem) {
        return new BadDataException(file, 0, problem);
    }
}
