package io.understudy.eval.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.Seeds;
import io.understudy.eval.utility.Worth.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static Answers of(int lines, IntPredicate right) {
        List<Counts> counts = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            counts.add(new Counts(right.test(i) ? 1 : 0, 1, 1));
        }
        return new Answers(counts);
    }

    private static Interval interval(Answers ours, Answers theirs) {
        return ours.over(theirs, Task.INTENTS::measure, 2000, Seeds.random(1, 0));
    }

    /**
     * 100 lines on which ours is right and theirs wrong, 300 where both agree: the difference has mean 0.25 and
     * standard error sqrt(.25 · .75 / 400) = 0.02165, so 95 % lies within 0.0424 of it; 0.005 is what 2,000 resamples
     * leave open.
     */
    @Test
    void thePairedIntervalIsAsWideAsTheTextbookSays() {
        Interval found = interval(of(400, i -> i < 300), of(400, i -> i >= 100 && i < 300));
        assertThat(found.value()).isEqualTo(0.25);
        assertThat(found.low()).isCloseTo(0.25 - 0.0424, within(0.005));
        assertThat(found.high()).isCloseTo(0.25 + 0.0424, within(0.005));
    }

    @Test
    void pairsThatAgreeOnEveryLineDifferByNothing() {
        Answers same = of(50, i -> i % 2 == 0);
        assertThat(interval(same, same)).isEqualTo(new Interval(0, 0, 0));
    }
}
