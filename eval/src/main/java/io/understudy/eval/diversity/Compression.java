package io.understudy.eval.diversity;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.report.Score.Direction;
import io.understudy.eval.report.Score.Ruler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;

/**
 * UTF-8 bytes over raw DEFLATE bytes at level 9, lines joined by a line feed. 1 and up, lower is more varied. Shaib et
 * al., "Standardizing the Measurement of Text Diversity", 2024, whose package compresses twice. The window of DEFLATE
 * is 32 KiB, so only near repetition counts: give lines in random order, and compare equal bytes only.
 */
final class Compression implements Metric {

    /** Less says nothing. */
    static final int FEWEST_BYTES = 2_048;

    /** More changes nothing. */
    static final int MOST_BYTES = 500_000;

    @Override
    public String key() {
        return "compression_ratio";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER;
    }

    @Override
    public String what() {
        return "How many times smaller DEFLATE makes the text: repetition compresses. n counts bytes.";
    }

    @Override
    public double of(LineSet lines) {
        return of(lines.bytes(), (int) n(lines));
    }

    private static double of(byte[] bytes, int length) {
        return length < FEWEST_BYTES ? Double.NaN : ratio(bytes, length);
    }

    @Override
    public long n(LineSet lines) {
        return Math.min(MOST_BYTES, lines.bytes().length);
    }

    @Override
    public String reason(LineSet lines) {
        return "%d bytes of text; needs %d".formatted(n(lines), FEWEST_BYTES);
    }

    @Override
    public Ruler ruler(LineSet here, LineSet original) {
        int n = (int) Math.min(n(here), n(original));
        return n < FEWEST_BYTES ? Ruler.NONE : new Ruler(n, of(here.bytes(), n), of(original.bytes(), n));
    }

    /** Bytes of the joined lines, as many as would be used. */
    static byte[] bytes(List<AnnotatedText> lines, Function<AnnotatedText, String> text) {
        StringBuilder joined = new StringBuilder();
        for (AnnotatedText line : lines) {
            if (joined.length() >= MOST_BYTES) {
                break;
            }
            joined.append(joined.length() == 0 ? "" : "\n").append(text.apply(line));
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
