package io.understudy.eval.diversity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The Vendi score: the effective number of distinct items, {@code exp(−Σ λ ln λ)} over the eigenvalues λ of K/n, K
 * their similarities with ones on the diagonal. From 1 (all alike) to n (nothing in common), higher is more varied,
 * grows with n. Of order q: {@code (Σ λ^q)^(1/(1−q))}; of infinite order {@code 1/max λ}. Friedman and Dieng, "The
 * Vendi Score", 2023; Pasarkar and Dieng, "Cousins of the Vendi Score", 2024.
 */
public final class Vendi {

    private Vendi() {}

    /**
     * Of similarities. Takes time in n³: a second at 1,000.
     *
     * @param similarities symmetric, positive semidefinite, ones on the diagonal
     * @param q above 0; infinity is allowed
     */
    public static double ofSimilarities(double[][] similarities, double q) {
        return of(Spectrum.of(similarities, false), similarities.length, q);
    }

    /** Of rows whose similarity is the cosine; where there are more rows than columns, in the time of the columns. */
    public static double ofRows(double[][] rows, double q) {
        double[][] unit = Arrays.stream(rows).map(Vendi::unit).toArray(double[][]::new);
        boolean dual = rows.length > 0 && rows.length > rows[0].length;
        return of(Spectrum.of(products(dual ? transposed(unit) : unit), false), rows.length, q);
    }

    /**
     * Of lines: similarity is the mean of the cosines of their counts of words and of pairs of words, as in the paper.
     * A line of one word is compared by words alone.
     */
    static double ofLines(Grams grams, double q) {
        int n = grams.lines();
        double[][] similarities = new double[n][n];
        double[] squares = new double[n];
        for (int order = 1; order <= 2; order++) {
            addCosines(grams, order, similarities, squares);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                similarities[i][j] =
                        i == j ? 1 : similarities[i][j] / StrictMath.sqrt(Math.max(1, squares[i] * squares[j]));
            }
        }
        return n == 0 ? Double.NaN : ofSimilarities(similarities, q);
    }

    /** One line's count of an n-gram over the length of its vector of counts. */
    private record Weight(int line, double weight, Weight next) {}

    private static void addCosines(Grams grams, int order, double[][] similarities, double[] squares) {
        Weight[] postings = new Weight[grams.distinctCount(order)];
        for (int line = 0; line < grams.lines(); line++) {
            Map<Integer, Integer> counts = new HashMap<>();
            for (int gram : grams.of(order, line)) {
                counts.merge(gram, 1, Integer::sum);
            }
            double norm = StrictMath.sqrt(
                    counts.values().stream().mapToDouble(c -> (double) c * c).sum());
            squares[line] += counts.isEmpty() ? 0 : 1;
            for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
                double weight = entry.getValue() / norm;
                for (Weight other = postings[entry.getKey()]; other != null; other = other.next()) {
                    similarities[line][other.line()] += weight * other.weight();
                    similarities[other.line()][line] += weight * other.weight();
                }
                postings[entry.getKey()] = new Weight(line, weight, postings[entry.getKey()]);
            }
        }
    }

    private static double of(Spectrum spectrum, int n, double q) {
        double[] shares = IntStream.range(0, spectrum.size())
                .mapToDouble(i -> spectrum.value(i) / n)
                .filter(share -> share > 1e-12)
                .toArray();
        if (shares.length == 0) {
            return Double.NaN;
        }
        if (q == 1) {
            return StrictMath.exp(
                    -Arrays.stream(shares).map(s -> s * StrictMath.log(s)).sum());
        }
        if (Double.isInfinite(q)) {
            return 1 / Arrays.stream(shares).max().orElseThrow();
        }
        return StrictMath.pow(
                Arrays.stream(shares).map(s -> StrictMath.pow(s, q)).sum(), 1 / (1 - q));
    }

    private static double[] unit(double[] row) {
        double norm = StrictMath.sqrt(Arrays.stream(row).map(x -> x * x).sum());
        return norm == 0 ? row : Arrays.stream(row).map(x -> x / norm).toArray();
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }

    private static double[][] products(double[][] rows) {
        double[][] products = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < rows[i].length; k++) {
                    sum += rows[i][k] * rows[j][k];
                }
                products[i][j] = sum;
                products[j][i] = sum;
            }
        }
        return products;
    }
}
