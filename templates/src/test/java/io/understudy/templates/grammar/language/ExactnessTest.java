package io.understudy.templates.grammar.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.templates.grammar.Grammar;
import io.understudy.templates.grammar.text.GrammarReader;
import io.understudy.templates.grammar.text.GrammarWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small random grammars, beside all that {@link BruteForce} makes of them by plain substitution. */
class ExactnessTest {

    private static final int LARGEST = 1500;
    private static final int RANKED = 200;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 240);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsRanksAndSamplesAreExact(long seed) throws IOException {
        String text = RandomGrammar.of(seed);
        Grammar grammar = GrammarReader.read("random", text);
        List<AnnotatedText> all = BruteForce.all(grammar);
        if (all.isEmpty() || all.size() > LARGEST) {
            return;
        }
        Utterances utterances = Language.of(grammar).intents().get(0);
        assertThat(utterances.count()).as(text).isEqualTo(BigInteger.valueOf(all.size()));

        List<AnnotatedText> numbered = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            BigInteger number = BigInteger.valueOf(i);
            AnnotatedText said = utterances.utterance(number).text();
            numbered.add(said);
            if (i < RANKED) {
                assertThat(utterances.ranks(said, all.size())).as(text).contains(number);
            }
        }
        assertThat(numbered).as(text).containsExactlyInAnyOrderElementsOf(all);

        for (boolean even : new boolean[] {true, false}) {
            assertThat(sample(utterances, all.size(), even)).as(text).containsExactlyInAnyOrderElementsOf(all);
            int some = all.size() / 2;
            assertThat(sample(utterances, some, even)).as(text).hasSize(some).isSubsetOf(all);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachNumberIsTheRankOfOneDerivation(long seed) throws IOException {
        Grammar grammar = GrammarReader.read("random", RandomGrammar.of(seed));
        Utterances utterances = Language.of(grammar).intents().get(0);
        int count = (int) Math.min(60, utterances.count().longValue());
        for (int i = 0; i < count; i++) {
            String said = utterances.utterance(BigInteger.valueOf(i)).text().text();
            for (BigInteger rank : utterances.ranks(said, count)) {
                assertThat(utterances.utterance(rank).text().text()).isEqualTo(said);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenSaysTheSame(long seed) throws IOException {
        Grammar grammar = GrammarReader.read("random", RandomGrammar.of(seed));
        String written = GrammarWriter.write(grammar);
        Utterances before = Language.of(grammar).intents().get(0);
        Utterances after =
                Language.of(GrammarReader.read("random", written)).intents().get(0);
        assertThat(after.count()).as(written).isEqualTo(before.count());
        int count = (int) Math.min(100, before.count().longValue());
        for (int i = 0; i < count; i++) {
            BigInteger number = BigInteger.valueOf(i);
            assertThat(after.utterance(number).text())
                    .as(written)
                    .isEqualTo(before.utterance(number).text());
        }
    }

    private static List<AnnotatedText> sample(Utterances utterances, int size, boolean even) {
        Sampling sampling = utterances.sample(7, size, even);
        List<AnnotatedText> sample = new ArrayList<>();
        for (long place = 0; place < sampling.size(); place++) {
            sample.add(sampling.utterance(place).text());
        }
        return sample;
    }
}
