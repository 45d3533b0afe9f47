package io.understudy.core.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
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
        Group from = groups.get(group);
        if (from == null) {
            return;
        }
        ByteBuffer piece = ByteBuffer.allocate(BUFFER);
        for (long[] each : from.pieces) {
            for (long at = each[0]; at < each[0] + each[1]; ) {
                piece.clear().limit((int) Math.min(BUFFER, each[0] + each[1] - at));
                int read = channel.read(piece, at);
                if (read < 0) {
                    throw new IOException("a temporary file is shorter than what was written to it");
                }
                out.write(piece.array(), 0, read);
                at += read;
            }
        }
        out.write(from.buffer, 0, from.filled);
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
