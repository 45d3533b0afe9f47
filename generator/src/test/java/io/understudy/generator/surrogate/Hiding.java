package io.understudy.generator.surrogate;

import io.understudy.core.Seeds;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How often a document gives away an original that a recognizer missed, by strategy: the simulation of Osborne et al.,
 * "BRATsynthetic: Text De-identification using a Markov Chain Replacement Strategy for Surrogate Personal Identifying
 * Information" (arXiv 2210.16125; Electronics 14:3945, 2025).
 *
 * <p>Where each original has one surrogate, one mention left over stands out among the others of its entity, so that
 * any miss gives the document away. Where surrogates change from mention to mention, a name that stands once is like
 * all others, and only an original that was missed twice stands out. Their corpus is not public. The number of mentions
 * of a document is gamma distributed here, with the mean and shape that the two published figures of the consistent
 * strategy determine: (1 + .001 m/k)^-k = 1 - .271 and (1 + .05129 m/k)^-k = 1 - .942 give k = .93 and m = 372 (misses
 * of a document are Poisson; .05129 is -ln .95). Entities have 4 or 5 mentions, 4.2 on average: the one free number.
 */
final class Hiding {

    private static final double SHAPE = .93;
    private static final double MEAN = 372;
    private static final double OF_FIVE = .2;

    /** Shares of documents that give something away. */
    record Leak(double consistent, double markov) {}

    private Hiding() {}

    /** Our shares beside the published ones, as a Markdown table. */
    static void print() {
        System.out.println(
                "| missed | one surrogate each | published | changing surrogates | published |\n|--:|--:|--:|--:|--:|");
        for (double[] row : new double[][] {{.001, 27.1, .1}, {.01, Double.NaN, Double.NaN}, {.05, 94.2, 57.7}}) {
            Leak leak = of(row[0], 200_000, 1);
            System.out.printf(
                    Locale.ROOT,
                    "| %.1f %% | %.1f %% | %.1f %% | %.2f %% | %.1f %% |%n",
                    100 * row[0],
                    100 * leak.consistent(),
                    row[1],
                    100 * leak.markov(),
                    row[2]);
        }
    }

    static Leak of(double missRate, int documents, long seed) {
        int consistent = 0;
        int markov = 0;
        for (int i = 0; i < documents; i++) {
            SplittableRandom random = Seeds.random(seed, i);
            double mentions = gamma(random) * MEAN / SHAPE;
            boolean any = false;
            boolean twice = false;
            while (mentions > 0) {
                int of = random.nextDouble() < OF_FIVE ? 5 : 4;
                int missed = 0;
                for (int m = 0; m < of && m < mentions; m++) {
                    missed += random.nextDouble() < missRate ? 1 : 0;
                }
                any |= missed > 0;
                twice |= missed > 1;
                mentions -= of;
            }
            consistent += any ? 1 : 0;
            markov += twice ? 1 : 0;
        }
        return new Leak((double) consistent / documents, (double) markov / documents);
    }

    /** Marsaglia and Tsang, "A simple method for generating gamma variables", 2000; shape below 1 by a power. */
    private static double gamma(SplittableRandom random) {
        double d = SHAPE + 1 - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal(random);
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v * Math.pow(random.nextDouble(), 1 / SHAPE);
            }
        }
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
