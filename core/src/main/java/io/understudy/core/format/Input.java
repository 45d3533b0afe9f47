package io.understudy.core.format;

import io.understudy.core.BadDataException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** An opened file, decompressed, of which the first bytes are known. */
final class Input implements AutoCloseable {

    private static final int HEAD = 1 << 14;

    private final String file;
    private final Counting counted;
    private final InputStream stream;
    private final byte[] head;

    /**
     * The bytes as they lie there.
     *
     * @throws BadDataException if there is nothing to read at this place; one sentence says why
     */
    static InputStream bytes(String location) throws IOException {
        if (location.equals(Names.STANDARD)) {
            return System.in;
        }
        Path path;
        try {
            path = Path.of(location);
        } catch (InvalidPathException e) {
            throw new BadDataException(location, 0, "is not the name of a file");
        }
        if (Files.isDirectory(path)) {
            throw new BadDataException(location, 0, "is a folder; expected a file");
        }
        if (!Files.exists(path)) {
            throw new BadDataException(location, 0, "no such file");
        }
        if (!Files.isReadable(path)) {
            throw new BadDataException(location, 0, "no permission to read it");
        }
        return new FileInputStream(path.toFile());
    }

    Input(String file, InputStream in) throws IOException {
        this.file = file;
        counted = new Counting(in);
        try {
            PushbackInputStream start = new PushbackInputStream(counted, 2);
            byte[] magic = start.readNBytes(2);
            start.unread(magic);
            boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
            InputStream plain = gzip ? new Gunzip(file, start) : start;
            head = plain.readNBytes(HEAD);
            stream = new SequenceInputStream(new ByteArrayInputStream(head), plain);
        } catch (IOException | RuntimeException e) {
            counted.close();
            throw e;
        }
    }

    /** Whether this is a zip, which has its files' names for a head. */
    boolean isZip() {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** From the first byte. */
    InputStream stream() {
        return stream;
    }

    /** Bytes of the file, compressed or not, that were read. */
    long bytesRead() {
        return counted.count;
    }

    boolean isEmpty() {
        return head.length == 0 || (head.length == 3 && Utf8.startsWithMark(head, 3));
    }

    /**
     * The first characters, to tell the format by; bytes that are not UTF-8 are replaced, and what may be half a line
     * at the end is left out.
     *
     * @throws BadDataException if this is no text in UTF-8
     */
    String head() {
        return head(file, head);
    }

    /** As {@link #head}, of a file of a bundle; the stream is not closed. */
    static String head(String file, InputStream in) throws IOException {
        return head(file, in.readNBytes(HEAD));
    }

    private static String head(String file, byte[] head) {
        Utf8.refuseOtherEncodings(file, head, head.length);
        long line = 1;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                throw new BadDataException(file, line, Utf8.problem((byte) 0, i));
            }
            line += head[i] == '\n' ? 1 : 0;
        }
        int from = Utf8.startsWithMark(head, head.length) ? 3 : 0;
        int to = head.length;
        if (to == HEAD) {
            while (to > from && head[to - 1] != '\n') {
                to--;
            }
            to = to == from ? HEAD : to;
        }
        return new String(Arrays.copyOfRange(head, from, to), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        counted.close();
    }

    private static final class Counting extends FilterInputStream {
        private volatile long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            add(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            add(Math.max(0, read));
            return read;
        }

        /** One thread reads; others only look. */
        @SuppressWarnings("NonAtomicVolatileUpdate")
        private void add(int bytes) {
            count += bytes;
        }
    }

    /**
     * Says in one sentence what is wrong with damaged gzip data, and reads the file to its end: whoever counts or
     * hashes its bytes on their way wants them all.
     */
    private static final class Gunzip extends FilterInputStream {
        private final String file;
        private final InputStream compressed;

        Gunzip(String file, InputStream in) throws IOException {
            super(open(file, in));
            this.file = file;
            this.compressed = in;
        }

        private static InputStream open(String file, InputStream in) throws IOException {
            try {
                return new GZIPInputStream(new Patient(in), 1 << 16);
            } catch (EOFException | ZipException e) {
                throw damaged(file, e);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int read = in.read(bytes, offset, length);
                if (read < 0) {
                    compressed.transferTo(OutputStream.nullOutputStream());
                }
                return read;
            } catch (EOFException | ZipException e) {
                throw damaged(file, e);
            }
        }

        private static BadDataException damaged(String file, IOException e) {
            String problem = e instanceof EOFException
                    ? "the gzip data ends early; the file was cut off"
                    : "the gzip data is damaged";
            return new BadDataException(file, 0, problem);
        }
    }

    /**
     * Always has more: the JDK takes a pipe that has nothing ready for the end of the file, and would leave out what
     * was compressed on its own and appended.
     */
    private static final class Patient extends FilterInputStream {
        Patient(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
