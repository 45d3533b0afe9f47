package io.understudy.core.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {

    /** The textbook's number 7992739871, whose check digit is 3, and the test number of a network. */
    @Test
    void luhn() {
        assertThat(Luhn.digit("7992739871")).isEqualTo(3);
        assertThat(Luhn.holds("79927398713")).isTrue();
        assertThat(Luhn.holds("4111111111111111")).isTrue();
        assertThat(IntStream.range(0, 10).filter(digit -> Luhn.holds("7992739871" + digit)))
                .containsExactly(3);
    }

    /** The textbook's 236, whose check digit is 3; neighbours swapped are found as well. */
    @Test
    void verhoeff() {
        assertThat(Verhoeff.digit("236")).isEqualTo(3);
        assertThat(Verhoeff.holds("2363")).isTrue();
        assertThat(Verhoeff.holds("2633")).isFalse();
        assertThat(IntStream.range(0, 10).filter(digit -> Verhoeff.holds("236" + digit)))
                .containsExactly(3);
    }

    /** Examples of the registry of ISO 13616. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB82WEST12345698765432",
                "DE89370400440532013000",
                "FR1420041010050500013M02606",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S",
                "CH9300762011623852957",
                "BR9700360305000010009795493P1",
                "SC18SSCB11010000000000001497USD"
            })
    void ibans(String iban) {
        assertThat(Iban.holds(iban)).isTrue();
        assertThat(Iban.of(iban.substring(0, 2), iban.substring(4))).isEqualTo(iban);
        assertThat(Iban.length(iban.substring(0, 2))).contains(iban.length());
        assertThat(Iban.holds(iban + "0")).isFalse();
        assertThat(Iban.holds("XX" + iban.substring(2))).isFalse();
        assertThat(Iban.holds(iban.replace('5', '6').replace('9', '8'))).isFalse();
    }

    @Test
    void anAccountThatIsNoneOfTheCountryIsRefused() {
        // The registry has four capitals for the bank, mod 97 or not.
        assertThat(Iban.holds("GB82123412345698765432")).isFalse();
        assertThat(Iban.countries()).hasSize(89).contains("HN");
        assertThatThrownBy(() -> Iban.of("GB", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an account of 1 characters is none of country 'GB'");
    }

    /** Examples of BIP 173, BIP 350 and the Bitcoin wiki. */
    @Test
    void cryptoAddresses() {
        assertThat(CryptoAddress.holdsBase58("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"))
                .isTrue();
        assertThat(CryptoAddress.holdsBase58("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"))
                .isTrue();
        assertThat(CryptoAddress.holdsBase58("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3"))
                .isFalse();
        assertThat(CryptoAddress.holdsBase58("11BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"))
                .isFalse();
        assertThat(CryptoAddress.holdsBase58("0BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"))
                .isFalse();
        assertThat(CryptoAddress.holdsBech32("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"))
                .isTrue();
        assertThat(CryptoAddress.holdsBech32("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"))
                .isTrue();
        assertThat(CryptoAddress.holdsBech32("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"))
                .isFalse();
        assertThat(CryptoAddress.holdsBech32("bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"))
                .isFalse();
        assertThat(CryptoAddress.bech32("bc", "qw508d6qejxtdg4y5r3zarvary0c5xw7k"))
                .isEqualTo("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
        String made = CryptoAddress.base58((byte) 0, new byte[20]);
        assertThat(made).isEqualTo("1111111111111111111114oLvT2");
        assertThat(CryptoAddress.holdsBase58(made)).isTrue();
    }
}
