package io.understudy.core.format;

import io.understudy.core.BadDataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of a UTF-8 stream, one at a time, as bytes and as text. Strict: bytes that are not UTF-8 and NUL bytes are
 * errors with their line. Lines end in LF or CRLF, the last one may end in neither; a byte order mark at the start is
 * skipped. Memory is one buffer that grows to the longest line.
 */
public final class Utf8Lines implements Closeable {

    private final InputStream in;
    private final String file;
    private final boolean whole;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int rawEnd;
    private int filled;
    private boolean exhausted;
    private boolean begun;
    private boolean ascii;
    private long line;
    private long consumed;

    public Utf8Lines(InputStream in, String file) {
        this(in, file, false);
    }

    /** @param whole the file is one line, line breaks and all */
    public Utf8Lines(InputStream in, String file, boolean whole) {
        this.in = in;
        this.file = file;
        this.whole = whole;
    }

    /** Goes to the next line; false at the end. */
    public boolean next() throws IOException {
        if (!begun) {
            begin();
        }
        start = rawEnd;
        int at = start;
        while (true) {
            while (!whole && at < filled && buffer[at] != '\n') {
                at++;
            }
            if (!whole && at < filled) {
                rawEnd = at + 1;
                end = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
                break;
            }
            if (exhausted) {
                rawEnd = filled;
                end = filled;
                break;
            }
            at = filled - start;
            fill();
            at += start;
        }
        if (rawEnd == start) {
            return false;
        }
        line++;
        check();
        return true;
    }

    public byte[] bytes() {
        return buffer;
    }

    /** Where the line begins in {@link #bytes}. */
    public int start() {
        return start;
    }

    /** Bytes of the line without its end. */
    public int length() {
        return end - start;
    }

    /** 1-based. */
    public long line() {
        return line;
    }

    public String file() {
        return file;
    }

    /** The line without its end. */
    public String text() {
        return decode(end);
    }

    /** The line with its end, if it has one. */
    public String textAndEnd() {
        return decode(rawEnd);
    }

    /** Whether the line holds nothing but ASCII white space. */
    public boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && (buffer[i] < '\t' || buffer[i] > '\r')) {
                return false;
            }
        }
        return true;
    }

    /** Bytes read from the stream up to the end of this line. */
    public long bytesRead() {
        return consumed + rawEnd;
    }

    public BadDataException wrong(String problem) {
        return wrongAt(line, problem);
    }

    public BadDataException wrongAt(long at, String problem) {
        return new BadDataException(file, at, problem);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private String decode(int to) {
        return new String(buffer, start, to - start, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private void begin() throws IOException {
        begun = true;
        while (filled < 4 && !exhausted) {
            fill();
        }
        Utf8.refuseOtherEncodings(file, buffer, filled);
        rawEnd = Utf8.startsWithMark(buffer, filled) ? 3 : 0;
    }

    /** Reads more bytes behind those there are; moves them to the front first. */
    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            consumed += start;
            filled -= start;
            rawEnd -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            if (filled >= Limits.LINE) {
                throw new BadDataException(
                        file, line + 1, "more than 64 MB without a line break; expected shorter lines");
            }
            buffer = Arrays.copyOf(buffer, Math.min(Limits.LINE, 2 * filled));
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            exhausted = true;
        } else {
            filled += read;
        }
    }

    private void check() {
        ascii = true;
        int at = Utf8.asciiEnd(buffer, start, rawEnd);
        while (at < rawEnd) {
            int width = Utf8.width(buffer, at, rawEnd);
            if (width == 0) {
                long lineAt = line;
                for (int i = start; i < at; i++) {
                    lineAt += buffer[i] == '\n' ? 1 : 0;
                }
                throw new BadDataException(file, lineAt, Utf8.problem(buffer[at], consumed + at));
            }
            ascii &= width == 1;
            at = width == 1 ? Utf8.asciiEnd(buffer, at, rawEnd) : at + width;
        }
    }
}
