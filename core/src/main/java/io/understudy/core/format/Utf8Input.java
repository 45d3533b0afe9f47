package io.understudy.core.format;

import io.understudy.core.BadDataException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of a UTF-8 document on their way to a parser: what is not UTF-8, and NUL, is an error with its line; a byte
 * order mark at the start is skipped.
 */
public final class Utf8Input extends InputStream {

    private final InputStream in;
    private final String file;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int checked;
    private int filled;
    private boolean begun;
    private boolean exhausted;
    private long line = 1;
    private long consumed;

    /** @param file how messages name it */
    public Utf8Input(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        return at < checked || fill() ? buffer[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == checked && !fill()) {
            return -1;
        }
        int count = Math.min(length, checked - at);
        System.arraycopy(buffer, at, bytes, offset, count);
        at += count;
        return count;
    }

    /** Bytes given out so far. */
    public long bytesRead() {
        return consumed + at;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Checks at least one more character; false at the end. */
    private boolean fill() throws IOException {
        consumed += at;
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        filled -= at;
        at = 0;
        checked = 0;
        do {
            if (!exhausted) {
                int read = in.read(buffer, filled, buffer.length - filled);
                exhausted = read < 0;
                filled += Math.max(0, read);
            }
            if (!begun && (filled > 3 || exhausted)) {
                begun = true;
                Utf8.refuseOtherEncodings(file, buffer, filled);
                at = Utf8.startsWithMark(buffer, filled) ? 3 : 0;
                checked = at;
            }
            if (begun) {
                check();
            }
        } while (checked == at && !exhausted);
        return checked > at;
    }

    private void check() {
        while (checked < filled) {
            int from = checked;
            checked = Utf8.asciiEnd(buffer, checked, filled);
            for (int i = from; i < checked; i++) {
                line += buffer[i] == '\n' ? 1 : 0;
            }
            if (checked == filled) {
                return;
            }
            int width = Utf8.width(buffer, checked, filled);
            if (width == 0) {
                if (!exhausted && filled - checked < 4 && buffer[checked] != 0) {
                    return;
                }
                throw new BadDataException(file, line, Utf8.problem(buffer[checked], consumed + checked));
            }
            line += width == 1 && buffer[checked] == '\n' ? 1 : 0;
            checked += width;
        }
    }
}
