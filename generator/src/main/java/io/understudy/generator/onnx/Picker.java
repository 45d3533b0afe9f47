package io.understudy.generator.onnx;

import io.understudy.generator.constraint.TokenSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws the next token: scores of earlier tokens are lowered, then divided by the temperature, then the best
 * {@code topK}, then the smallest set with probability {@code topP}, then those with {@code minP} of the best one's
 * probability are kept, in the order of Hugging Face's {@code transformers}. Ties go to the lower number. One for each
 * answer: chance is the answer's own.
 */
final class Picker {

    /** Farther behind the best, in natural logarithms, a token is as good as impossible: 3e-11 of its probability. */
    private static final double HOPELESS = 24;

    /** Candidates this near the best one usually have all of the probability that counts. */
    private static final double NEAR = 8;

    private final Drawing drawing;
    private final SplittableRandom random;
    private int[] candidates = new int[64];
    private double[] weights = new double[64];

    Picker(Drawing drawing, SplittableRandom random) {
        this.drawing = drawing;
        this.random = random;
    }

    /**
     * @param logits [vocabulary], changed
     * @param allowed the tokens among which to draw; null: all
     * @param seen tokens of the prompt and of the answer so far
     * @return a token; -1 if none is allowed
     */
    int pick(float[] logits, TokenSet allowed, int[] seen, int seenCount) {
        penalize(logits, seen, seenCount);
        int best = best(logits, allowed);
        if (best < 0 || drawing.temperature() == 0 || drawing.topK() == 1) {
            return best;
        }
        double top = logits[best];
        double temperature = drawing.temperature();
        boolean limited = drawing.topK() > 0 || drawing.topP() < 1;
        int count = collect(logits, allowed, top, (limited ? NEAR : HOPELESS) * temperature);
        double all = sum(logits, top, count);
        if (limited) {
            // The rest can only matter where the near ones are not enough.
            double rest =
                    drawing.topK() > 0 && count >= drawing.topK() ? 0 : rest(logits, allowed, top, NEAR * temperature);
            if (rest > 0 && (drawing.topP() >= 1 || all < drawing.topP() * (all + rest))) {
                count = collect(logits, allowed, top, HOPELESS * temperature);
                all = sum(logits, top, count);
                rest = 0;
            }
            count = limit(logits, top, count, all + rest);
            all = 0;
            for (int i = 0; i < count; i++) {
                all += weights[i];
            }
        }
        double at = random.nextDouble() * all;
        for (int i = 0; i < count; i++) {
            at -= weights[i];
            if (at < 0) {
                return candidates[i];
            }
        }
        return candidates[count - 1];
    }

    private void penalize(float[] logits, int[] seen, int seenCount) {
        float penalty = (float) drawing.repetitionPenalty();
        if (penalty == 1) {
            return;
        }
        int[] once = Arrays.copyOf(seen, seenCount);
        Arrays.sort(once);
        for (int i = 0; i < once.length; i++) {
            int token = once[i];
            if ((i == 0 || once[i - 1] != token) && token < logits.length) {
                logits[token] = logits[token] > 0 ? logits[token] / penalty : logits[token] * penalty;
            }
        }
    }

    /** The best token; -1 if none is allowed. */
    static int best(float[] logits, TokenSet allowed) {
        int best = -1;
        float most = Float.NEGATIVE_INFINITY;
        if (allowed == null) {
            for (int token = 0; token < logits.length; token++) {
                if (logits[token] > most) {
                    most = logits[token];
                    best = token;
                }
            }
            return best;
        }
        for (int i = allowed.next(0); i >= 0; i = allowed.next(i + 1)) {
            int token = allowed.token(i);
            if (logits[token] > most || (logits[token] == most && token < best)) {
                most = logits[token];
                best = token;
            }
        }
        return best;
    }

    /** Puts the tokens within reach of the best into {@link #candidates}. */
    private int collect(float[] logits, TokenSet allowed, double top, double reach) {
        float least = (float) (top - reach);
        int count = 0;
        if (allowed == null) {
            for (int token = 0; token < logits.length; token++) {
                if (logits[token] >= least) {
                    count = put(count, token);
                }
            }
        } else {
            for (int i = allowed.next(0); i >= 0; i = allowed.next(i + 1)) {
                if (logits[allowed.token(i)] >= least) {
                    count = put(count, allowed.token(i));
                }
            }
            // By number, as without a set: the same chance draws the same token.
            Arrays.sort(candidates, 0, count);
        }
        if (weights.length < candidates.length) {
            weights = new double[candidates.length];
        }
        return count;
    }

    private int put(int count, int token) {
        if (count == candidates.length) {
            candidates = Arrays.copyOf(candidates, 2 * count);
        }
        candidates[count] = token;
        return count + 1;
    }

    private double sum(float[] logits, double top, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = StrictMath.exp((logits[candidates[i]] - top) / drawing.temperature());
            sum += weights[i];
        }
        return sum;
    }

    /** The weight of the tokens out of reach. */
    private double rest(float[] logits, TokenSet allowed, double top, double reach) {
        float least = (float) (top - reach);
        double farthest = top - HOPELESS * drawing.temperature();
        double sum = 0;
        for (int i = allowed == null ? 0 : allowed.next(0);
                i >= 0 && (allowed != null || i < logits.length);
                i = allowed == null ? i + 1 : allowed.next(i + 1)) {
            float logit = logits[allowed == null ? i : allowed.token(i)];
            if (logit < least && logit > farthest) {
                sum += Math.exp((logit - top) / drawing.temperature());
            }
        }
        return sum;
    }

    /** Sorts by weight and cuts. */
    private int limit(float[] logits, double top, int count, double all) {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            // Larger logits first, then lower numbers, in one comparison of whole numbers.
            int bits = Float.floatToIntBits(logits[candidates[i]]);
            int ascending = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
            order[i] = ((long) ~ascending << 32) | candidates[i];
        }
        Arrays.sort(order);
        int kept = drawing.topK() > 0 ? Math.min(count, drawing.topK()) : count;
        for (int i = 0; i < count; i++) {
            candidates[i] = (int) order[i];
        }
        double sum = sum(logits, top, kept);
        // After a cut by number the probabilities are of what is left.
        double total = drawing.topK() > 0 ? sum : all;
        double reached = 0;
        int end = 0;
        while (end < kept && (end == 0 || reached < drawing.topP() * total) && weights[end] >= drawing.minP()) {
            reached += weights[end];
            end++;
        }
        return end;
    }
}
