package io.understudy.eval.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Markup;
import io.understudy.eval.view.TokenLines;
import io.understudy.eval.view.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GramsTest {

    private static List<AnnotatedText> lines(String... markup) {
        return Stream.of(markup).map(Markup::read).toList();
    }

    private static Grams grams(List<AnnotatedText> lines, Tokens tokens) {
        return Grams.of(TokenLines.of(lines, tokens), 5);
    }

    /** Golden D1 of nltk-style counting: white space tokens, case kept, within lines: 15/30, 17/27, 17/24. */
    @ParameterizedTest
    @CsvSource({"1, .5", "2, .629630", "3, .708333", "4, .761905"})
    void givesTheGoldenSharesOnTheWhitespaceView(int n, double distinct) {
        Grams grams = grams(
                lines(
                        "The quick brown fox jumps over the lazy dog.",
                        "The quick brown fox jumps over the lazy dog again.",
                        "Suddenly, the quick brown fox leaps swiftly over the sleeping dog."),
                Tokens.WHITESPACE);
        assertThat(grams.distinct(n)).isCloseTo(distinct, within(1e-6));
    }

    @Test
    void countsPunctuationAndFoldsCaseOnTheSurface() {
        // the cat . / The cat ! : 6 tokens, 4 of them distinct.
        assertThat(grams(lines("the cat.", "The cat!"), Tokens.SURFACE).distinct(1))
                .isCloseTo(4.0 / 6, within(1e-12));
    }

    @Test
    void countsAMentionAsOneWordWhenMasked() {
        List<AnnotatedText> lines = lines("[Ada Byrne](PERSON) rows", "[Max](PERSON) rows", "[Rome](CITY) rows");
        // <PERSON> rows, <PERSON> rows, <CITY> rows: 3 distinct of 6, pairs 2 of 3.
        assertThat(grams(lines, Tokens.MASKED).distinct(1)).isEqualTo(0.5);
        assertThat(grams(lines, Tokens.MASKED).distinct(2)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(grams(lines, Tokens.SURFACE).distinct(1)).isCloseTo(5.0 / 7, within(1e-12));
    }

    @Test
    void doesNotCrossLinesAndKnowsTheOrderOfWords() {
        assertThat(grams(lines("a b", "b a"), Tokens.SURFACE).distinct(2)).isEqualTo(1.0);
        assertThat(grams(lines("a", "b"), Tokens.SURFACE).distinct(2)).isNaN();
        assertThat(grams(lines("a a a"), Tokens.SURFACE).distinct(2)).isEqualTo(0.5);
    }

    @Test
    void isNotANumberWithoutLines() {
        assertThat(grams(List.of(), Tokens.SURFACE).distinct(1)).isNaN();
        assertThat(grams(List.of(), Tokens.SURFACE).meanLength()).isNaN();
        assertThat(Carriers.of(List.of()).effective()).isNaN();
    }

    @Test
    void countsEffectiveTemplatesAsTheExponentOfTheirEntropy() {
        // a b a c: H = 1.5 bits, 2^1.5 = 2.828427.
        Carriers carriers = Carriers.of(lines("a", "b", "A", "c"));
        assertThat(carriers.effective()).isCloseTo(2.828427, within(1e-6));
        assertThat(carriers.unique()).isEqualTo(0.75);
        assertThat(carriers.top(1)).isEqualTo(0.5);
        assertThat(Carriers.of(lines("[Ada](P) rows", "[Max Li](P)  ROWS")).effective())
                .isCloseTo(1, within(1e-12));
    }

    /** The golden text, joined by spaces, is 162 bytes and 90 as raw DEFLATE; zlib-ng differs by a little. */
    @Test
    void givesTheGoldenCompressionRatio() {
        String[] docs = {
            "The quick brown fox jumps over the lazy dog.",
            "The quick brown fox jumps over the lazy dog again.",
            "Suddenly, the quick brown fox leaps swiftly over the sleeping dog."
        };
        byte[] bytes = String.join(" ", docs).getBytes(StandardCharsets.UTF_8);
        assertThat(bytes).hasSize(162);
        assertThat(Compression.bytes(lines(docs), AnnotatedText::text)).hasSize(162);
        assertThat(Compression.ratio(bytes, bytes.length)).isCloseTo(1.8, within(0.04));
        assertThat(Compression.bytes(Collections.nCopies(100_000, AnnotatedText.plain(docs[0])), AnnotatedText::text)
                        .length)
                .isBetween(Compression.MOST_BYTES, Compression.MOST_BYTES + 100);
    }
}
