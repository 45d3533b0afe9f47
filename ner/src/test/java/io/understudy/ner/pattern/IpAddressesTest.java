package io.understudy.ner.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAddressesTest {

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
