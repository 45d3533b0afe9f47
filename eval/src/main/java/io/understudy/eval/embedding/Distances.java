package io.understudy.eval.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Distances between points, one row each. */
final class Distances {

    private Distances() {}

    /** Euclidean. */
    static double of(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return StrictMath.sqrt(sum);
    }

    /** One minus the cosine. */
    static double cosine(double[] a, double[] b) {
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            squaresA += a[i] * a[i];
            squaresB += b[i] * b[i];
        }
        return squaresA == 0 || squaresB == 0 ? 1 : 1 - product / StrictMath.sqrt(squaresA * squaresB);
    }

    /** From each point to its {@code k}-th nearest other. */
    static double[] radii(double[][] points, int k) {
        return IntStream.range(0, points.length)
                .parallel()
                .mapToDouble(i -> {
                    double[] others = IntStream.range(0, points.length)
                            .filter(j -> j != i)
                            .mapToDouble(j -> of(points[i], points[j]))
                            .toArray();
                    Arrays.sort(others);
                    return others[k - 1];
                })
                .toArray();
    }
}
