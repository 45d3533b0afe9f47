package io.understudy.eval.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far points lie apart, by cosine distance.
 *
 * @param clique mean distance of two points; higher is more varied. Published code counts each point's distance of zero
 *     to itself in, and is (n − 1)/n of this
 * @param chamfer mean distance to the nearest other point; higher is more varied, falls with n
 */
record Spread(double clique, double chamfer) {

    /** @param points two or more */
    static Spread of(double[][] points) {
        double[] sums = new double[points.length];
        double[] nearest = new double[points.length];
        IntStream.range(0, points.length).parallel().forEach(i -> {
            nearest[i] = Double.POSITIVE_INFINITY;
            for (int j = 0; j < points.length; j++) {
                if (i != j) {
                    double distance = Distances.cosine(points[i], points[j]);
                    sums[i] += distance;
                    nearest[i] = Math.min(nearest[i], distance);
                }
            }
        });
        double n = points.length;
        return new Spread(
                Arrays.stream(sums).sum() / (n * (n - 1)),
                Arrays.stream(nearest).sum() / n);
    }
}
