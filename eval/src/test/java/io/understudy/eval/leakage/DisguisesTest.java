package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisguisesTest {

    @ParameterizedTest
    @CsvSource({
        "ann%2Elee%40x.example, ann.lee@x.example",
        "ann&#46;lee&#x40;x.example, ann.lee@x.example",
        "Andr&eacute; &Aring;s, Andre As",
        "Andr=C3=A9, Andr\u00e9",
        "Andr\\u00e9 or Andr\\xe9, Andr\u00e9 or Andr\u00e9",
        "Wr3n L0tt3r, Wren Lotter"
    })
    void readsWhatStandsForSomethingElse(String text, String read) {
        assertThat(Disguises.undone(text, true)).contains(read);
    }

    @Test
    void joinsAWordDividedWhereALineEnds() {
        assertThat(Disguises.undone("Mordecai Flint-\n  ham", false)).containsExactly("Mordecai Flintham");
    }

    @Test
    void aOneIsReadAsEitherLetter() {
        assertThat(Disguises.undone("Fl1nt and Pa1mer", true)).contains("Flint and Paimer", "Fllnt and Palmer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a plain line",
                "100% of 40 seats",
                "%zz and %ff",
                "&#99999999; &#x110000;",
                "AT&T & sons; 12",
                "a - b\nc",
                "room 12b, 2024-05-17",
                "1984"
            })
    void leavesWhatIsNoDisguise(String text) {
        assertThat(Disguises.undone(text, true)).isEmpty();
    }
}
