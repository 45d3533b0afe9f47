package io.understudy.core.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Characters to bytes through one buffer. What is written must hold whole surrogate pairs ({@link Utf8#requireWhole}).
 */
public final class Utf8Output implements Closeable {

    private static final int WIDEST = 4;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;
    private boolean begun;

    public Utf8Output(OutputStream out) {
        this.out = out;
    }

    public void write(String text) throws IOException {
        write(text, 0, text.length());
    }

    public void write(String text, int from, int to) throws IOException {
        if (!begun && from < to) {
            begun = true;
            if (text.charAt(from) == '\ufeff') {
                // Readers skip one mark at the start of a file; a text that begins with one needs two.
                put(text, from);
            }
        }
        int at = from;
        while (at < to) {
            if (filled > buffer.length - 2 * WIDEST) {
                drain();
            }
            // So many that they fit, whatever they are, with room for the second half of a pair.
            int end = Math.min(to, at + (buffer.length - filled) / WIDEST - 1);
            while (at < end) {
                char c = text.charAt(at);
                if (c < 0x80) {
                    buffer[filled++] = (byte) c;
                    at++;
                } else {
                    at += put(text, at);
                }
            }
        }
    }

    public void write(byte[] utf8) throws IOException {
        begun = true;
        if (filled > buffer.length - utf8.length) {
            drain();
        }
        if (utf8.length > buffer.length) {
            out.write(utf8);
        } else {
            System.arraycopy(utf8, 0, buffer, filled, utf8.length);
            filled += utf8.length;
        }
    }

    /** Gives everything to the stream and flushes that. */
    public void flush() throws IOException {
        drain();
        out.flush();
    }

    /** Closes the stream; what was not flushed is not written. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Puts the character at {@code at} and returns how many UTF-16 units it has. */
    private int put(String text, int at) {
        int c = text.codePointAt(at);
        if (c < 0x800) {
            buffer[filled++] = (byte) (0xc0 | (c >> 6));
        } else {
            if (c < 0x10000) {
                buffer[filled++] = (byte) (0xe0 | (c >> 12));
            } else {
                buffer[filled++] = (byte) (0xf0 | (c >> 18));
                buffer[filled++] = (byte) (0x80 | ((c >> 12) & 0x3f));
            }
            buffer[filled++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        }
        buffer[filled++] = (byte) (0x80 | (c & 0x3f));
        return Character.charCount(c);
    }

    private void drain() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
