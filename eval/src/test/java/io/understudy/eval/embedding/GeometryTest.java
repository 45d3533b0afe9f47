package io.understudy.eval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometryTest {

    private static double[][] line(double... xs) {
        return Arrays.stream(xs).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    }

    /** Golden F3. By hand for k = 1: real radii 1, 1, 1, 1, 7; .5 is in two balls, 2.2 in two, 9 in one, 20 in none. */
    @ParameterizedTest
    @CsvSource({"1, .75, 1, 1.25, 1", "2, .75, 1, .75, 1"})
    void givesTheGoldenManifolds(int k, double precision, double recall, double density, double coverage) {
        Manifolds manifolds = Manifolds.of(line(0, 1, 2, 3, 10), line(.5, 2.2, 9, 20), k);
        assertThat(manifolds).isEqualTo(new Manifolds(precision, recall, density, coverage));
    }

    /** Published code gives .3333 and .4: a radius of zero shuts out the copy at its centre. Ours lets it in. */
    @Test
    void letsACopyOfADuplicateIn() {
        Manifolds manifolds = Manifolds.of(line(0, 0, 0, 5, 6), line(0, 5.5, 7), 1);
        assertThat(manifolds.precision()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(manifolds.coverage()).isEqualTo(1);
    }

    /** Golden D5; published code, which counts the diagonal, .359835. */
    @Test
    void givesTheGoldenSpread() {
        Spread spread = Spread.of(new double[][] {{1, 0}, {0, 1}, {1, 1}, {1, 0}});
        assertThat(spread.clique()).isCloseTo(.479780, within(1e-6));
        assertThat(spread.clique() * 3 / 4).isCloseTo(.359835, within(1e-6));
        assertThat(spread.chamfer()).isCloseTo(.146447, within(1e-6));
    }

    /** Means (1, 1) and (3, 2): 5, and 4/3 + 16/3 − 2 · 8/3 in the first coordinate. */
    @Test
    void givesTheGoldenFrechetDistance() {
        double[][] a = {{0, 0}, {2, 0}, {0, 2}, {2, 2}};
        double[][] b = {{1, 1}, {5, 1}, {1, 3}, {5, 3}};
        assertThat(Frechet.distance(a, b)).isCloseTo(6.333333, within(1e-6));
        assertThat(Frechet.distance(a, a)).isCloseTo(0, within(1e-9));
    }

    /** Golden F2. */
    @ParameterizedTest
    @CsvSource({
        "1 0, 0 1, .00407210, .5, 1.0",
        ".5 .5, .9 .1, .67109581, .97552654, .13756026",
        ".5 .5 0, .25 .25 .5, .27811373, .89146506, .30685282",
        ".4 .3 .2 .1, .1 .2 .3 .4, .65385366, .97377375, .14376337",
        ".25 .25 .25 .25, .7 .1 .1 .1, .66044275, .97454806, .14144708",
    })
    void givesTheGoldenMauveOfHistograms(String p, String q, double five, double one, double frontier) {
        assertThat(Mauve.of(shares(p), shares(q), 5)).isCloseTo(five, within(1e-8));
        assertThat(Mauve.of(shares(p), shares(q), 1)).isCloseTo(one, within(1e-8));
        assertThat(Mauve.frontier(shares(p), shares(q))).isCloseTo(frontier, within(1e-8));
    }

    private static double[] shares(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void givesTheGoldenMauveOfSmoothedCounts() {
        double[] p = {.5, .5, 0};
        double[] q = {.3, .2, .5};
        assertThat(Mauve.of(p, q, 5)).isCloseTo(.27121879, within(1e-8));
        assertThat(Mauve.frontier(p, q)).isCloseTo(.31145054, within(1e-8));
        double[] moreP = Mauve.smoothed(5, 5, 0);
        double[] moreQ = Mauve.smoothed(3, 2, 5);
        assertThat(Mauve.of(moreP, moreQ, 5)).isCloseTo(.51262868, within(1e-8));
        assertThat(Mauve.frontier(moreP, moreQ)).isCloseTo(.19278590, within(1e-8));
    }

    /** Published code gives 0.75 here, for its points of equal x come in any order. */
    @Test
    void givesOneForEqualHistograms() {
        assertThat(Mauve.of(new double[] {.5, .5}, new double[] {.5, .5}, 5)).isCloseTo(1, within(1e-12));
        assertThat(Mauve.of(new double[] {.2, .3, .5}, new double[] {.2, .3, .5}, 5))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void tellsCloudsApart() {
        double[][] a = cloud(1, 0);
        double[][] b = cloud(2, 0);
        double[][] far = cloud(3, 4);
        assertThat(Mauve.of(a, b)).isGreaterThan(Mauve.of(a, far) + .3);
        assertThat(Mauve.of(a, far)).isLessThan(.1);
        assertThat(Manifolds.of(a, b, 5).coverage()).isGreaterThan(.8);
        assertThat(Manifolds.of(a, far, 5).coverage()).isLessThan(.1);
        assertThat(Mauve.of(a, b)).isEqualTo(Mauve.of(a, b));
    }

    /** Normal by the sum of twelve uniforms, around (8, offset, -offset). */
    private static double[][] cloud(long seed, double offset) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] centre = {8, offset, -offset};
        double[][] points = new double[400][3];
        for (double[] point : points) {
            Arrays.setAll(
                    point,
                    i -> centre[i]
                            + DoubleStream.generate(random::nextDouble)
                                    .limit(12)
                                    .sum()
                            - 6);
        }
        return points;
    }
}
