package io.understudy.eval.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.view.TokenLines;
import io.understudy.eval.view.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden D3: the package LexicalRichness. */
class WordVarietyTest {

    private static WordVariety of(String text, Tokens tokens) {
        return new WordVariety(
                TokenLines.of(List.of(AnnotatedText.plain(text)), tokens).joined());
    }

    /** abababab by hand: "aba" falls to .667 and is a factor, so is "bab"; "ab" is at 1, no part: 8 / 2. */
    @ParameterizedTest
    @CsvSource({
        "a a a a, 2.0",
        "a b a b a b a b, 4.0",
        "a b c a b c d a b c d e, 6.0",
        "a b c d e f g h i j, 10.0",
        "a, 1.0",
        "the cat sat on the mat the dog sat on the rug the end, 11.635135",
    })
    void givesTheGoldenLengthUntilRepetition(String text, double expected) {
        assertThat(of(text, Tokens.WHITESPACE).untilRepetition(.72)).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "a b a b a b a b, 3, .666667",
        "the cat sat on the mat the dog sat on the rug the end, 3, .944444",
        "a b a, 3, .666667",
    })
    void givesTheGoldenMovingAverage(String text, int window, double expected) {
        assertThat(of(text, Tokens.WHITESPACE).movingAverage(window)).isCloseTo(expected, within(1e-6));
    }

    /** Four of eight without the one word: 1/70; so 2 (1 − 1/70) / 4. */
    @Test
    void givesTheGoldenDraw() {
        assertThat(of("a b a b a b a b", Tokens.WHITESPACE).drawn(4)).isCloseTo(.492857, within(1e-6));
        assertThat(of("the cat sat on the mat the dog sat on the rug the end", Tokens.WHITESPACE)
                        .typeTokenRatio())
                .isCloseTo(.571429, within(1e-6));
    }

    @Test
    void givesTheGoldenFiguresOnTheViewOfThePackage() {
        WordVariety text =
                of("TEST text with some text numbers 42, hyphen-here, and text punctuations.", Tokens.LEXICAL);
        assertThat(text.typeTokenRatio()).isCloseTo(.8, within(1e-12));
        assertThat(text.movingAverage(5)).isCloseTo(.9, within(1e-12));
        assertThat(text.untilRepetition(.72)).isCloseTo(14, within(1e-9));
        assertThat(text.drawn(5)).isCloseTo(.883333, within(1e-6));
        assertThat(text.yuleK()).isCloseTo(600, within(1e-9));
        assertThat(text.simpson()).isCloseTo(.0666667, within(1e-7));
    }

    @Test
    void isNotANumberWhereTheTextIsTooShort() {
        WordVariety empty = of("", Tokens.WHITESPACE);
        assertThat(empty.typeTokenRatio()).isNaN();
        assertThat(empty.untilRepetition(.72)).isNaN();
        assertThat(empty.yuleK()).isNaN();
        assertThat(of("a b", Tokens.WHITESPACE).movingAverage(3)).isNaN();
        assertThat(of("a b", Tokens.WHITESPACE).drawn(3)).isNaN();
        assertThat(of("a", Tokens.WHITESPACE).simpson()).isNaN();
    }
}
