package io.understudy.eval.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.understudy.eval.linear.TextFeatures.Places;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear support vector machine over TF-IDF, one class against the others (squared hinge loss, C = 1). Weights are
 * {@code (1 + ln tf) · (1 + ln((1 + n) / (1 + df)))}, of unit length for words and for characters each. Fan et al.,
 * "LIBLINEAR: A Library for Large Linear Classification", 2008. Equal lines in equal order give an equal model.
 * Immutable and thread-safe.
 */
public final class LinearModel {

    private static final double C = 1;
    private static final double TOLERANCE = 0.1;
    private static final int ITERATIONS = 300;

    static {
        // It prints to standard output otherwise.
        Linear.disableDebugOutput();
    }

    /** Place to feature, from 1 on; 0 where training never saw it. First the words, then the characters. */
    private final int[] features = new int[2 * TextFeatures.SIZE];

    private final double[] idf;
    private final List<String> classes;
    private final Model model;

    private LinearModel(List<TextFeatures> lines, List<String> answers) {
        this.classes = answers.stream().distinct().sorted().toList();
        this.idf = idf(lines);
        Problem problem = new Problem();
        problem.l = lines.size();
        problem.n = idf.length;
        problem.bias = 1;
        problem.x = new Feature[lines.size()][];
        problem.y = new double[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            problem.x[i] = vector(lines.get(i));
            problem.y[i] = classes.indexOf(answers.get(i));
        }
        this.model = Linear.train(problem, new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, C, ITERATIONS, TOLERANCE));
    }

    /**
     * @param answers the class of each line
     * @throws IllegalArgumentException if there is no line, or not one answer for each
     */
    public static LinearModel train(List<TextFeatures> lines, List<String> answers) {
        if (lines.isEmpty() || lines.size() != answers.size()) {
            throw new IllegalArgumentException(
                    lines.size() + " lines and " + answers.size() + " answers; expected as many, and at least one");
        }
        return new LinearModel(lines, answers);
    }

    /** The most likely class. */
    public String predict(TextFeatures line) {
        return classes.size() == 1 ? classes.get(0) : classes.get((int) Linear.predict(model, vector(line)));
    }

    private double[] idf(List<TextFeatures> lines) {
        int[] frequencies = new int[2 * TextFeatures.SIZE];
        for (TextFeatures line : lines) {
            count(line.words(), 0, frequencies);
            count(line.characters(), TextFeatures.SIZE, frequencies);
        }
        int known = 0;
        for (int place = 0; place < frequencies.length; place++) {
            features[place] = frequencies[place] == 0 ? 0 : ++known;
        }
        // One more for the bias.
        double[] weights = new double[known + 1];
        for (int place = 0; place < frequencies.length; place++) {
            if (features[place] > 0) {
                weights[features[place] - 1] = 1 + StrictMath.log((1.0 + lines.size()) / (1.0 + frequencies[place]));
            }
        }
        weights[known] = 1;
        return weights;
    }

    private static void count(Places places, int offset, int[] frequencies) {
        for (int i = 0; i < places.size(); i++) {
            frequencies[offset + places.place(i)]++;
        }
    }

    private Feature[] vector(TextFeatures line) {
        List<Feature> nodes = new ArrayList<>(line.size() + 1);
        add(line.words(), 0, nodes);
        add(line.characters(), TextFeatures.SIZE, nodes);
        nodes.add(new FeatureNode(idf.length, 1));
        return nodes.toArray(Feature[]::new);
    }

    private void add(Places places, int offset, List<Feature> nodes) {
        int first = nodes.size();
        double squares = 0;
        for (int i = 0; i < places.size(); i++) {
            int feature = features[offset + places.place(i)];
            if (feature > 0) {
                double value = (1 + StrictMath.log(places.count(i))) * idf[feature - 1];
                squares += value * value;
                nodes.add(new FeatureNode(feature, value));
            }
        }
        double length = StrictMath.sqrt(squares);
        for (int i = first; i < nodes.size(); i++) {
            nodes.get(i).setValue(nodes.get(i).getValue() / length);
        }
    }
}
