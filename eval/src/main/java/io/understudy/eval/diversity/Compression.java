package io.understudy.eval.diversity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/**
 * UTF-8 bytes over raw DEFLATE bytes at level 9, lines joined by a line feed. 1 and up, lower is more varied. Shaib et
 * al., "Standardizing the Measurement of Text Diversity", 2024, whose package compresses twice. The window of DEFLATE
 * is 32 KiB, so only near repetition counts: give lines in random order, and compare equal bytes only.
 */
final class Compression {

    /** Less says nothing. */
    static final int FEWEST_BYTES = 2_048;

    /** More changes nothing. */
    static final int MOST_BYTES = 500_000;

    private Compression() {}

    /** Bytes of the joined lines, as many as would be used. */
    static byte[] bytes(List<String> lines) {
        StringBuilder joined = new StringBuilder();
        for (String line : lines) {
            if (joined.length() >= MOST_BYTES) {
                break;
            }
            joined.append(joined.length() == 0 ? "" : "\n").append(line);
        }
        return joined.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The ratio over the first {@code length} bytes. */
    static double ratio(byte[] bytes, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            byte[] sink = new byte[1 << 16];
            while (!deflater.finished()) {
                deflater.deflate(sink);
            }
            return (double) length / deflater.getBytesWritten();
        } finally {
            deflater.end();
        }
    }
}
