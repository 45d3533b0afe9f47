package io.understudy.eval.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.core.Example;
import io.understudy.core.Seeds;
import io.understudy.core.testing.Corpora;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models on SNIPS 2017 against figures that others measured with other tools. */
class RealUtilityTest {

    /** scikit-learn's LinearSVC over TF-IDF of words 1-2 and characters 2-5: 98.00 % after all of SNIPS. */
    @Test
    void intentsAreToldAsWellAsTheReferenceTellsThem() {
        List<Example> train = Corpora.snipsTrain();
        assertThat(accuracy(train)).isCloseTo(0.98, within(0.01));
    }

    /** The same after 5, 10 and 25 lines for each intent: 87.0 ± 1.1, 91.2 ± 1.1, 94.3 ± 0.9 %. */
    @Test
    void fewLinesTeachIntentsAsMuchAsTheReference() {
        List<Example> train = Corpora.snipsTrain();
        assertThat(fewShot(train, 5)).isCloseTo(0.870, within(0.022));
        assertThat(fewShot(train, 10)).isCloseTo(0.912, within(0.022));
        assertThat(fewShot(train, 25)).isCloseTo(0.943, within(0.018));
    }

    /** Slot F1 after 10 lines for each intent .414 ± .02, with five times as many mentions replaced .462 ± .02. */
    @Test
    void tenShotsTeachSlotsAsMuchAsTheReferenceAndReplacedMentionsMore() {
        List<Example> train = Corpora.snipsTrain();
        List<Example> test = Corpora.snipsValidate();
        double few = 0;
        double more = 0;
        int seeds = 10;
        for (int seed = 1; seed <= seeds; seed++) {
            List<Example> drawn = Draw.shots(train, 10, 7, Seeds.random(seed, 1));
            assertThat(drawn).hasSize(70);
            List<Example> filled = new ArrayList<>(drawn);
            filled.addAll(new MentionReplacement(drawn).make(350, Seeds.random(seed, 2)));
            few += f1(drawn, test, seed) / seeds;
            more += f1(filled, test, seed) / seeds;
        }
        assertThat(few).isCloseTo(0.414, within(0.02));
        assertThat(more).isCloseTo(0.462, within(0.02));
    }

    private static double f1(List<Example> train, List<Example> test, long seed) {
        return Task.SLOTS.measure(Task.SLOTS.run(train, test, seed).answers().total());
    }

    private static double accuracy(List<Example> train) {
        return Task.INTENTS.measure(
                Task.INTENTS.run(train, Corpora.snipsValidate(), 1).answers().total());
    }

    private static double fewShot(List<Example> train, int shots) {
        double sum = 0;
        for (int seed = 1; seed <= 5; seed++) {
            sum += accuracy(Draw.shots(train, shots, 7, Seeds.random(seed, 3)));
        }
        return sum / 5;
    }
}
