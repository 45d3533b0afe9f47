package io.understudy.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {

    @ParameterizedTest
    @CsvSource({
        "fly, fly",
        "a, a",
        "fly to Oslo, fly to Oslo",
        "a.b/c_d+e-f, a.b/c_d+e-f",
        "' fly', '\" fly\"'",
        "'fly ', '\"fly \"'",
        "'a  b', '\"a  b\"'",
        "a: b, '\"a: b\"'",
        "yes, '\"yes\"'",
        "1e5, '\"1e5\"'",
        "2024-01-02, '\"2024-01-02\"'",
    })
    void quotesWhatYamlWouldTakeForSomethingElse(String text, String yaml) {
        assertThat(YamlText.of(text)).isEqualTo(yaml);
    }

    @Test
    void aHundredThousandWordsAreATextToo() {
        String text = "a ".repeat(100_000) + "a";
        assertThat(YamlText.of(text)).isEqualTo(text);
    }
}
