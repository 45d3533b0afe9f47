package io.understudy.ner.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Markup;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.RecognizerContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** "|" is a line break. */
class AddressesTest implements RecognizerContract {

    @Override
    public EntityRecognizer recognizer() {
        return new Addresses();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void findsAddressesWhole(String line) {
        String expected = line.replace("|", "\\n");
        assertThat(Markup.write(recognizer().recognize(Markup.read(expected).text())))
                .isEqualTo(expected);
    }

    static Stream<String> lines() {
        return """
                She lives at [12 Elm Street, Springfield, IL 62701](ADDRESS) now.
                Ada Byrne|[12 Elm Street|Springfield, IL 62701|USA](ADDRESS)||Dear Ada
                send it to [1600 Amphitheatre Parkway Suite 4](ADDRESS) please
                Wohnhaft in [Augsburger Strasse 36, 10069 Berlin](ADDRESS).
                habite au [62 Rue Gafsa, 75001 Paris](ADDRESS).
                at [Via Roma 5, Milano](ADDRESS)
                his address: [5049 Harjukuja 54, Turku](ADDRESS)
                mail to [PSC 4574, Box 8393|APO AA 81998](ADDRESS)
                mail to [USNS Bering|FPO AP 85844](ADDRESS)
                > Ada Byrne|> [77 Oak Road|> Apt. 316|> Leeds|> England](ADDRESS)
                stop at [the corner of Oak Road 86 and Elm Street](ADDRESS).
                on 14 March 1980 we met
                5 Apollo missions flew
                at 12 o'clock in Room 5
                the 3 Kings, and 4 Queens
                in 1984 Orwell
                a street of 20 houses
                """.lines();
    }
}
