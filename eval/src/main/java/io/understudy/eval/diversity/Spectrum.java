package io.understudy.eval.diversity;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues of a symmetric positive semidefinite matrix, greatest first, and the vector of each, of length one. */
public final class Spectrum {

    private final double[] values;
    private final double[][] vectors;

    private Spectrum(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /** Takes time in n³: a second at 1,000, some seconds with vectors. */
    public static Spectrum of(double[][] symmetric, boolean withVectors) {
        int size = symmetric.length;
        // Moved away from zero and back: the search for many eigenvalues of exactly zero does not end.
        DMatrixRMaj moved = new DMatrixRMaj(symmetric);
        for (int i = 0; i < size; i++) {
            moved.add(i, i, 1);
        }
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(size, withVectors, true);
        if (!decomposition.decompose(moved)) {
            throw new IllegalStateException("no eigenvalues found; are all entries numbers?");
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -decomposition.getEigenvalue(i).getReal()))
                .mapToInt(i -> i)
                .toArray();
        double[] values = new double[size];
        double[][] vectors = new double[withVectors ? size : 0][];
        for (int i = 0; i < size; i++) {
            values[i] = decomposition.getEigenvalue(order[i]).getReal() - 1;
            if (withVectors) {
                vectors[i] = decomposition.getEigenVector(order[i]).getData();
            }
        }
        return new Spectrum(values, vectors);
    }

    public int size() {
        return values.length;
    }

    /** Not below 0: such a matrix has none that is, but for rounding. */
    public double value(int i) {
        return Math.max(0, values[i]);
    }

    /** Where vectors were asked for. */
    public double[] vector(int i) {
        return vectors[i].clone();
    }
}
