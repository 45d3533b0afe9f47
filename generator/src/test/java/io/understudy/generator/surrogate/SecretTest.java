package io.understudy.generator.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    private static final byte[] KEY = "a key of twenty bytes".getBytes(StandardCharsets.US_ASCII);

    @Test
    void purposeAndTextCannotBeShiftedIntoEachOther() {
        Secret secret = Secret.of(KEY);
        assertThat(secret.number("a", "bc")).isEqualTo(Secret.of(KEY).number("a", "bc"));
        assertThat(secret.number("a", "bc")).isNotEqualTo(secret.number("ab", "c"));
    }

    @Test
    void anotherKeyGivesOtherNumbers() {
        assertThat(Secret.of(KEY).number("x", "y")).isNotEqualTo(Secret.fresh().number("x", "y"));
        assertThat(Secret.fresh().number("x", "y")).isNotEqualTo(Secret.fresh().number("x", "y"));
    }

    @Test
    void aLineBreakAtTheEndOfTheFileIsNoPartOfTheKey(@TempDir Path folder) throws Exception {
        Path bare = Files.write(folder.resolve("bare"), KEY);
        Path ended = Files.writeString(folder.resolve("ended"), new String(KEY, StandardCharsets.US_ASCII) + "\r\n");
        assertThat(Secret.read(bare).number("x", "y"))
                .isEqualTo(Secret.read(ended).number("x", "y"))
                .isEqualTo(Secret.of(KEY).number("x", "y"));
    }

    @Test
    void aKeyThatCanBeGuessedIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "secret\n");
        assertThatThrownBy(() -> Secret.read(file)).hasMessage(file + ": holds 6 bytes; expected a key of 16 or more");
        assertThatThrownBy(() -> Secret.read(folder.resolve("none")))
                .hasMessage(folder.resolve("none") + ": there is no such file; expected a key of random bytes");
        assertThatThrownBy(() -> Secret.of(new byte[3]))
                .hasMessage("a key of 3 bytes can be guessed; expected 16 or more");
    }

    @Test
    void aKeyDoesNotTellItself() {
        assertThat(Secret.of(KEY)).hasToString("a key");
    }
}
