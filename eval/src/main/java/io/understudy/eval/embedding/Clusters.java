package io.understudy.eval.embedding;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One run of k-means from randomly chosen points. */
final class Clusters {

    private final int[] numbers;
    private final double spread;

    private Clusters(int[] numbers, double spread) {
        this.numbers = numbers;
        this.spread = spread;
    }

    static Clusters of(double[][] points, int count, SplittableRandom random, int iterations) {
        double[][] centres = new double[count][];
        for (int i = 0; i < count; i++) {
            centres[i] = points[random.nextInt(points.length)].clone();
        }
        int[] numbers = new int[points.length];
        for (int round = 0; round < iterations; round++) {
            int[] nearest = IntStream.range(0, points.length)
                    .parallel()
                    .map(i -> nearest(points[i], centres))
                    .toArray();
            if (round > 0 && Arrays.equals(nearest, numbers)) {
                break;
            }
            numbers = nearest;
            move(points, numbers, centres);
        }
        double spread = 0;
        for (int i = 0; i < points.length; i++) {
            spread += square(points[i], centres[numbers[i]]);
        }
        return new Clusters(numbers, spread);
    }

    private static int nearest(double[] point, double[][] centres) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < centres.length; i++) {
            double square = square(point, centres[i]);
            if (square < least) {
                least = square;
                best = i;
            }
        }
        return best;
    }

    private static double square(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /** Each centre to the mean of its points; one without points stays. */
    private static void move(double[][] points, int[] numbers, double[][] centres) {
        int[] sizes = new int[centres.length];
        double[][] sums = new double[centres.length][points[0].length];
        for (int i = 0; i < points.length; i++) {
            sizes[numbers[i]]++;
            for (int j = 0; j < points[i].length; j++) {
                sums[numbers[i]][j] += points[i][j];
            }
        }
        for (int c = 0; c < centres.length; c++) {
            for (int j = 0; j < sums[c].length && sizes[c] > 0; j++) {
                centres[c][j] = sums[c][j] / sizes[c];
            }
        }
    }

    /** For each point the number of its centre. */
    int[] numbers() {
        return numbers.clone();
    }

    /** Sum of squares of the distances to the centres; lower is better. */
    double spread() {
        return spread;
    }
}
