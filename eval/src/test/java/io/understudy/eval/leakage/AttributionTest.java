package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Provenance;
import io.understudy.eval.leakage.Attribution.Share;
import io.understudy.eval.leakage.LeakageCheck.Replayed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a single finding needs in order to be told from coincidence. */
class AttributionTest {

    /**
     * The p of 12/400 against 3/400 is .016750, of 7/500 against 1/500 .034610, of 5/100 against 0/100 .029692, of
     * 3/400 against 0/400 .124531. By chance: (3.5 / 400.5) / (12 / 400) = .291302, (1.5 / 500.5) / (7 / 500) =
     * .214072, (.5 / 100.5) / (5 / 100) = .099502, (.5 / 400.5) / (3 / 400) = .166459.
     */
    @ParameterizedTest
    @CsvSource({
        "12, 400, 3, 400, .02, false, .291302, 9",
        "12, 400, 3, 400, .01, false, .291302, 0",
        "7, 500, 1, 500, .05, false, .214072, 6",
        "5, 100, 0, 100, .05, false, .099502, 5",
        "3, 400, 0, 400, .05, false, .166459, 0",
        "3, 400, 0, 400, .05, true, 0, 3",
        "12, 400, 12, 400, .01, true, 1, 0",
    })
    void oneFindingIsLeftWhereTheHoldoutsAreRarer(
            long came, long of, long otherCame, long otherOf, double level, boolean identifies, double by, long left) {
        Share share = new Share(
                new Control.Test(new Replayed(came, of), new Replayed(otherCame, otherOf)), came, level, identifies);
        assertThat(share.coincidence()).isCloseTo(by, within(1e-6));
        assertThat(share.unexplained()).isEqualTo(left);
        assertThat(share.isExplained()).isEqualTo(left == 0);
    }

    private static Example line(String id, String name, String words) {
        AnnotatedText text = AnnotatedText.builder()
                .append(words + " ")
                .append(name, Label.PERSON)
                .build();
        return new Example(id, Optional.empty(), text, new Provenance.Original("x", 1));
    }

    /** A world of 500 names that everybody may say. */
    private static List<Example> half(String id, SplittableRandom random) {
        List<Example> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String name = "zo" + Integer.toString(1_000_000 + random.nextInt(500), 36);
            lines.add(line(id + i, name, "words of their own " + random.nextInt(1_000_000)));
        }
        return lines;
    }

    private static long unexplained(List<Example> original, List<Example> holdout, List<Example> synthetic) {
        KnownText known = new KnownText();
        KnownText other = new KnownText();
        original.forEach(known::add);
        holdout.forEach(other::add);
        LeakageCheck check = new LeakageCheck(known, Optional.of(other), GateRules.STANDARD, false);
        LeakageCheck control = new LeakageCheck(other, Optional.of(known), GateRules.STANDARD, false);
        for (Example line : synthetic) {
            check.add(line);
            control.add(line);
        }
        assertThat(check.result().hard()).isPositive();
        return check.attribution(control).unexplained();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatTheWorldSharesIsExplained(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        assertThat(unexplained(half("o", random), half("h", random), half("s", random)))
                .isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void copiesAreNot(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Example> original = half("o", random);
        List<Example> synthetic = half("s", random);
        synthetic.addAll(original.subList(0, 20));
        assertThat(unexplained(original, half("h", random), synthetic)).isGreaterThanOrEqualTo(15);
    }

    @Test
    void oneIdentifierIsEnough() {
        SplittableRandom random = new SplittableRandom(1);
        List<Example> original = half("o", random);
        original.add(line("id", "4539578763629855", "paid with"));
        List<Example> synthetic = half("s", random);
        synthetic.add(line("copy", "nobody", "it was 4539-5787-6362-9855 and"));
        assertThat(unexplained(original, half("h", random), synthetic)).isPositive();
    }
}
