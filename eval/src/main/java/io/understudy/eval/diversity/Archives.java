package io.understudy.eval.diversity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Sizes of the files that Python's {@code gzip} writes. */
final class Archives {

    /** Identification, method, flags, four bytes of time, extra flags, operating system: RFC 1952. */
    private static final int GZIP_HEADER = 10;

    /** CRC-32 and length. */
    private static final int GZIP_TRAILER = 8;

    /** The package writes {@code compressed.gz}; the header holds the name without its ending, and a zero byte. */
    private static final int GZIP_NAME = "compressed".length() + 1;

    private Archives() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes of {@code gzip.compress(data)}, level 9. */
    static int gzip(byte[] data) {
        return GZIP_HEADER + deflate(data).length + GZIP_TRAILER;
    }

    /** Bytes of a gzip file into which {@code gzip.compress(data)} is written. */
    static int gzipOfGzip(byte[] data) {
        byte[] deflated = deflate(data);
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        // Python writes the time. Any time will do that, like most, has no two equal bytes for the second pass to find.
        inner.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0x4d, 0x2b, 0x1a, 0x6a, 2, (byte) 0xff});
        inner.writeBytes(deflated);
        CRC32 crc = new CRC32();
        crc.update(data);
        littleEndian(inner, (int) crc.getValue());
        littleEndian(inner, data.length);
        return GZIP_HEADER + GZIP_NAME + deflate(inner.toByteArray()).length + GZIP_TRAILER;
    }

    private static void littleEndian(ByteArrayOutputStream out, int value) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(value >>> shift);
        }
    }

    private static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
