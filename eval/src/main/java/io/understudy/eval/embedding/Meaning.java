package io.understudy.eval.embedding;

import io.understudy.eval.diversity.Vendi;
import io.understudy.eval.report.Score;
import io.understudy.eval.report.Score.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The figures of embeddings: synthetic lines beside one half of the original, and beside them the original's other
 * half. Equal lines of a side count once.
 */
public final class Meaning {

    /** Lines of each side. */
    public static final int LINES = 1_000;

    /** Neighbours that make a ball. */
    private static final int NEIGHBOURS = 5;

    /** Fewer lines of a side say nothing. */
    private static final int FEWEST = 50;

    private final double[][] synthetic;
    private final double[][] original;
    private final double[][] other;
    private final boolean mauve;

    /** Each list in random order, {@link #LINES} or fewer. */
    public Meaning(
            Embedder embedder, boolean mauve, List<String> synthetic, List<String> original, List<String> other) {
        List<List<String>> sides = Stream.of(synthetic, original, other)
                .map(lines -> lines.stream().distinct().toList())
                .toList();
        int n = sides.stream().mapToInt(List::size).min().orElse(0);
        List<double[][]> points = n < FEWEST
                ? List.of(new double[0][], new double[0][], new double[0][])
                : sides.stream()
                        .map(lines -> embedder.embed(lines.subList(0, n)))
                        .toList();
        this.synthetic = points.get(0);
        this.original = points.get(1);
        this.other = points.get(2);
        this.mauve = mauve;
    }

    /** What is told where no encoder was given. */
    public static List<Score> missing(String reason) {
        return Stream.of(Figure.values())
                .filter(figure -> figure != Figure.MAUVE)
                .map(figure -> Score.missing(figure.key(), figure.direction, figure.what, reason))
                .toList();
    }

    public List<Score> scores() {
        if (synthetic.length < FEWEST) {
            return missing("too few distinct lines here or in each half of the original; needs " + FEWEST);
        }
        double[] here = figures(synthetic);
        double[] real = figures(other);
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < here.length; i++) {
            Figure figure = Figure.values()[i];
            if (figure != Figure.MAUVE || mauve) {
                scores.add(Score.of(figure.key(), here[i], figure.direction, synthetic.length, figure.what)
                        .against(real[i]));
            }
        }
        return scores;
    }

    /** In the order of {@link Figure}. */
    private double[] figures(double[][] side) {
        Manifolds manifolds = Manifolds.of(original, side, NEIGHBOURS);
        Spread spread = Spread.of(side);
        double[] figures = {
            manifolds.precision(),
            manifolds.recall(),
            manifolds.density(),
            manifolds.coverage(),
            Frechet.distance(original, side),
            Vendi.ofRows(side, 1),
            spread.clique(),
            spread.chamfer(),
            mauve ? Mauve.of(original, side) : Double.NaN
        };
        return Arrays.copyOf(figures, Figure.values().length);
    }

    private enum Figure {
        PRECISION(Direction.HIGHER, "Share of lines that mean something like an original line."),
        RECALL(Direction.HIGHER, "Share of original lines that mean something like one of these."),
        DENSITY(Direction.NEAR_ORIGINAL, "How many original lines are as near to a line as their own neighbours."),
        COVERAGE(Direction.HIGHER, "Share of original lines with one of these among their neighbours."),
        FRECHET(Direction.LOWER, "Distance of the two clouds taken for normal distributions."),
        VENDI_MEANING(Direction.HIGHER, "The effective number of distinct lines among n, by what they mean."),
        REMOTE_CLIQUE(Direction.HIGHER, "Mean distance of two lines, one minus the cosine."),
        CHAMFER(Direction.HIGHER, "Mean distance of a line to the nearest other."),
        MAUVE(Direction.HIGHER, "MAUVE: how much the two clouds overlap; flatters with so few lines.");

        private final Direction direction;
        private final String what;

        Figure(Direction direction, String what) {
            this.direction = direction;
            this.what = what;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
