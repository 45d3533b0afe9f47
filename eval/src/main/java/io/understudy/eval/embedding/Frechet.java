package io.understudy.eval.embedding;

import io.understudy.eval.diversity.Spectrum;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The Fréchet distance of two clouds of points, each taken for a normal distribution. */
final class Frechet {

    private Frechet() {}

    /**
     * {@code ‖μ₁ − μ₂‖² + tr(Σ₁ + Σ₂ − 2 (Σ₁Σ₂)^½)}, covariances over n − 1. 0 and up, lower is more alike; falls with
     * n by about 1/n. Dowson and Landau, 1982; Heusel et al., 2017.
     */
    static double distance(double[][] a, double[][] b) {
        double[] meanA = mean(a);
        double[] meanB = mean(b);
        double[][] first = covariance(a, meanA);
        double[][] second = covariance(b, meanB);
        double distance = 0;
        for (int i = 0; i < meanA.length; i++) {
            double apart = meanA[i] - meanB[i];
            distance += apart * apart + first[i][i] + second[i][i];
        }
        // tr((Σ₁Σ₂)^½) is the sum of the roots of the eigenvalues of Σ₁^½ Σ₂ Σ₁^½, which is symmetric.
        double[][] root = root(first);
        Spectrum common = Spectrum.of(product(product(root, second), root), false);
        for (int i = 0; i < common.size(); i++) {
            distance -= 2 * StrictMath.sqrt(common.value(i));
        }
        return distance;
    }

    static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    static double[][] covariance(double[][] rows, double[] mean) {
        DMatrixRMaj centred = new DMatrixRMaj(rows.length, mean.length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                centred.set(i, j, (rows[i][j] - mean[j]) / StrictMath.sqrt(Math.max(1, rows.length - 1)));
            }
        }
        DMatrixRMaj covariance = new DMatrixRMaj(mean.length, mean.length);
        CommonOps_DDRM.multTransA(centred, centred, covariance);
        return rows(covariance);
    }

    private static double[][] root(double[][] covariance) {
        Spectrum spectrum = Spectrum.of(covariance, true);
        double[][] root = new double[covariance.length][covariance.length];
        for (int k = 0; k < spectrum.size(); k++) {
            double value = StrictMath.sqrt(spectrum.value(k));
            double[] vector = spectrum.vector(k);
            for (int i = 0; i < vector.length; i++) {
                for (int j = 0; j < vector.length; j++) {
                    root[i][j] += value * vector[i] * vector[j];
                }
            }
        }
        return root;
    }

    private static double[][] product(double[][] a, double[][] b) {
        DMatrixRMaj product = new DMatrixRMaj(a.length, b.length);
        CommonOps_DDRM.mult(new DMatrixRMaj(a), new DMatrixRMaj(b), product);
        return rows(product);
    }

    private static double[][] rows(DMatrixRMaj matrix) {
        double[][] rows = new double[matrix.numRows][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(matrix.data, i * matrix.numCols, (i + 1) * matrix.numCols));
        return rows;
    }
}
