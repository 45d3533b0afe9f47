package io.understudy.eval.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.understudy.core.Seeds;
import io.understudy.core.Span;
import io.understudy.core.text.Words;
import io.understudy.eval.view.Numbering;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Texts as vectors whose words have names, for a classifier that says what it went by: words, pairs of words, and runs
 * of two to five characters inside a word and its edges; each weighs {@code (1 + ln tf) (1 + ln((1 + n) / (1 + df)))},
 * each vector has length one.
 */
public final class TextVectors {

    private static final int SHORTEST_RUN = 2;
    private static final int LONGEST_RUN = 5;

    static {
        // It prints to standard output otherwise.
        Linear.disableDebugOutput();
    }

    private final Numbering numbers = new Numbering();
    private final Map<Integer, String> words = new TreeMap<>();
    private final Rows rows;

    public TextVectors(List<String> texts) {
        List<Map<Integer, Integer>> counts = texts.stream().map(this::counts).toList();
        int[] lines = new int[numbers.size()];
        counts.forEach(line -> line.keySet().forEach(id -> lines[id]++));
        Feature[][] vectors = new Feature[texts.size()][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = vector(counts.get(i), lines, texts.size());
        }
        rows = new Rows(vectors, numbers.size());
    }

    public Rows rows() {
        return rows;
    }

    /** The features that are words or pairs, by number. */
    public Map<Integer, String> words() {
        return words;
    }

    private Map<Integer, Integer> counts(String text) {
        Map<Integer, Integer> counts = new TreeMap<>();
        String before = null;
        for (Span span : Words.of(text)) {
            String word = text.substring(span.start(), span.end());
            word(word, counts);
            if (before != null) {
                word(before + " " + word, counts);
            }
            runs(" " + word + " ", counts);
            before = word;
        }
        return counts;
    }

    private void word(String word, Map<Integer, Integer> counts) {
        int id = numbers.number(Seeds.hash("w" + word));
        words.putIfAbsent(id, word);
        counts.merge(id, 1, Integer::sum);
    }

    private void runs(String word, Map<Integer, Integer> counts) {
        for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
            for (int from = 0; from + length <= word.length(); from++) {
                counts.merge(numbers.number(Seeds.hash("c" + word.substring(from, from + length))), 1, Integer::sum);
            }
        }
    }

    private static Feature[] vector(Map<Integer, Integer> counts, int[] lines, int n) {
        double[] weights = new double[counts.size()];
        int at = 0;
        double squares = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            double rarity = 1 + StrictMath.log((1.0 + n) / (1 + lines[count.getKey()]));
            weights[at] = (1 + StrictMath.log(count.getValue())) * rarity;
            squares += weights[at] * weights[at];
            at++;
        }
        Feature[] vector = new Feature[weights.length];
        at = 0;
        for (int id : counts.keySet()) {
            // liblinear counts from 1.
            vector[at] = new FeatureNode(id + 1, weights[at] / StrictMath.sqrt(squares));
            at++;
        }
        return vector;
    }

    /** The vectors, one for each text. */
    public static final class Rows {
        private final Feature[][] vectors;
        private final int size;

        private Rows(Feature[][] vectors, int size) {
            this.vectors = vectors;
            this.size = size;
        }

        /** The weights of a logistic regression on some rows, and its constant at the end. */
        public double[] train(int[] some, IntPredicate positive) {
            Problem problem = new Problem();
            problem.l = some.length;
            problem.n = size + 1;
            problem.bias = 1;
            problem.x = new Feature[some.length][];
            problem.y = new double[some.length];
            for (int i = 0; i < some.length; i++) {
                Feature[] vector = vectors[some[i]];
                problem.x[i] = Arrays.copyOf(vector, vector.length + 1);
                problem.x[i][vector.length] = new FeatureNode(size + 1, 1);
                problem.y[i] = positive.test(some[i]) ? 1 : -1;
            }
            Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR_DUAL, 1, 0.01));
            double[] weights = model.getFeatureWeights();
            double sign = model.getLabels()[0] < 0 ? -1 : 1;
            return Arrays.stream(weights).map(weight -> sign * weight).toArray();
        }

        /** Above 0 where a row looks positive. */
        public double score(int row, double[] weights) {
            double sum = weights[size];
            for (Feature feature : vectors[row]) {
                sum += weights[feature.getIndex() - 1] * feature.getValue();
            }
            return sum;
        }

        /** The mean of the first {@code n} rows less that of the others. */
        public double[] difference(int n) {
            double[] difference = new double[size];
            for (int row = 0; row < vectors.length; row++) {
                double share = row < n ? 1.0 / n : -1.0 / (vectors.length - n);
                for (Feature feature : vectors[row]) {
                    difference[feature.getIndex() - 1] += share * feature.getValue();
                }
            }
            return difference;
        }
    }
}
