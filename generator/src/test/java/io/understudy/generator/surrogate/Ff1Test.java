package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ff1Test {

    private static final String KEY = "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94";

    /** NIST's sample vectors for FF1 (SP 800-38G, examples: FF1samples, 1 to 9). */
    @ParameterizedTest
    @CsvSource({
        "16, 10, '', 0123456789, 2433477484",
        "16, 10, 39383736353433323130, 0123456789, 6124200773",
        "16, 36, 3737373770717273373737, 0123456789abcdefghi, a9tv40mll9kdu509eum",
        "24, 10, '', 0123456789, 2830668132",
        "24, 10, 39383736353433323130, 0123456789, 2496655549",
        "24, 36, 3737373770717273373737, 0123456789abcdefghi, xbj3kv35jrawxv32ysr",
        "32, 10, '', 0123456789, 6657667009",
        "32, 10, 39383736353433323130, 0123456789, 1001623463",
        "32, 36, 3737373770717273373737, 0123456789abcdefghi, xs8a0azh2avyalyzuwd"
    })
    void theStandardsSamplesComeOut(int keyBytes, int radix, String tweak, String plain, String cipher) {
        Ff1 ff1 = new Ff1(HexFormat.of().parseHex(KEY.substring(0, 2 * keyBytes)));
        int[] out = ff1.encrypt(
                radix,
                HexFormat.of().parseHex(tweak),
                plain.chars().map(c -> Character.digit(c, radix)).toArray());
        assertThat(Arrays.stream(out)
                        .mapToObj(numeral -> String.valueOf(Character.forDigit(numeral, radix)))
                        .collect(Collectors.joining()))
                .isEqualTo(cipher);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 762, 1024, 10_007})
    void numbersBelowABoundArePermuted(int size) {
        Ff1 ff1 = new Ff1(new byte[32]);
        byte[] tweak = "IP_ADDRESS".getBytes(StandardCharsets.US_ASCII);
        assertThat(IntStream.range(0, size)
                        .map(i -> ff1.permuted(BigInteger.valueOf(i), BigInteger.valueOf(size), tweak)
                                .intValueExact()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, size).boxed().toList());
    }
}
