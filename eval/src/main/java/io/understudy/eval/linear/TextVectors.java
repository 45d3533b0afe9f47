package io.understudy.eval.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Texts as {@link TfIdf} vectors whose words have names, for a logistic regression that says what it went by. Case
 * counts. Of words that share a place the first one met gives the name.
 */
public final class TextVectors {

    static {
        // It prints to standard output otherwise.
        Linear.disableDebugOutput();
    }

    private final Map<Integer, String> words = new TreeMap<>();
    private final Feature[][] vectors;
    private final int size;

    public TextVectors(List<String> texts) {
        Map<Integer, String> names = new TreeMap<>();
        List<TextFeatures> lines = new ArrayList<>(texts.size());
        texts.forEach(text -> lines.add(TextFeatures.cased(text, names::putIfAbsent)));
        TfIdf weights = new TfIdf(lines);
        names.forEach((place, word) -> words.put(weights.component(place) - 1, word));
        vectors = lines.stream().map(weights::of).toArray(Feature[][]::new);
        size = weights.size();
    }

    /** The components that are words or pairs, by number. */
    public Map<Integer, String> words() {
        return words;
    }

    /** The weights of a logistic regression on some rows, that of the constant at the end. */
    public double[] train(int[] some, IntPredicate positive) {
        Problem problem = new Problem();
        problem.l = some.length;
        problem.n = size;
        problem.bias = 1;
        problem.x = new Feature[some.length][];
        problem.y = new double[some.length];
        for (int i = 0; i < some.length; i++) {
            problem.x[i] = vectors[some[i]];
            problem.y[i] = positive.test(some[i]) ? 1 : -1;
        }
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR_DUAL, 1, 0.01));
        double[] weights = model.getFeatureWeights();
        double sign = model.getLabels()[0] < 0 ? -1 : 1;
        return Arrays.stream(weights).map(weight -> sign * weight).toArray();
    }

    /** Above 0 where a row looks positive. */
    public double score(int row, double[] weights) {
        double sum = 0;
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
