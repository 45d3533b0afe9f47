package io.understudy.templates.grammar.language;

import java.util.function.IntToLongFunction;

/** Divides lines among parts of which some have fewer than their share. */
final class Quotas {

    private Quotas() {}

    /**
     * Parts that have no more than their share of what is left give all they have; the others divide what is left by
     * their shares.
     *
     * @param most of each part; together at least n
     * @return for each part; together n
     */
    static long[] fill(Shares shares, IntToLongFunction most, long n, double laid) {
        int size = shares.size();
        long[] quotas = new long[size];
        boolean[] full = new boolean[size];
        long left = n;
        boolean changed = true;
        while (changed) {
            changed = false;
            double open = 0;
            for (int part = 0; part < size; part++) {
                open += full[part] ? 0 : shares.of(part);
            }
            long before = left;
            for (int part = 0; part < size; part++) {
                if (!full[part] && before * shares.of(part) >= (double) most.applyAsLong(part) * open) {
                    quotas[part] = Math.min(left, most.applyAsLong(part));
                    left -= quotas[part];
                    full[part] = true;
                    changed = true;
                }
            }
        }
        double[] weights = new double[size];
        for (int part = 0; part < size; part++) {
            weights[part] = full[part] ? 0 : shares.of(part);
        }
        if (left > 0) {
            divide(Shares.of(weights), most, quotas, full, left, laid);
        }
        return quotas;
    }

    private static void divide(
            Shares open, IntToLongFunction most, long[] quotas, boolean[] full, long left, double laid) {
        long over = 0;
        for (int part = 0; part < quotas.length; part++) {
            if (!full[part]) {
                long share = open.before(part + 1, left, laid) - open.before(part, left, laid);
                quotas[part] = Math.min(share, most.applyAsLong(part));
                over += share - quotas[part];
            } else {
                over += open.before(part + 1, left, laid) - open.before(part, left, laid);
            }
        }
        // Roundings of doubles: at most a few lines.
        for (int part = 0; part < quotas.length && over > 0; part++) {
            long room = Math.min(over, most.applyAsLong(part) - quotas[part]);
            quotas[part] += room;
            over -= room;
        }
    }
}
