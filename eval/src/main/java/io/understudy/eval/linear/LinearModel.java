package io.understudy.eval.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;

/**
 * A linear support vector machine over {@link TfIdf}, one class against the others (squared hinge loss, C = 1). Fan et
 * al., "LIBLINEAR: A Library for Large Linear Classification", 2008. Equal lines in equal order give an equal model.
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

    private final TfIdf vectors;
    private final List<String> classes;
    private final Model model;

    private LinearModel(List<TextFeatures> lines, List<String> answers) {
        this.classes = answers.stream().distinct().sorted().toList();
        this.vectors = new TfIdf(lines);
        Problem problem = new Problem();
        problem.l = lines.size();
        problem.n = vectors.size();
        problem.bias = 1;
        problem.x = new Feature[lines.size()][];
        problem.y = new double[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            problem.x[i] = vectors.of(lines.get(i));
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
        return classes.size() == 1 ? classes.get(0) : classes.get((int) Linear.predict(model, vectors.of(line)));
    }
}
