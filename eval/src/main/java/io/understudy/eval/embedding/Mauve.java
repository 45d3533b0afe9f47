package io.understudy.eval.embedding;

import io.understudy.core.Seeds;
import io.understudy.eval.diversity.Spectrum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * MAUVE: the area under the curve of two divergences between histograms of embeddings, as their mixture moves from one
 * side to the other. In (0, 1], higher is more alike. Pillutla et al., "MAUVE: Measuring the Gap Between Neural Text
 * and Human Text", 2021; written from its formulas. Its value depends on the embeddings and on n; below some thousand
 * lines it flatters.
 */
final class Mauve {

    private static final double SCALE = 5;
    private static final int POINTS = 25;
    private static final double EDGE = 1e-6;

    /** Share of the variance that is kept. */
    private static final double VARIANCE = 0.9;

    private static final int RESTARTS = 5;
    private static final int ITERATIONS = 500;
    private static final long SEED = 40;

    private Mauve() {}

    /**
     * Of embeddings: unit length, principal components of 90 % of the variance, k-means with a tenth as many centres.
     */
    static double of(double[][] real, double[][] synthetic) {
        int centres = Math.max(2, (int) Math.round(Math.min(real.length, synthetic.length) / 10.0));
        List<double[]> all = new ArrayList<>(List.of(real));
        all.addAll(List.of(synthetic));
        double[][] points = components(all.stream().map(Mauve::unit).toArray(double[][]::new));
        int[] clusters = cluster(points, centres);
        double[] p = histogram(Arrays.copyOfRange(clusters, 0, real.length), centres);
        double[] q = histogram(Arrays.copyOfRange(clusters, real.length, clusters.length), centres);
        return of(p, q, SCALE);
    }

    /** Of two histograms that add up to one. */
    static double of(double[] p, double[] q, double scale) {
        List<double[]> curve = new ArrayList<>(List.of(new double[] {1, 0}, new double[] {0, 1}));
        for (int i = 0; i < POINTS; i++) {
            double weight = EDGE + (1 - 2 * EDGE) * i / (POINTS - 1);
            double[] mixture = new double[p.length];
            for (int bin = 0; bin < p.length; bin++) {
                mixture[bin] = weight * p[bin] + (1 - weight) * q[bin];
            }
            curve.add(new double[] {
                StrictMath.exp(-scale * divergence(q, mixture)), StrictMath.exp(-scale * divergence(p, mixture))
            });
        }
        return (area(curve, 0, 1) + area(curve, 1, 0)) / 2;
    }

    /** By trapezoids over one coordinate; where it ties, the other falls, so that the curve has no way back. */
    private static double area(List<double[]> curve, int x, int y) {
        List<double[]> sorted = new ArrayList<>(curve);
        sorted.sort(Comparator.comparingDouble((double[] point) -> point[x])
                .thenComparing(
                        Comparator.comparingDouble((double[] point) -> point[y]).reversed()));
        double area = 0;
        for (int i = 1; i < sorted.size(); i++) {
            double[] left = sorted.get(i - 1);
            double[] right = sorted.get(i);
            area += (right[x] - left[x]) * (right[y] + left[y]) / 2;
        }
        return area;
    }

    /** Kullback–Leibler in nats. */
    private static double divergence(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] == 0 ? 0 : p[i] * StrictMath.log(p[i] / q[i]);
        }
        return Math.max(0, sum);
    }

    /**
     * The frontier integral: {@code Σ (p + q)/2 − p q (ln p − ln q)/(p − q)}, from 0 (equal) to 1. Liu et al.,
     * "Divergence Frontiers for Generative Models", 2021.
     */
    static double frontier(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double both = p[i] == 0 || q[i] == 0
                    ? 0
                    : p[i] == q[i] ? p[i] : p[i] * q[i] * StrictMath.log(p[i] / q[i]) / (p[i] - q[i]);
            sum += (p[i] + q[i]) / 2 - both;
        }
        return sum;
    }

    /** With half a count more in each bin: Krichevsky and Trofimov, 1981. */
    static double[] smoothed(long... counts) {
        double total = Arrays.stream(counts).sum() + counts.length / 2.0;
        return Arrays.stream(counts).mapToDouble(count -> (count + 0.5) / total).toArray();
    }

    private static double[] unit(double[] row) {
        double length = StrictMath.sqrt(Arrays.stream(row).map(x -> x * x).sum());
        return length == 0 ? row : Arrays.stream(row).map(x -> x / length).toArray();
    }

    private static double[][] components(double[][] rows) {
        double[] mean = Frechet.mean(rows);
        Spectrum spectrum = Spectrum.of(Frechet.covariance(rows, mean), true);
        double total = 0;
        for (int i = 0; i < spectrum.size(); i++) {
            total += spectrum.value(i);
        }
        int kept = 0;
        for (double sum = 0; kept < spectrum.size() && sum < VARIANCE * total; kept++) {
            sum += spectrum.value(kept);
        }
        double[][] projected = new double[rows.length][Math.max(1, kept)];
        for (int j = 0; j < projected[0].length; j++) {
            double[] vector = spectrum.vector(j);
            for (int i = 0; i < rows.length; i++) {
                for (int k = 0; k < mean.length; k++) {
                    projected[i][j] += (rows[i][k] - mean[k]) * vector[k];
                }
            }
        }
        return projected;
    }

    private static double[] histogram(int[] clusters, int size) {
        double[] shares = new double[size];
        for (int cluster : clusters) {
            shares[cluster] += 1.0 / clusters.length;
        }
        return shares;
    }

    /** Lloyd's k-means, the best of some starts; for each point the number of its centre. */
    static int[] cluster(double[][] points, int centres) {
        int[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start < RESTARTS; start++) {
            Clusters clusters = Clusters.of(points, centres, Seeds.random(SEED, start), ITERATIONS);
            if (clusters.spread() < least) {
                least = clusters.spread();
                best = clusters.numbers();
            }
        }
        return best;
    }
}
