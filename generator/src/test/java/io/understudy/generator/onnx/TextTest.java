package io.understudy.generator.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

    private static String fed(Text text, byte[] bytes, int piece) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < bytes.length && !text.isStopped(); i += piece) {
            text.add(java.util.Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + piece)));
            said.append(text.fresh());
        }
        text.end();
        return said.append(text.fresh()).toString();
    }

    @Test
    void saysWholeCharactersHoweverTheyAreCut() {
        String all = "caf\u00e9 \u65e5\u672c \ud83d\ude42 e\u0301.";
        for (int piece = 1; piece < 8; piece++) {
            Text text = new Text(List.of(), false);
            assertThat(fed(text, all.getBytes(StandardCharsets.UTF_8), piece)).isEqualTo(all);
            assertThat(text).hasToString(all);
        }
    }

    @Test
    void endsBeforeTheFirstStopStringAndNeverTakesBackWhatItSaid() {
        String all = "one two\n\nthree STOP four";
        for (int piece = 1; piece < 9; piece++) {
            assertThat(fed(new Text(List.of("STOP", "\n\nth"), false), all.getBytes(StandardCharsets.UTF_8), piece))
                    .isEqualTo("one two");
            assertThat(fed(new Text(List.of("four?", "STOPS"), false), all.getBytes(StandardCharsets.UTF_8), piece))
                    .isEqualTo(all);
        }
        Text text = new Text(List.of("STOP"), false);
        text.add("a ST".getBytes(StandardCharsets.UTF_8));
        assertThat(text.fresh()).isEqualTo("a ");
        text.add("AR".getBytes(StandardCharsets.UTF_8));
        assertThat(text.fresh()).isEqualTo("STAR");
    }

    @Test
    void whatIsNoCharacterBecomesTheMarkForIt() {
        assertThat(fed(new Text(List.of(), false), new byte[] {'a', (byte) 0xf0, (byte) 0x9f}, 1))
                .isEqualTo("a\ufffd");
        assertThat(fed(new Text(List.of(), false), new byte[] {(byte) 0x80, 'b', (byte) 0xff}, 1))
                .isEqualTo("\ufffdb\ufffd");
    }

    @Test
    void theSpaceBeforeTheFirstWordIsNoPartOfSomeTexts() {
        assertThat(fed(new Text(List.of(), true), " Once  upon".getBytes(StandardCharsets.UTF_8), 1))
                .isEqualTo("Once  upon");
        assertThat(fed(new Text(List.of(), false), " Once".getBytes(StandardCharsets.UTF_8), 1))
                .isEqualTo(" Once");
    }
}
