package io.understudy.templates.grammar.text;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostileGrammarsTest {

    @Test
    @Timeout(120)
    void hostileFilesEndInOurOwnErrors() {
        HostileGrammars.tryAll(1, 20_000, (seed, failure) -> {
            throw new AssertionError("seed " + seed, failure);
        });
    }

    @Test
    void deepNestingIsAnError() {
        for (String open : new String[] {"(", "[", "{a: ", "^(", "<a("}) {
            assertThatCode(() -> HostileGrammars.attempt("intent i\n  " + open.repeat(100_000) + "\n"))
                    .as(open)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void longChainsOfReferencesAreAnError() {
        StringBuilder grammar = new StringBuilder("intent i\n  <a50000>\nalias a0\n  x\n");
        for (int i = 1; i <= 50_000; i++) {
            grammar.append("alias a").append(i).append("\n  <a").append(i - 1).append(">\n");
        }
        assertThatCode(() -> HostileGrammars.attempt(grammar.toString())).doesNotThrowAnyException();
    }
}
