package io.understudy.eval.diversity.xz;

import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.lz.LZEncoder;

/** Bytes of the {@code .xz} file that liblzma writes: preset 6, CRC-64, one block. */
public final class XzSize {

    private static final int WINDOW = 1 << 23;
    /** Bytes of text in a chunk, at most. */
    private static final int CHUNK = 1 << 21;
    /** Bytes that a chunk is compressed to, at most. */
    private static final int COMPRESSED = 1 << 16;
    /** Bytes of them that must be free for another symbol, by what liblzma 5.4 is seen to do. */
    private static final int FREE = Parser.WINDOW + 2;

    private static final int HEADER = 12;
    private static final int FOOTER = 12;
    private static final int CRC_32 = 4;
    private static final int CRC_64 = 8;
    /** Size, flags, filter, its one property, zeros, CRC-32. */
    private static final int BLOCK_HEADER = 12;

    private final byte[] data;
    private int given;
    private final LZEncoder text;
    private final Model model = new Model(WINDOW);
    private final Parser parser;
    private final RangeCounter coder = new RangeCounter();

    private XzSize(byte[] data) {
        this.data = data;
        this.text = LZEncoder.getInstance(
                WINDOW,
                Parser.WINDOW,
                Parser.WINDOW,
                Lengths.NICE,
                Parser.LONGEST,
                LZEncoder.MF_BT4,
                0,
                ArrayCache.getDummyCache());
        this.parser = new Parser(text, model);
    }

    /** @return size of {@code lzma.compress(data)} in Python, in bytes */
    public static long of(byte[] data) {
        if (data.length == 0) {
            return HEADER + index() + FOOTER;
        }
        long block = BLOCK_HEADER + new XzSize(data).chunks() + CRC_64;
        return HEADER + padded(block) + index(block, data.length) + FOOTER;
    }

    /** Bytes of the index: what it is, how many blocks, their sizes, zeros, CRC-32. */
    private static long index(long... sizes) {
        long bytes = 2;
        for (long size : sizes) {
            bytes += (64 - Long.numberOfLeadingZeros(size) + 6) / 7;
        }
        return padded(bytes) + CRC_32;
    }

    private static long padded(long bytes) {
        return (bytes + 3) / 4 * 4;
    }

    private long chunks() {
        long bytes = 1;
        boolean properties = true;
        int done = 0;
        while (done < data.length) {
            int count = chunk(done);
            int size = coder.close();
            if (size < count) {
                bytes += (properties ? 6 : 5) + size;
                properties = false;
            } else {
                count += parser.ahead();
                parser.reset();
                model.reset();
                bytes += 3 + count;
            }
            done += count;
        }
        return bytes;
    }

    /** Writes a chunk. @return bytes of text in it */
    private int chunk(int done) {
        int count = 0;
        if (done == 0) {
            fill(0);
            parser.passFirst();
            model.writeLiteral(coder, 0, text.getByte(0), 0, 0);
            count = 1;
        }
        while (done + count < data.length && count < CHUNK - Parser.LONGEST && coder.pending() <= COMPRESSED - FREE) {
            fill(parser.ahead());
            int place = done + count;
            parser.next();
            count += parser.length();
            int position = place & (States.POSITIONS - 1);
            if (parser.symbol() == Model.LITERAL) {
                // Behind where the match finder is.
                int back = parser.ahead();
                model.writeLiteral(
                        coder,
                        position,
                        text.getByte(back),
                        text.getByte(back + 1),
                        text.getByte(back + model.repeats()[0] + 1));
            } else {
                model.writeMatch(coder, position, parser.symbol(), parser.length());
            }
        }
        return count;
    }

    /** Gives the match finder as much text as it can hold, so that it can look far enough. */
    private void fill(int ahead) {
        while (given < data.length && !text.hasEnoughData(ahead)) {
            given += text.fillWindow(data, given, data.length - given);
            if (given == data.length) {
                text.setFinishing();
            }
        }
    }
}
