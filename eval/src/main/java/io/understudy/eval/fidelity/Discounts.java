package io.understudy.eval.fidelity;

/**
 * What is taken from n-grams that were counted once, twice, and three times or more.
 *
 * @param one from 0 to 1
 * @param two from 0 to 2
 * @param more from 0 to 3
 */
record Discounts(double one, double two, double more) {

    static final Discounts NONE = new Discounts(0, 0, 0);

    static Discounts one(double discount) {
        return new Discounts(discount, discount, discount);
    }

    double of(int count) {
        return switch (count) {
            case 0 -> 0;
            case 1 -> one;
            case 2 -> two;
            default -> more;
        };
    }

    /**
     * Chen and Goodman's estimate from how many n-grams were counted once to four times: {@code Y = n₁/(n₁ + 2n₂)},
     * {@code D₁ = 1 − 2Y n₂/n₁}, {@code D₂ = 2 − 3Y n₃/n₂}, {@code D₃ = 3 − 4Y n₄/n₃}. Where too little was counted for
     * a number, or it leaves its range, Y or a half stands in.
     */
    static Discounts of(int[] counts, int size) {
        double[] n = new double[5];
        for (int id = 0; id < size; id++) {
            if (counts[id] >= 1 && counts[id] <= 4) {
                n[counts[id]]++;
            }
        }
        double y = n[1] > 0 ? n[1] / (n[1] + 2 * n[2]) : 0.5;
        return new Discounts(part(1, y, n), part(2, y, n), part(3, y, n));
    }

    private static double part(int count, double y, double[] n) {
        double discount = n[count] == 0 ? y : count - (count + 1) * y * n[count + 1] / n[count];
        return discount > 0 && discount <= count ? discount : y;
    }
}
