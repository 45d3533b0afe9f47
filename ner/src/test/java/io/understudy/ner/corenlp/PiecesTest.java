package io.understudy.ner.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // At most 20 units, cut in the second half: after the last sentence, else after the last space.
                "it is short.                     | it is short.",
                "it ends here. and then it goes on | 'it ends here. /and then it goes on'",
                "it ends here! we ask Mr. Jo on    | 'it ends here! /we ask Mr. Jo on'",
                "now we ask old Mr. Jo of Oslo     | 'now we ask old Mr. /Jo of Oslo'",
                "no sentence ends in all this      | 'no sentence ends in /all this'",
                "abcdefghijklmnopqrstuvwxyz        | abcdefghijklmnopqrst/uvwxyz",
                "abcdefghijklmnopqrs\ud83d\ude00z0 | abcdefghijklmnopqrs/\ud83d\ude00z0",
            })
    void cutsWhereItHurtsLeast(String text, String expected) {
        List<String> pieces =
                Pieces.of(text, 20).stream().map(piece -> piece.of(text)).toList();
        assertThat(String.join("/", pieces)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void coversTheTextInBoundedPiecesAndCutsNoPair(long seed) {
        Random random = new Random(seed);
        StringBuilder builder = new StringBuilder();
        List<String> parts =
                List.of("a", "Bc", " ", ". ", "\n", "\r\n\r\n", "\ud83d\ude00", "\ud83d", "\ude00", "word");
        for (int i = random.nextInt(300); i >= 0; i--) {
            builder.append(parts.get(random.nextInt(parts.size())));
        }
        String text = builder.toString();
        int at = 0;
        for (Span piece : Pieces.of(text, 16)) {
            assertThat(piece.start()).isEqualTo(at);
            assertThat(piece.length()).isLessThanOrEqualTo(16);
            at = piece.end();
            boolean pair = at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
            assertThat(pair).isFalse();
        }
        assertThat(at).isEqualTo(text.length());
    }
}
