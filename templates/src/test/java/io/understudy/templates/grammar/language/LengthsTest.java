package io.understudy.templates.grammar.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.text.GrammarReader;
import io.understudy.templates.grammar.text.GrammarWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LengthsTest {

    private static Utterances intent(String... lines) throws IOException {
        return Language.of(GrammarReader.read("g", String.join("\n", lines) + "\n"))
                .intents()
                .get(0);
    }

    @Test
    void aRecursionEndsWhereItsLengthDoes() throws IOException {
        // Words over a and b of 1 to 10 characters: 2 + 4 + ... + 1024.
        Utterances words = intent("intent i", "  <w>", "alias w length=10", "  (a|b)[<w>]");
        assertThat(words.count()).isEqualTo(2046);
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < 2046; i++) {
            String text = words.utterance(BigInteger.valueOf(i)).text().text();
            all.add(text);
            assertThat(words.ranks(text, 2)).containsExactly(BigInteger.valueOf(i));
        }
        assertThat(all).hasSize(2046).allMatch(text -> text.matches("[ab]{1,10}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8, 10, 12, 14})
    void bracketsAreCountedByCatalan(int length) throws IOException {
        // Balanced words of n pairs of brackets: the Catalan numbers 1, 1, 2, 5, 14, 42, 132, 429.
        int[] catalan = {1, 1, 2, 5, 14, 42, 132, 429};
        int sum = 0;
        for (int pairs = 1; pairs <= length / 2; pairs++) {
            sum += catalan[pairs];
        }
        assertThat(intent("intent i", "  x <b>", "alias b length=" + length, "  y[<b>]z[<b>]")
                        .count())
                .isEqualTo(sum);
    }

    @Test
    void spacesDoNotCountAndTheFirstPlaceMayBeItsOwn() throws IOException {
        // a, a of a, a of a of a: 1, 4 and 7 characters; the second in one way, the third in two.
        Utterances nouns = intent("intent i", "  <n>", "alias n length=7", "  a", "  <n> of <n>");
        assertThat(nouns.count()).isEqualTo(4);
        assertThat(nouns.distinct().exact()).contains(BigInteger.valueOf(3));
    }

    @Test
    void numbersAreSetApartByTheirDigits() throws IOException {
        // 9 of one digit, 90 of two; a sum of two with at most 3 characters: 9 * 9.
        Utterances sums = intent("intent i", "  <s>", "alias s length=3", "  <1..1000>", "  <1..1000>+<s>");
        assertThat(sums.count()).isEqualTo(9 + 90 + 900 + 9 * 9);
        assertThat(sums.ranks("7+8", 2)).hasSize(1);
        assertThat(sums.ranks("17+8", 2)).isEmpty();
    }

    @Test
    void weightsHoldAsFarAsTheLengthLets() throws IOException {
        Utterances words = intent("intent i", "  <w>", "alias w length=1", "  3: a[<w>]", "  b");
        Sampling sample = words.sample(1, 2, false);
        assertThat(sample.size()).isEqualTo(2);
    }

    @Test
    void isWrittenAsItWasRead() throws IOException {
        Grammar grammar = GrammarReader.read("g", "intent i\n  <w>\nalias w depth=3 length=9\n  a[<w>]\n");
        assertThat(GrammarWriter.write(grammar)).contains("alias w depth=3 length=9");
    }
}
