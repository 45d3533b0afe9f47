package io.understudy.formats.spacy;

import io.understudy.core.BadDataException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** zlib data; what unpacks to a thousand times its size, or to more than there is memory for, is refused on the way. */
final class Inflated extends FilterInputStream {

    /** Real files unpack to ten or twenty times their size, zlib's bombs to a thousand times. */
    private static final int RATIO = 200;

    private static final long SMALL = 1 << 24;
    /** What is read is held, and a part of it twice while it is taken apart. */
    private static final int SHARE = 4;

    private final String file;
    private final Inflater inflater;

    Inflated(InputStream in, String file) {
        this(in, file, new Inflater());
    }

    private Inflated(InputStream in, String file, Inflater inflater) {
        super(new InflaterInputStream(in, inflater, 1 << 16));
        this.file = file;
        this.inflater = inflater;
    }

    /** Of the file, before unpacking. */
    long bytesRead() {
        return inflater.getBytesRead();
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
            long unpacked = inflater.getBytesWritten();
            if (unpacked > SMALL && unpacked / RATIO > inflater.getBytesRead()) {
                throw new BadDataException(
                        file, 0, "unpacks to more than %d times its size; such files are not read".formatted(RATIO));
            }
            if (unpacked > Runtime.getRuntime().maxMemory() / SHARE) {
                throw new BadDataException(
                        file,
                        0,
                        "unpacks to more than a quarter of the memory; give more (JAVA_OPTS=-Xmx...) or split the file");
            }
            return read;
        } catch (ZipException e) {
            throw new BadDataException(file, 0, "is no DocBin: no zlib data, or damaged");
        } catch (EOFException e) {
            throw new BadDataException(file, 0, "the zlib data ends early; the file was cut off");
        }
    }
}
