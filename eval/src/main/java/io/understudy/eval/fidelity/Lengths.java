package io.understudy.eval.fidelity;

import java.util.Arrays;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/** How far two sets of numbers lie apart. */
public final class Lengths {

    private Lengths() {}

    /**
     * Wasserstein-1: how far a number has to be moved, on average, to make one set the other; the area between their
     * distribution functions. In the unit of the numbers, 0 and up, lower is more alike. NaN where a side is empty.
     */
    public static double moved(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            return Double.NaN;
        }
        double[] first = sorted(a);
        double[] second = sorted(b);
        double sum = 0;
        double before = Math.min(first[0], second[0]);
        int i = 0;
        int j = 0;
        while (i < first.length || j < second.length) {
            double next = Math.min(
                    i < first.length ? first[i] : Double.POSITIVE_INFINITY,
                    j < second.length ? second[j] : Double.POSITIVE_INFINITY);
            sum += (next - before) * Math.abs((double) i / first.length - (double) j / second.length);
            while (i < first.length && first[i] == next) {
                i++;
            }
            while (j < second.length && second[j] == next) {
                j++;
            }
            before = next;
        }
        return sum;
    }

    /**
     * Kolmogorov–Smirnov: the greatest difference of the distribution functions. In [0, 1], lower is more alike. NaN
     * where a side is empty.
     */
    public static double greatestGap(double[] a, double[] b) {
        return Math.min(a.length, b.length) < 2
                ? Double.NaN
                : KolmogorovSmirnovTest.withDefaults().statistic(sorted(a), sorted(b));
    }

    /** The chance of so great a gap if both were drawn alike; NaN where a side has fewer than two. */
    public static double chance(double[] a, double[] b) {
        return Math.min(a.length, b.length) < 2
                ? Double.NaN
                : KolmogorovSmirnovTest.withDefaults()
                        .test(sorted(a), sorted(b))
                        .getPValue();
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
