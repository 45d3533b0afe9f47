package io.understudy.eval.utility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A linear-chain tagger: an averaged structured perceptron with Viterbi decoding over tags that may follow each other
 * ({@code I-X} only after {@code B-X} or {@code I-X}). Collins, "Discriminative Training Methods for Hidden Markov
 * Models", EMNLP 2002. A conditional random field finds as much and takes twenty times as long to train. Equal lines in
 * equal order and an equal seed give an equal tagger. Immutable and thread-safe once trained.
 */
final class Tagger {

    private final List<String> tags;

    /** For each tag, the tags it may follow; start of line is {@code tags.size()}. */
    private final int[][] before;

    /** Place of a feature to weights by tag; null where training never used it. */
    private final float[][] weights = new float[WordFeatures.SIZE][];

    /** [before][tag]. */
    private final float[][] transitions;

    private Tagger(List<String> tags) {
        this.tags = tags;
        this.transitions = new float[tags.size() + 1][tags.size()];
        this.before = tags.stream().map(this::before).toArray(int[][]::new);
    }

    private int[] before(String tag) {
        if (!tag.startsWith("I-")) {
            return IntStream.rangeClosed(0, tags.size()).toArray();
        }
        return IntStream.range(0, tags.size())
                .filter(i -> tags.get(i).equals(tag) || tags.get(i).equals("B-" + tag.substring(2)))
                .toArray();
    }

    /** How often each line is gone through: often where there are few. */
    static int epochs(long words) {
        return (int) Math.max(8, Math.min(30, 120_000 / Math.max(1, words)));
    }

    static Tagger train(List<Tagged> lines, SplittableRandom random) {
        List<String> tags = lines.stream()
                .flatMap(line -> line.tags().stream())
                .distinct()
                .sorted()
                .toList();
        Tagger tagger = new Tagger(tags.isEmpty() ? List.of(Tagged.OUTSIDE) : tags);
        long words = lines.stream().mapToLong(Tagged::size).sum();
        new Training(tagger).run(lines, epochs(words), random);
        return tagger;
    }

    List<String> tag(Tagged line) {
        return Arrays.stream(decode(line)).mapToObj(tags::get).toList();
    }

    private int[] decode(Tagged line) {
        int words = line.size();
        if (words == 0) {
            return new int[0];
        }
        int[][] from = new int[words][tags.size()];
        float[] scores = null;
        for (int i = 0; i < words; i++) {
            float[] own = emissions(line.features(i));
            for (int tag = 0; tag < own.length; tag++) {
                float best = Float.NEGATIVE_INFINITY;
                if (i == 0) {
                    best = tags.get(tag).startsWith("I-") ? best : transitions[tags.size()][tag];
                } else {
                    for (int previous : before[tag]) {
                        if (previous < tags.size()) {
                            float score = scores[previous] + transitions[previous][tag];
                            if (score > best) {
                                best = score;
                                from[i][tag] = previous;
                            }
                        }
                    }
                }
                own[tag] += best;
            }
            scores = own;
        }
        int[] path = new int[words];
        for (int tag = 1; tag < scores.length; tag++) {
            if (scores[tag] > scores[path[words - 1]]) {
                path[words - 1] = tag;
            }
        }
        for (int i = words - 1; i > 0; i--) {
            path[i - 1] = from[i][path[i]];
        }
        return path;
    }

    private float[] emissions(int[] features) {
        float[] scores = new float[tags.size()];
        for (int feature : features) {
            float[] row = weights[feature];
            if (row != null) {
                for (int tag = 0; tag < scores.length; tag++) {
                    scores[tag] += row[tag];
                }
            }
        }
        return scores;
    }

    /**
     * Averages the weights of all steps in one more sum: after T steps the mean is {@code w - u / T}, u the changes,
     * each times its step (Daumé, 2006).
     */
    private static final class Training {
        private final Tagger tagger;
        private final float[][] sums = new float[WordFeatures.SIZE][];
        private final float[][] transitionSums;
        private float step = 1;

        Training(Tagger tagger) {
            this.tagger = tagger;
            this.transitionSums = new float[tagger.transitions.length][tagger.tags.size()];
        }

        void run(List<Tagged> lines, int epochs, SplittableRandom random) {
            int[][] gold = lines.stream()
                    .map(line ->
                            line.tags().stream().mapToInt(tagger.tags::indexOf).toArray())
                    .toArray(int[][]::new);
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, lines.size()).boxed().toList());
            for (int epoch = 0; epoch < epochs; epoch++) {
                Draw.shuffle(order, random);
                for (int line : order) {
                    learn(lines.get(line), gold[line]);
                    step++;
                }
            }
            for (int i = 0; i < sums.length; i++) {
                if (sums[i] != null) {
                    average(tagger.weights[i], sums[i]);
                }
            }
            for (int i = 0; i < transitionSums.length; i++) {
                average(tagger.transitions[i], transitionSums[i]);
            }
        }

        private void average(float[] weights, float[] changes) {
            for (int tag = 0; tag < weights.length; tag++) {
                weights[tag] -= changes[tag] / step;
            }
        }

        private void learn(Tagged line, int[] gold) {
            int[] found = tagger.decode(line);
            if (Arrays.equals(found, gold)) {
                return;
            }
            int start = tagger.tags.size();
            for (int i = 0; i < gold.length; i++) {
                if (found[i] != gold[i]) {
                    for (int feature : line.features(i)) {
                        change(feature, gold[i], 1);
                        change(feature, found[i], -1);
                    }
                }
                int goldBefore = i == 0 ? start : gold[i - 1];
                int foundBefore = i == 0 ? start : found[i - 1];
                if (found[i] != gold[i] || foundBefore != goldBefore) {
                    follow(goldBefore, gold[i], 1);
                    follow(foundBefore, found[i], -1);
                }
            }
        }

        private void change(int feature, int tag, float by) {
            if (tagger.weights[feature] == null) {
                tagger.weights[feature] = new float[start()];
                sums[feature] = new float[start()];
            }
            tagger.weights[feature][tag] += by;
            sums[feature][tag] += step * by;
        }

        private void follow(int previous, int tag, float by) {
            tagger.transitions[previous][tag] += by;
            transitionSums[previous][tag] += step * by;
        }

        private int start() {
            return tagger.tags.size();
        }
    }
}
