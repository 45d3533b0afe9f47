package io.understudy.eval.diversity.xz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Against {@code len(lzma.compress(data))} of Python 3.11 with liblzma 5.4.1, of the same bytes. */
class XzSizeTest {

    /** A sequence that both languages compute alike: x = (1103515245 x + 12345) mod 2^31, from 1 on. */
    private static final class Sequence {
        private int x = 1;

        int next() {
            x = (x * 1103515245 + 12345) & 0x7fffffff;
            return x;
        }
    }

    private static byte[] words(int count, int different) {
        Sequence sequence = new Sequence();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "w" : " w").append((sequence.next() >> 8) % different);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(int count) {
        Sequence sequence = new Sequence();
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (sequence.next() >> 16);
        }
        return bytes;
    }

    @Test
    void aFileWithoutTextHasNoBlock() {
        assertThat(XzSize.of(new byte[0])).isEqualTo(32);
    }

    @Test
    void aFewBytesAreNotCompressed() {
        assertThat(XzSize.of(new byte[] {'a'})).isEqualTo(60);
    }

    @Test
    void aShortText() {
        assertThat(XzSize.of(words(300, 40))).isEqualTo(452);
    }

    @Test
    void aTextOfManyChunks() {
        assertThat(XzSize.of(words(300_000, 5000))).isEqualTo(553_960);
    }

    @Test
    void noiseStaysAsItIs() {
        assertThat(XzSize.of(noise(200_000))).isEqualTo(200_072);
    }

    @Test
    void theCoderBeginsAnewBehindNoise() {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(noise(100_000));
        both.writeBytes(words(30_000, 300));
        assertThat(XzSize.of(both.toByteArray())).isEqualTo(139_992);
    }

    @Test
    void chunksOfTwoMegabytes() {
        assertThat(XzSize.of(new byte[5_000_000])).isEqualTo(860);
    }
}
