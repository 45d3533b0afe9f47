package io.understudy.core.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Characters to bytes through one buffer. What is written must hold whole surrogate pairs ({@link Utf8#requireWhole}).
 */
final class Utf8Output implements Closeable {

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;
    private boolean begun;

    Utf8Output(OutputStream out) {
        this.out = out;
    }

    void write(String text) throws IOException {
        write(text, 0, text.length());
    }

    void write(String text, int from, int to) throws IOException {
        if (!begun && from < to) {
            begun = true;
            if (text.charAt(from) == '\ufeff') {
                // Readers skip one mark at the start of a file; a text that begins with one needs two.
                put3('\ufeff');
            }
        }
        for (int i = from; i < to; i++) {
            if (filled > buffer.length - 4) {
                drain();
            }
            char c = text.charAt(i);
            if (c < 0x80) {
                buffer[filled++] = (byte) c;
            } else if (c < 0x800) {
                buffer[filled++] = (byte) (0xc0 | (c >> 6));
                buffer[filled++] = (byte) (0x80 | (c & 0x3f));
            } else if (!Character.isSurrogate(c)) {
                put3(c);
            } else {
                int codePoint = Character.toCodePoint(c, text.charAt(++i));
                buffer[filled++] = (byte) (0xf0 | (codePoint >> 18));
                buffer[filled++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
                buffer[filled++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
                buffer[filled++] = (byte) (0x80 | (codePoint & 0x3f));
            }
        }
    }

    /** Gives everything to the stream and flushes that. */
    void flush() throws IOException {
        drain();
        out.flush();
    }

    /** Closes the stream; what was not flushed is not written. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    private void put3(char c) {
        buffer[filled++] = (byte) (0xe0 | (c >> 12));
        buffer[filled++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        buffer[filled++] = (byte) (0x80 | (c & 0x3f));
    }

    private void drain() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
