package io.understudy.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.core.BadDataException;
import io.understudy.generator.model.Answer.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesTest {

    @Test
    void theLongestNameThatFitsCounts() {
        Prices prices = Prices.parse(
                "p.csv", "# ours\nmodel,input,output\nopenai:*,1,2\nopenai:big*, 3 , 4.5\r\nopenai:big-x,5,6\n");
        assertThat(prices.of("openai:small")).contains(new Price(1_000_000, 2_000_000));
        assertThat(prices.of("openai:big-y")).contains(new Price(3_000_000, 4_500_000));
        assertThat(prices.of("openai:big-x")).contains(new Price(5_000_000, 6_000_000));
        assertThat(prices.of("mistral:x")).isEmpty();
    }

    /** 1,234 tokens at $0.15 and 567 at $0.60 for a million: 0.0001851 + 0.0003402. */
    @Test
    void sumsAreExact() {
        Price price = Price.ofMillion(new BigDecimal("0.15"), new BigDecimal("0.60"));
        assertThat(Price.dollars(price.of(new Usage(1234, 567)))).isEqualByComparingTo("0.0005253");
    }

    @Test
    void theTableThatIsShippedIsRead() {
        assertThat(Prices.parse("prices.csv", Prices.shipped()).of("ollama:llama3"))
                .contains(Price.FREE);
    }

    @Test
    void aLineThatIsNoPriceIsNamed() {
        assertThatThrownBy(() -> Prices.parse("p.csv", "openai:x,1,2\nopenai:y,1\n"))
                .isInstanceOf(BadDataException.class)
                .hasMessage("p.csv:2: is not 'model,input,output' such as 'openai:gpt-x,0.25,2.00', US dollars for a"
                        + " million tokens");
        assertThatThrownBy(() -> Prices.parse("p.csv", "openai:x,-1,2\n")).isInstanceOf(BadDataException.class);
    }

    @Test
    void aKeyThatOthersMayReadIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "sk-secret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> ApiKey.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ": others than its owner may use this file; expected mode 600: chmod 600 " + file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(ApiKey.read(file)).isEqualTo(ApiKey.of("sk-secret"));
        Files.writeString(file, "sk\nsecret\n");
        assertThatThrownBy(() -> ApiKey.read(file))
                .hasMessage(file + ": the key holds a space or a sign that no key has; expected one line");
    }
}
