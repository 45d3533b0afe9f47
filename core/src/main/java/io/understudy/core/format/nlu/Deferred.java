package io.understudy.core.format.nlu;

import io.understudy.core.format.Spool;
import io.understudy.core.format.Utf8;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Utterances in the order of the file, to be read when all of the file is known: the values that stand in their gaps
 * may come last. Many of them wait on disk.
 */
final class Deferred implements Closeable {

    private static final int HEAD = 2 * Integer.BYTES + Long.BYTES;

    private final Spool spool = new Spool();
    private Optional<DataInputStream> reading = Optional.empty();
    private long left;

    /**
     * @param owner which intent it is of
     * @param line where it stands
     */
    record Utterance(int owner, long line, String text) {}

    /**
     * Before the first is read.
     *
     * @throws IllegalArgumentException if half a surrogate pair stands in it
     */
    void add(int owner, long line, String text) throws IOException {
        Utf8.requireWhole("text", text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        spool.add(
                "",
                ByteBuffer.allocate(HEAD + bytes.length)
                        .putInt(owner)
                        .putLong(line)
                        .putInt(bytes.length)
                        .put(bytes)
                        .array());
        left++;
    }

    Optional<Utterance> next() throws IOException {
        if (left == 0) {
            return Optional.empty();
        }
        if (reading.isEmpty()) {
            reading = Optional.of(new DataInputStream(new BufferedInputStream(spool.open(""))));
        }
        left--;
        DataInputStream in = reading.get();
        int owner = in.readInt();
        long line = in.readLong();
        byte[] text = in.readNBytes(in.readInt());
        return Optional.of(new Utterance(owner, line, new String(text, StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
