package io.understudy.ner.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {

    /** The first three are worked examples of the algorithm; the others follow by changing one digit. */
    @ParameterizedTest
    @CsvSource({
        "79927398713,true",
        "4111111111111111,true",
        "0,true",
        "79927398710,false",
        "4111111111111112,false",
        "1,false"
    })
    void luhn(String digits, boolean expected) {
        assertThat(Cards.passesLuhn(digits)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "GB82WEST12345698765432,true",
        "DE89370400440532013000,true",
        "GB82WEST12345698765433,false",
        "DE98370400440532013000,false",
        "DE89370400440532010300,false"
    })
    void modulo97(String compact, boolean expected) {
        assertThat(Ibans.passes(compact)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "::1,true",
        "::,false",
        "1::,true",
        "2001:db8::1,true",
        "1:2:3:4:5:6:7:8,true",
        "1:2:3:4:5:6:7,false",
        "1:2:3:4:5:6:7:8:9,false",
        "1::2::3,false",
        "12345::1,false",
        ":1,false",
        "1:2:3:4::5:6:7:8,false"
    })
    void version6(String surface, boolean expected) {
        assertThat(IpAddresses.isV6(surface)).isEqualTo(expected);
    }
}
