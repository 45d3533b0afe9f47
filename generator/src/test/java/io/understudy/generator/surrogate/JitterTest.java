package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JitterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $1,234.50       | \\$\\d,\\d\\d\\d\\.\\d0
            1.200,00 EUR    | \\d\\.\\d00,00 EUR
            5 million       | \\d million
            12.5%           | \\d\\d\\.\\d%
            1000            | \\d000
            3 to 40 boxes   | \\d to \\d0 boxes
            -7              | -\\d
            0.25            | 0\\.\\d\\d""")
    void sizeRoundingPunctuationAndUnitsStay(String written, String form) {
        for (long seed = 0; seed < 300; seed++) {
            String near = Jitter.numbers(written, 0, Seeds.random(seed, 1));
            assertThat(near).as("seed %d", seed).matches(form).isNotEqualTo(written);
        }
    }
}
