package io.understudy.core.format;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts that come in any order and are written group by group, as formats want that list the examples of an intent
 * together. A few kilobytes of each group are in memory; what is more waits in one temporary file.
 */
public final class Spool implements Closeable {

    private static final int BUFFER = 1 << 13;

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private Path file;
    private FileChannel channel;
    private long end;

    private static final class Group {
        private byte[] buffer = new byte[256];
        private int filled;
        private final List<long[]> pieces = new ArrayList<>();
    }

    /** Names of the groups, in the order in which they came up. */
    public Set<String> groups() {
        return groups.keySet();
    }

    public void add(String group, String text) throws IOException {
        add(group, text.getBytes(StandardCharsets.UTF_8));
    }

    public void add(String group, byte[] bytes) throws IOException {
        Group to = groups.computeIfAbsent(group, name -> new Group());
        if (to.filled + bytes.length > BUFFER) {
            drain(to, to.buffer, to.filled);
            to.filled = 0;
            if (bytes.length > BUFFER) {
                drain(to, bytes, bytes.length);
                return;
            }
        }
        if (to.filled + bytes.length > to.buffer.length) {
            to.buffer = Arrays.copyOf(to.buffer, Math.max(to.filled + bytes.length, 2 * to.buffer.length));
        }
        System.arraycopy(bytes, 0, to.buffer, to.filled, bytes.length);
        to.filled += bytes.length;
    }

    /** Writes all texts of a group in the order in which they came. */
    public void copy(String group, OutputStream out) throws IOException {
        open(group).transferTo(out);
    }

    /** All texts of a group, one behind the other; none may be added while it is read. */
    public InputStream open(String group) {
        Group from = groups.getOrDefault(group, new Group());
        List<InputStream> all = new ArrayList<>();
        from.pieces.forEach(each -> all.add(new Piece(each[0], each[0] + each[1])));
        all.add(new ByteArrayInputStream(from.buffer, 0, from.filled));
        return new SequenceInputStream(Collections.enumeration(all));
    }

    /** A stretch of the file. */
    private final class Piece extends InputStream {
        private final long to;
        private long at;

        Piece(long from, long to) {
            this.at = from;
            this.to = to;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (at == to) {
                return -1;
            }
            int most = (int) Math.min(length, to - at);
            int read = channel.read(ByteBuffer.wrap(bytes, offset, most), at);
            if (read < 0) {
                throw new IOException("a temporary file is shorter than what was written to it");
            }
            at += read;
            return read;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            Files.deleteIfExists(file);
        }
    }

    private void drain(Group group, byte[] bytes, int length) throws IOException {
        if (length == 0) {
            return;
        }
        if (channel == null) {
            file = Files.createTempFile("understudy-", ".spool");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer out = ByteBuffer.wrap(bytes, 0, length);
        long from = end;
        while (out.hasRemaining()) {
            end += channel.write(out, end);
        }
        group.pieces.add(new long[] {from, length});
    }
}
