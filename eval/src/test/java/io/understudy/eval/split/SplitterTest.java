package io.understudy.eval.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.Example;
import io.understudy.core.testing.Corpora;
import io.understudy.eval.Lines;
import io.understudy.eval.split.Overlap.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SplitterTest {

    private static final List<Double> TEST_A_FIFTH = List.of(0.8, 0.2);

    private static Parts split(SplitBy by, long seed, List<Example> lines, List<Double> shares) {
        Splitter splitter = new Splitter(by, seed);
        lines.forEach(splitter::add);
        return splitter.split(shares);
    }

    private static Overlap overlap(List<Example> lines, Parts parts, int test) {
        Overlap overlap = new Overlap();
        for (int i = 0; i < lines.size(); i++) {
            if (parts.part(i) != test) {
                overlap.train(lines.get(i));
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (parts.part(i) == test) {
                overlap.test(lines.get(i));
            }
        }
        return overlap;
    }

    /** Another program's random splits share 98.9 % of templates; ours by template none. */
    @Test
    void aRandomSplitOfFilledTemplatesTestsNothingNewAndOneByTemplateDoes() {
        List<Example> lines = Corpora.presidio();
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(overlap(lines, split(SplitBy.RANDOM, seed, lines, TEST_A_FIFTH), 1)
                            .shared(Kind.TEMPLATES)
                            .share())
                    .isCloseTo(0.989, within(0.011));
            Parts parts = split(SplitBy.TEMPLATE, seed, lines, TEST_A_FIFTH);
            assertThat(overlap(lines, parts, 1).shared(Kind.TEMPLATES).known()).isZero();
            assertThat(parts.sizes().get(1)).isBetween(270, 330);
        }
    }

    @ParameterizedTest
    @CsvSource({"TEMPLATE, TEMPLATES", "VALUE, VALUES", "ENTITY, ENTITIES"})
    void foldsShareNothingOfTheirKind(SplitBy by, Kind kind) {
        List<Example> lines = Corpora.presidio();
        Parts parts = split(by, 1, lines, Collections.nCopies(5, 0.2));
        assertThat(parts.lines()).isEqualTo(1500);
        for (int fold = 0; fold < 5; fold++) {
            assertThat(overlap(lines, parts, fold).shared(kind).known()).isZero();
            assertThat(parts.sizes().get(fold)).isBetween(285, 315);
        }
    }

    @Test
    void eachPartGetsItsShareOfEachIntent() {
        List<Example> lines = Corpora.snipsTrain();
        for (SplitBy by : List.of(SplitBy.RANDOM, SplitBy.TEMPLATE)) {
            Parts parts = split(by, 3, lines, TEST_A_FIFTH);
            Map<String, Long> test = IntStream.range(0, lines.size())
                    .filter(i -> parts.part(i) == 1)
                    .mapToObj(i -> lines.get(i).intent().orElseThrow())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(test)
                    .hasSize(7)
                    .allSatisfy((intent, count) -> assertThat(count).isBetween(380L, 400L));
        }
    }

    @ParameterizedTest
    @EnumSource(SplitBy.class)
    void equalSeedsGiveEqualPartsAndOthersOthers(SplitBy by) {
        List<Example> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add(Lines.original(i + 1, "call %d [n%d](PERSON) now %d".formatted(i, i, i)));
        }
        Parts one = split(by, 1, lines, TEST_A_FIFTH);
        Parts same = split(by, 1, lines, TEST_A_FIFTH);
        Parts other = split(by, 2, lines, TEST_A_FIFTH);
        assertThat(parts(same, 200)).isEqualTo(parts(one, 200));
        if (by == SplitBy.DOCUMENT) {
            assertThat(one.sizes()).containsExactly(200, 0);
        } else {
            assertThat(one.sizes()).containsExactly(160, 40);
            assertThat(parts(other, 200)).isNotEqualTo(parts(one, 200));
        }
    }

    private static List<Integer> parts(Parts parts, int lines) {
        return IntStream.range(0, lines).mapToObj(parts::part).toList();
    }

    /** One line ties two values, and through them three lines. */
    @Test
    void sharingChains() {
        List<Example> lines = List.of(
                Lines.original(1, "[Ada](PERSON)"),
                Lines.original(2, "[Oslo](CITY)"),
                Lines.original(3, "[ada](PERSON) in [OSLO](CITY)"),
                Lines.original(4, "[Ada](CITY)"),
                Lines.original(5, "no one"));
        Parts parts = split(SplitBy.VALUE, 1, lines, List.of(0.5, 0.5));
        assertThat(parts.groups()).isEqualTo(3);
        assertThat(parts.largestGroup()).isEqualTo(3);
        assertThat(parts.part(1)).isEqualTo(parts.part(0));
        assertThat(parts.part(2)).isEqualTo(parts.part(0));
        assertThat(parts.part(3)).isNotEqualTo(parts.part(0));
    }

    /** Of 12 words, 10 runs of three: one word changed at the end leaves 9 of 11, 0.82; two in the middle 5 of 15. */
    @Test
    void nearDuplicatesStayTogether() {
        List<Example> lines = List.of(
                Lines.original(1, "a b c d e f g h i j k l"),
                Lines.original(2, "a b c d e f g h i j k z"),
                Lines.original(3, "y b c d e f g h i j k z"),
                Lines.original(4, "a b c d x x g h i j k l"),
                Lines.original(5, "A b c d e f g h i j k l"));
        Parts parts = split(SplitBy.NEAR_DUPLICATE, 1, lines, List.of(0.5, 0.5));
        assertThat(parts.groups()).isEqualTo(2);
        assertThat(parts.largestGroup()).isEqualTo(4);
        assertThat(parts.part(3)).isNotEqualTo(parts.part(0));
    }

    @Test
    void anEmptyCorpusHasEmptyParts() {
        Parts parts = split(SplitBy.TEMPLATE, 1, List.of(), TEST_A_FIFTH);
        assertThat(parts.sizes()).containsExactly(0, 0);
        assertThat(parts.largestGroup()).isZero();
    }
}
