package io.understudy.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Protobuf's wire format: the fields of one message, read one after the other, and fields to be written.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">its description</a>
 */
public final class Wire {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int COUNTED = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteBuffer bytes;
    private final Supplier<? extends RuntimeException> broken;
    private int field;
    private long number;
    private ByteBuffer content;

    /**
     * @param message from its position to its limit
     * @param broken what to throw where the message is cut short or is none
     */
    Wire(ByteBuffer message, Supplier<? extends RuntimeException> broken) {
        this.bytes = message.duplicate();
        this.broken = broken;
    }

    /** Goes to the next field. @return whether there is one */
    boolean next() {
        if (!bytes.hasRemaining()) {
            return false;
        }
        long key = varint();
        field = (int) (key >>> 3);
        number = 0;
        content = null;
        switch ((int) (key & 7)) {
            case VARINT -> number = varint();
            case EIGHT_BYTES -> take(8);
            case COUNTED -> content = take(varint());
            case FOUR_BYTES -> take(4);
            default -> throw broken.get();
        }
        return true;
    }

    /** Number of the field. */
    int field() {
        return field;
    }

    /** Whether the field is text, bytes or a message. */
    boolean hasContent() {
        return content != null;
    }

    /** Of a field that is a whole number; otherwise 0. */
    long number() {
        return number;
    }

    /** Of a field that {@link #hasContent}: positions are those of the outermost message's buffer. */
    ByteBuffer content() {
        return content.duplicate();
    }

    /** The content as text. */
    String text() {
        return StandardCharsets.UTF_8.decode(content()).toString();
    }

    private ByteBuffer take(long count) {
        if (count < 0 || count > bytes.remaining()) {
            throw broken.get();
        }
        int end = bytes.position() + (int) count;
        ByteBuffer part = bytes.duplicate().limit(end);
        bytes.position(end);
        return part;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (!bytes.hasRemaining()) {
                throw broken.get();
            }
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw broken.get();
    }

    /** A field of bytes, or of a message. */
    public static byte[] field(int number, byte[] content) {
        return join(varint(((long) number << 3) | COUNTED), varint(content.length), content);
    }

    /** A field of text. */
    public static byte[] text(int number, String content) {
        return field(number, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A field of a whole number. */
    public static byte[] number(int number, long value) {
        return join(varint((long) number << 3), varint(value));
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        while ((rest & ~127L) != 0) {
            out.write((int) ((rest & 127) | 128));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    /** One after the other. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
