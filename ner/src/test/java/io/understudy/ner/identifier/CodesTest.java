package io.understudy.ner.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.Markup;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.RecognizerContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys are made up; addresses are the examples of the standards. */
class CodesTest implements RecognizerContract {

    @Override
    public EntityRecognizer recognizer() {
        return new Codes();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void findsCodesAndLeavesWords(String line) {
        assertThat(Markup.write(recognizer().recognize(Markup.read(line).text())))
                .isEqualTo(line);
    }

    static Stream<String> lines() {
        return """
                pay to [1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2](CRYPTO_ADDRESS).
                pay to 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3
                ([bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4](CRYPTO_ADDRESS))
                bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5
                [0x52908400098527886E0F7030069857D2E4169EE7](CRYPTO_ADDRESS)
                0x52908400098527886E0F7030069857D2E4169EE
                card [00:00:5e:00:53:af](MAC_ADDRESS), up
                card [00-00-5E-00-53-AF](MAC_ADDRESS)
                card [0000.5e00.53af](MAC_ADDRESS)
                card 00:00:5e:00:53
                card 00:00-5e:00:53:af
                BIC [DEUTDEFF](BIC)
                SWIFT code: [DEUTDEFF500](BIC)
                a BIC such as DEUTXXFF
                REMEMBER the BIC
                export KEY=[AKIA0000000000EXAMPL](API_KEY)
                [ghp_0123456789abcdefghijABCDEFGHIJ012345](API_KEY)
                AKIA is a prefix
                api key: [9f8a7b6c5d4e3f2a1b0c](API_KEY)
                the key to 9f8a7b6c5d4e3f2a1b0c
                username: [ada_b](USERNAME)
                login is [ada.b](USERNAME), then
                the username field
                ping [@maria_gz92](USERNAME) on it
                meet me @noon
                skype: [sveta_p88](USERNAME)
                skype: call me
                für Benutzer [m.schulze](USERNAME)
                für Benutzer gesperrt
                temporary password [Winter2024](API_KEY), reset
                the password was reset in 2024
                for the user [oskar.n](USERNAME) in
                the user interface
                Log in as [lecheverria](USERNAME), please
                log in as administrator
                log in as soon as you can
                """.lines().map(line -> line.replace("KEY=", "api key "));
    }
}
