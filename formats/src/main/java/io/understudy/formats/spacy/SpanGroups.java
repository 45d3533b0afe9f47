package io.understudy.formats.spacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/**
 * The span groups of a document, as spaCy packs them: a list of groups, each packed once more, with a list of spans of
 * three numbers of strings (id, knowledge base, label) and four offsets, big-endian.
 */
final class SpanGroups {

    private static final int STRINGS = 3;
    /** Deeper than spaCy nests them. */
    private static final int NESTED = 8;

    private SpanGroups() {}

    /** The strings that the spans refer to, as far as these are known; empty where the bytes are of another shape. */
    static List<String> strings(byte[] bytes, StringIds ids) {
        List<String> found = new ArrayList<>();
        try (MessageUnpacker unpack = MessagePack.newDefaultUnpacker(bytes)) {
            strings(unpack, bytes.length, NESTED, ids, found);
        } catch (IOException | MessagePackException e) {
            // Kept all the same; spaCy will say what it makes of them.
            return found;
        }
        return found.stream().distinct().toList();
    }

    private static void strings(MessageUnpacker unpack, int most, int nested, StringIds ids, List<String> found)
            throws IOException {
        if (nested == 0) {
            unpack.skipValue();
            return;
        }
        ValueType type = unpack.getNextFormat().getValueType();
        if (type == ValueType.ARRAY || type == ValueType.MAP) {
            int count = type == ValueType.ARRAY ? unpack.unpackArrayHeader() : 2 * unpack.unpackMapHeader();
            for (int i = 0; i < count; i++) {
                strings(unpack, most, nested - 1, ids, found);
            }
        } else if (type == ValueType.BINARY) {
            int length = unpack.unpackBinaryHeader();
            byte[] packed = length > most ? new byte[0] : unpack.readPayload(length);
            if (packed.length == STRINGS * Long.BYTES + 4 * Integer.BYTES) {
                ByteBuffer numbers = ByteBuffer.wrap(packed);
                for (int i = 0; i < STRINGS; i++) {
                    ids.string(numbers.getLong(i * Long.BYTES))
                            .filter(each -> !each.isEmpty())
                            .ifPresent(found::add);
                }
            } else {
                try (MessageUnpacker inner = MessagePack.newDefaultUnpacker(packed)) {
                    while (inner.hasNext()) {
                        strings(inner, packed.length, nested - 1, ids, found);
                    }
                }
            }
        } else {
            unpack.skipValue();
        }
    }
}
