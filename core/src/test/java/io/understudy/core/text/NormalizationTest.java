package io.understudy.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Seeds;
import io.understudy.core.testing.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Ada;ada",
                "  Ada \t Byrne ;ada byrne",
                "ada byrne;ada byrne",
                "ada  byrne;ada byrne",
                " ada;ada",
                "ada ;ada",
                "ada\tbyrne;ada byrne",
                " ;~~",
                "O`Neil;o'neil",
                "O’Neil;o'neil",
                "Sørensen;sørensen",
                "Ángström;angstrom",
                "STRASSE;strasse",
                "Straße;strasse",
                "Eva–Maria;eva-maria",
                "ﬁne;fine",
                "ＡＤＡ;ada",
                "«Ada»;\"ada\"",
                "ΣΟΦΟΣ;σοφοσ",
                "σοφος;σοφοσ",
                "a\u00a0\u3000b;a b",
                "a\u00adb\u200d;ab",
                "İstanbul;istanbul",
            })
    void spellingsOfOneName(String spelling, String normal) {
        assertThat(Normalization.of(spelling)).isEqualTo(normal);
    }

    @Test
    void normalizingAgainChangesNothing() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isDefined(c) && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                String once = Normalization.of("a" + Character.toString(c) + "b");
                assertThat(Normalization.of(once)).as("U+%04X", c).isEqualTo(once);
            }
        }
    }

    @Test
    void asciiTakesAFastWayToTheSamePlace() {
        for (long seed = 1; seed <= 2000; seed++) {
            StringBuilder ascii = new StringBuilder();
            Hostile.text(Seeds.random(seed, 1)).chars().filter(c -> c < 0x80).forEach(c -> ascii.append((char) c));
            // A letter beyond ASCII takes the general way.
            assertThat(Normalization.of(ascii + "é")).as("seed " + seed).isEqualTo(Normalization.of(ascii + "e"));
        }
    }
}
