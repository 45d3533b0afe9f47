package io.understudy.eval.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.view.TokenLines;
import io.understudy.eval.view.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelfBleuTest {

    private static SelfBleu bleu(int order, boolean capped, String... lines) {
        List<AnnotatedText> texts = Stream.of(lines).map(AnnotatedText::plain).toList();
        return new SelfBleu(Grams.of(TokenLines.of(texts, Tokens.WHITESPACE), 5), order, capped);
    }

    /** Golden D2: nltk 3.10.3, sentence_bleu with method1. By hand, A of order 4: (5/6 · 4/5 · 3/4 · 2/3)^¼. */
    @ParameterizedTest
    @CsvSource({
        "2, .816497, .544331",
        "3, .793701, .529134",
        "4, .759836, .506557",
        "5, .698827, .465885",
    })
    void equalsNltkWithSmoothingMethodOne(int order, double first, double mean) {
        SelfBleu bleu = bleu(order, false, "the cat sat on the mat", "the cat sat on the rug", "a dog barked");
        assertThat(bleu.each()[0]).isCloseTo(first, within(1e-6));
        assertThat(bleu.each()[1]).isCloseTo(first, within(1e-6));
        assertThat(bleu.each()[2]).isZero();
        assertThat(bleu.mean()).isCloseTo(mean, within(1e-6));
    }

    /** One of two words matches, no pair does: (½ · .1 · .1 · .1)^¼; a denominator is at least 1. */
    @Test
    void smoothsANumeratorOfZero() {
        assertThat(bleu(4, false, "a b", "b c").each()[0]).isCloseTo(.149535, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"a b c, .562341", "a b, .316228", "a, .177828"})
    void isNotOneForShortEqualLinesAsPublishedAndIsOneWhenCapped(String line, double published) {
        assertThat(bleu(4, false, line, line).mean()).isCloseTo(published, within(1e-6));
        assertThat(bleu(4, true, line, line).mean()).isCloseTo(1, within(1e-12));
    }

    @Test
    void givesNothingForALineWithoutWordsAndIsNotANumberForOneLine() {
        assertThat(bleu(4, true, "", "a b").each()).containsExactly(0, 0);
        assertThat(bleu(4, true, "a b").mean()).isNaN();
        assertThat(bleu(4, true).mean()).isNaN();
    }

    /** Against the definition written out, pair by pair. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalsTheQuadraticDefinition(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            StringBuilder line = new StringBuilder("w");
            for (int words = random.nextInt(12); words > 0; words--) {
                line.append(' ').append((char) ('a' + random.nextInt(4)));
            }
            lines.add(line.toString());
        }
        double[] each = bleu(4, false, lines.toArray(String[]::new)).each();
        for (int i = 0; i < each.length; i++) {
            List<String> others = new ArrayList<>(lines);
            others.remove(i);
            assertThat(each[i]).isCloseTo(defined(lines.get(i).split(" "), others), within(1e-12));
        }
    }

    private static double defined(String[] hypothesis, List<String> references) {
        double log = 0;
        for (int n = 1; n <= 4; n++) {
            Map<String, Integer> most = new HashMap<>();
            for (String reference : references) {
                counts(reference.split(" "), n).forEach((gram, count) -> most.merge(gram, count, Math::max));
            }
            int matched = 0;
            int total = 0;
            for (Map.Entry<String, Integer> gram : counts(hypothesis, n).entrySet()) {
                matched += Math.min(gram.getValue(), most.getOrDefault(gram.getKey(), 0));
                total += gram.getValue();
            }
            if (n == 1 && matched == 0) {
                return 0;
            }
            log += Math.log((matched == 0 ? 0.1 : matched) / Math.max(1, total)) / 4;
        }
        int length = hypothesis.length;
        int closest = references.stream()
                .map(reference -> reference.split(" ").length)
                .sorted()
                .min((a, b) -> Math.abs(a - length) - Math.abs(b - length))
                .orElseThrow();
        return Math.exp(log) * (length > closest ? 1 : Math.exp(1 - (double) closest / length));
    }

    private static Map<String, Integer> counts(String[] words, int n) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= words.length; i++) {
            counts.merge(String.join(" ", Arrays.copyOfRange(words, i, i + n)), 1, Integer::sum);
        }
        return counts;
    }
}
