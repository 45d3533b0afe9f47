package io.understudy.templates.grammar.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.templates.grammar.coverage.Covering;
import io.understudy.templates.grammar.text.GrammarReader;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small random grammars: what occurs together, beside all derivations written out. */
class ChoicesTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 120);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tuplesAreThoseOfAllDerivationsAndACoveringHoldsThem(int seed) throws IOException {
        String text = RandomGrammar.of(seed);
        Utterances utterances =
                Language.of(GrammarReader.read("random", text)).intents().get(0);
        if (utterances.count().longValue() > 1500) {
            return;
        }
        Choices choices = Choices.of(utterances).orElseThrow();
        for (int strength = 1; strength <= 3; strength++) {
            Set<Long> all = new TreeSet<>();
            for (long i = 0; i < utterances.count().longValue(); i++) {
                Choices.tuples(choices.of(BigInteger.valueOf(i)), strength, all::add);
            }
            assertThat(LongStream.of(choices.tuples(strength).orElseThrow()).boxed())
                    .as(text)
                    .containsExactlyElementsOf(all);
            Set<Long> held = new TreeSet<>();
            Covering covering = Covering.of(utterances, strength, seed);
            for (BigInteger rank : covering.ranks()) {
                Choices.tuples(choices.of(rank), strength, held::add);
            }
            assertThat(held).as(text).isEqualTo(all);
            assertThat(covering.least())
                    .as(text)
                    .isLessThanOrEqualTo(covering.ranks().size());
        }
    }
}
