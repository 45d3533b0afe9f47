package io.understudy.eval.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.Example;
import io.understudy.core.testing.Corpora;
import io.understudy.eval.fidelity.TwoSampleTest.Sign;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoSampleTestTest {

    /** Golden F1: of nine pairs .9 and .8 win three each, .4 wins one and ties one: 7.5 / 9. */
    @Test
    void givesTheGoldenArea() {
        double[] scores = {.9, .8, .4, .7, .4, .1};
        boolean[] positive = {true, true, true, false, false, false};
        assertThat(TwoSampleTest.auc(scores, positive)).isCloseTo(.833333, within(1e-6));
        assertThat(TwoSampleTest.auc(new double[] {1, 1, 1}, new boolean[] {true, false, true}))
                .isEqualTo(.5);
    }

    /** P(X ≥ 60) of 100 tosses. */
    @Test
    void givesTheGoldenChance() {
        assertThat(TwoSampleTest.chance(100, 60)).isCloseTo(.028444, within(1e-6));
    }

    private static List<String> lines(String first, int count) {
        return IntStream.range(0, count).mapToObj(i -> first + " of line " + i).toList();
    }

    @Test
    void tellsApartWhatDiffersByOneWordAndNamesIt() {
        TwoSampleTest test = TwoSampleTest.of(lines("talk", 200), lines("speak", 200));
        assertThat(test.auc()).isGreaterThan(.99);
        assertThat(test.accuracy()).isGreaterThan(.99);
        assertThat(test.p()).isLessThan(1e-50);
        assertThat(test.lines()).isEqualTo(200);
        assertThat(test.signs()).hasSize(20);
        assertThat(test.signs().stream().map(Sign::feature).limit(4)).contains("talk", "speak");
        Sign talk = test.signs().stream()
                .filter(sign -> sign.feature().equals("talk"))
                .findFirst()
                .orElseThrow();
        assertThat(talk.ofFirst()).isTrue();
        assertThat(talk.weight()).isPositive();
    }

    @Test
    void countsEqualLinesOfOneSideOnceAndRefusesTooFew() {
        List<String> few = new ArrayList<>(lines("a", 40));
        few.addAll(lines("a", 40));
        assertThat(TwoSampleTest.usable(few, lines("b", 90))).isEqualTo(40);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoSampleTest.of(few, lines("b", 90)))
                .withMessage("40 distinct lines a side; needs 50");
    }

    /** Two random halves of one corpus: .5, with a standard error of .013 at 1,000 lines. */
    @Test
    void cannotTellHalvesOfOneCorpusApart() {
        List<String> snips =
                new ArrayList<>(Corpora.snipsTrain().stream().map(Example::text).toList());
        Collections.shuffle(snips, new Random(5));
        TwoSampleTest test = TwoSampleTest.of(snips.subList(0, 1_000), snips.subList(1_000, 2_000));
        assertThat(test.auc()).isCloseTo(.5, within(.045));
        assertThat(test.p()).isGreaterThan(.001);
        assertThat(TwoSampleTest.of(snips.subList(0, 1_000), snips.subList(1_000, 2_000)))
                .isEqualTo(test);
    }

    /**
     * Others found .563 between SNIPS train and its own test set, which was made apart, in lower case; here the case of
     * letters is seen too.
     */
    @Test
    void tellsRealSetsMadeApartALittleApart() {
        List<String> train =
                new ArrayList<>(Corpora.snipsTrain().stream().map(Example::text).toList());
        Collections.shuffle(train, new Random(6));
        List<String> validate = new ArrayList<>(
                Corpora.snipsValidate().stream().map(Example::text).toList());
        Collections.shuffle(validate, new Random(6));
        assertThat(TwoSampleTest.of(train.subList(0, 700), validate).auc()).isBetween(.53, .70);
    }
}
