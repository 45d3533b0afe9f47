package io.understudy.eval.embedding;

import java.util.stream.IntStream;

/**
 * How two clouds of points cover each other; around each point a ball as far as its k-th neighbour. Kynkäänniemi et
 * al., "Improved Precision and Recall Metric", 2019; Naeem et al., "Reliable Fidelity and Diversity Metrics", 2020.
 *
 * @param precision share of synthetic points inside some real point's ball: are they like real ones?
 * @param recall share of real points inside some synthetic point's ball: is all of it there?
 * @param density how many real balls a synthetic point is in, over k; 0 and up, near 1 where both are alike
 * @param coverage share of real points with a synthetic point in their ball
 */
public record Manifolds(double precision, double recall, double density, double coverage) {

    /**
     * A point lies in a ball when it is nearer than the radius, or at the centre: equal texts are equal points, and a
     * radius of zero would otherwise shut out the copy.
     *
     * @param k smaller than either number of points
     */
    public static Manifolds of(double[][] real, double[][] synthetic, int k) {
        double[] realRadii = Distances.radii(real, k);
        double[] syntheticRadii = Distances.radii(synthetic, k);
        boolean[] covered = new boolean[real.length];
        boolean[] recalled = new boolean[real.length];
        int[] balls = new int[synthetic.length];
        IntStream.range(0, synthetic.length).parallel().forEach(j -> {
            for (int i = 0; i < real.length; i++) {
                balls[j] += isInside(Distances.of(real[i], synthetic[j]), realRadii[i]) ? 1 : 0;
            }
        });
        IntStream.range(0, real.length).parallel().forEach(i -> {
            for (int j = 0; j < synthetic.length; j++) {
                double distance = Distances.of(real[i], synthetic[j]);
                covered[i] |= isInside(distance, realRadii[i]);
                recalled[i] |= isInside(distance, syntheticRadii[j]);
            }
        });
        long inside = IntStream.of(balls).filter(count -> count > 0).count();
        return new Manifolds(
                (double) inside / synthetic.length,
                share(recalled),
                IntStream.of(balls).sum() / ((double) k * synthetic.length),
                share(covered));
    }

    private static boolean isInside(double distance, double radius) {
        return distance < radius || distance == 0;
    }

    private static double share(boolean[] flags) {
        return IntStream.range(0, flags.length).filter(i -> flags[i]).count() / (double) flags.length;
    }
}
