package io.understudy.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.testing.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    @ParameterizedTest
    @CsvSource({
        "Ada Byrne,Xx Xx",
        "ada byrne,x x",
        "ADA,XX",
        "A,X",
        "McKay,Xxx",
        "iPhone,Xxx",
        "555-0134,ddd-dddd",
        "Zoe\u0301,Xx",
        "B2B,XdX",
        "O'Neil,X'Xx",
        "Ünal,Xx",
        "漢字,x",
        "\u0661\u0662,dd",
        "😀,😀",
        "'',''"
    })
    void howASurfaceLooked(String surface, String pattern) {
        assertThat(Shape.of(surface).pattern()).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "ada byrne,true,false,2",
        "ADA,false,true,1",
        "Ada,false,false,1",
        "A,false,false,1",
        "A. B.,false,false,2",
        "42,false,false,1",
        "'',false,false,0"
    })
    void whatAShapeTells(String surface, boolean lower, boolean upper, int words) {
        Shape shape = Shape.of(surface);
        assertThat(shape.isLower()).isEqualTo(lower);
        assertThat(shape.isUpper()).isEqualTo(upper);
        assertThat(shape.words()).isEqualTo(words);
    }

    @Test
    void noLetterOrDigitOfTheOriginalStays() {
        for (long seed = 1; seed <= 1000; seed++) {
            String surface = Hostile.text(Seeds.random(seed, 0));
            assertThat(Shape.of(surface).pattern().codePoints().filter(Character::isLetterOrDigit))
                    .as("seed " + seed)
                    .allMatch(c -> c == 'X' || c == 'x' || c == 'd');
        }
        assertThat(Shape.of("a-".repeat(1000)).pattern()).hasSizeLessThan(70);
    }
}
