package io.understudy.generator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Shares of 20,000 draws against probabilities worked out by hand. */
class PickerTest {

    private static final int DRAWS = 20_000;

    /** Probabilities .5 .25 .125 .0625 .0625 at temperature 1. */
    private static final float[] LOGITS = {(float) Math.log(8), (float) Math.log(4), (float) Math.log(2), 0, 0};

    private static double[] shares(Drawing drawing, int... seen) {
        Picker picker = new Picker(drawing, new SplittableRandom(7));
        double[] shares = new double[LOGITS.length];
        for (int i = 0; i < DRAWS; i++) {
            shares[picker.pick(LOGITS.clone(), null, seen, seen.length)] += 1.0 / DRAWS;
        }
        return shares;
    }

    private static void assertShares(double[] found, double... expected) {
        assertThat(found).containsExactly(expected, within(0.012));
    }

    @Test
    void drawsByProbability() {
        assertShares(shares(new Drawing(1, 0, 1, 0, 1)), .5, .25, .125, .0625, .0625);
    }

    @Test
    void temperatureFlattensAndSharpens() {
        // Squares of 8 4 2 1 1 sum to 86; roots to 2.828 + 2 + 1.414 + 1 + 1 = 8.243.
        assertShares(shares(new Drawing(.5, 0, 1, 0, 1)), 64 / 86., 16 / 86., 4 / 86., 1 / 86., 1 / 86.);
        assertShares(shares(new Drawing(2, 0, 1, 0, 1)), .343, .2426, .1716, .1213, .1213);
        assertShares(shares(new Drawing(0, 0, 1, 0, 1)), 1, 0, 0, 0, 0);
    }

    @Test
    void keepsTheBest() {
        assertShares(shares(new Drawing(1, 2, 1, 0, 1)), 2 / 3., 1 / 3., 0, 0, 0);
        assertShares(shares(new Drawing(1, 1, 1, 0, 1)), 1, 0, 0, 0, 0);
        // Two are as good: the lower number is among the best four.
        assertShares(shares(new Drawing(1, 4, 1, 0, 1)), 8 / 15., 4 / 15., 2 / 15., 1 / 15., 0);
    }

    @Test
    void keepsTheSmallestSetThatReachesAProbability() {
        assertShares(shares(new Drawing(1, 0, .5, 0, 1)), 1, 0, 0, 0, 0);
        assertShares(shares(new Drawing(1, 0, .51, 0, 1)), 2 / 3., 1 / 3., 0, 0, 0);
        assertShares(shares(new Drawing(1, 0, .8, 0, 1)), 4 / 7., 2 / 7., 1 / 7., 0, 0);
    }

    @Test
    void keepsWhatIsNotFarBehindTheBest() {
        assertShares(shares(new Drawing(1, 5, 1, .2, 1)), 4 / 7., 2 / 7., 1 / 7., 0, 0);
    }

    @Test
    void lowersTheScoresOfWhatWasSaid() {
        // log 8 / 3 = log 2: the first is as good as the third, and one that was said twice is lowered once.
        assertShares(shares(new Drawing(1, 0, 1, 0, 3), 0, 0), .2, .4, .2, .1, .1);
    }

    @Test
    void aLongTailCountsForTheSetThatReachesAProbability() {
        // One of weight 1 and 30,000 that weigh 1e-4 each, together 3: the best alone has a quarter.
        float[] logits = new float[30_001];
        java.util.Arrays.fill(logits, (float) Math.log(1e-4));
        logits[5] = 0;
        Picker picker = new Picker(new Drawing(1, 0, .5, 0, 1), new SplittableRandom(3));
        int best = 0;
        for (int i = 0; i < 400; i++) {
            best += picker.pick(logits.clone(), null, new int[0], 0) == 5 ? 1 : 0;
        }
        // Kept: the best and 10,000 others, each half of the weight of 2.
        assertThat(best / 400.).isCloseTo(.5, within(.08));
        Picker narrow = new Picker(new Drawing(1, 0, .25, 0, 1), new SplittableRandom(3));
        assertThat(narrow.pick(logits.clone(), null, new int[0], 0)).isEqualTo(5);
    }
}
