package io.understudy.eval.fidelity;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.eval.embedding.Embedder;
import io.understudy.eval.embedding.Meaning;
import io.understudy.eval.report.Score;
import io.understudy.eval.report.Score.Direction;
import io.understudy.eval.report.Score.Ruler;
import io.understudy.eval.report.Section;
import io.understudy.eval.view.Sample;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * How like its original a sample is. Beside each figure stands the same figure between two halves of the original, all
 * of one size.
 */
public final class Fidelity {

    /** Lines of each side that a classifier is taught with: enough for an error of 0.013 in the area. */
    private static final int C2ST_LINES = 1_000;

    /** Lines of each side that language models learn. */
    private static final int MODEL_LINES = 10_000;

    private final Halves halves;
    private final Sample original;
    private final Profile ofSynthetic;
    private final Profile ofHalf;
    private final Profile ofOther;
    private final Optional<Perplexities> perplexities;
    private final Optional<ToldApart> toldApart;

    /** Three classifiers, each to tell something from the first half of the original. */
    private record ToldApart(TwoSampleTest synthetic, TwoSampleTest real, TwoSampleTest shuffled) {}

    public Fidelity(Sample synthetic, Sample original) {
        this.halves = Halves.of(synthetic, original);
        this.original = original;
        this.ofSynthetic = Profile.of(halves.synthetic());
        this.ofHalf = Profile.of(halves.original());
        this.ofOther = Profile.of(halves.other());
        boolean enough = halves.size() >= TwoSampleTest.FEWEST_LINES;
        this.perplexities = enough ? Optional.of(perplexities(halves.first(MODEL_LINES))) : Optional.empty();
        this.toldApart = enough ? toldApart(halves.first(C2ST_LINES)) : Optional.empty();
    }

    private static Perplexities perplexities(Halves some) {
        return Perplexities.of(
                Halves.lines(some.synthetic()),
                Halves.lines(some.original()),
                Halves.lines(some.other()),
                some.shuffled());
    }

    private static Optional<ToldApart> toldApart(Halves some) {
        List<String> half = Halves.texts(some.original());
        List<String> shuffled =
                some.shuffled().stream().map(AnnotatedText::text).toList();
        List<List<String>> sides = List.of(Halves.texts(some.synthetic()), Halves.texts(some.other()), shuffled);
        if (sides.stream().anyMatch(side -> TwoSampleTest.usable(side, half) < TwoSampleTest.FEWEST_LINES)) {
            return Optional.empty();
        }
        List<TwoSampleTest> tests =
                sides.stream().map(side -> TwoSampleTest.of(side, half)).toList();
        return Optional.of(new ToldApart(tests.get(0), tests.get(1), tests.get(2)));
    }

    /** A distance of profiles at the halves' size, and between the halves. */
    public Ruler ruler(ToDoubleBiFunction<Profile, Profile> distance) {
        double here = distance.applyAsDouble(ofSynthetic, ofHalf);
        double real = distance.applyAsDouble(ofOther, ofHalf);
        return Double.isNaN(here) || Double.isNaN(real) ? Ruler.NONE : new Ruler(halves.size(), here, real);
    }

    /** What is measured on the halves alone. */
    public List<Score> scores() {
        double[] ours = lengths(halves.synthetic());
        double[] half = lengths(halves.original());
        double[] other = lengths(halves.other());
        int models = Math.min(MODEL_LINES, halves.size());
        int classified = toldApart.map(tests -> tests.synthetic().lines()).orElse(0);
        double real = perplexities.map(Perplexities::real).orElse(Double.NaN);
        return List.of(
                score(
                        "length_w1",
                        Lengths.moved(ours, half),
                        Lengths.moved(other, half),
                        Direction.LOWER,
                        halves.size(),
                        "Characters by which lines would have to grow or shrink, on average, to be as long as the"
                                + " original's: Wasserstein distance."),
                score(
                        "length_ks",
                        Lengths.greatestGap(ours, half),
                        Lengths.greatestGap(other, half),
                        Direction.LOWER,
                        halves.size(),
                        "Greatest difference of the distribution functions of line length: Kolmogorov-Smirnov, 0 to 1."),
                score(
                        "perplexity",
                        perplexities.map(Perplexities::forward).orElse(Double.NaN),
                        real,
                        Direction.NEAR_ORIGINAL,
                        models,
                        "How surprising these lines are to a language model of the original: Kneser-Ney, 4 words."),
                score(
                        "reverse_perplexity",
                        perplexities.map(Perplexities::reverse).orElse(Double.NaN),
                        real,
                        Direction.LOWER,
                        models,
                        "How surprising the original is to a model of these lines: high where they lack something."),
                score(
                        "unknown_words",
                        perplexities.map(Perplexities::unknown).orElse(Double.NaN),
                        perplexities.map(Perplexities::realUnknown).orElse(Double.NaN),
                        Direction.NEAR_ORIGINAL,
                        models,
                        "Share of words outside the models' vocabulary, for they occur only once in all."),
                score(
                        "c2st_auc",
                        toldApart.map(tests -> tests.synthetic().auc()).orElse(Double.NaN),
                        toldApart.map(tests -> tests.real().auc()).orElse(Double.NaN),
                        Direction.LOWER,
                        classified,
                        "How well a classifier tells synthetic from original: 0.5 not at all, 1 always."),
                score(
                        "c2st_accuracy",
                        toldApart.map(tests -> tests.synthetic().accuracy()).orElse(Double.NaN),
                        toldApart.map(tests -> tests.real().accuracy()).orElse(Double.NaN),
                        Direction.LOWER,
                        classified,
                        "Share of lines the classifier tells rightly."),
                score(
                        "c2st_p",
                        toldApart.map(tests -> tests.synthetic().p()).orElse(Double.NaN),
                        toldApart.map(tests -> tests.real().p()).orElse(Double.NaN),
                        Direction.HIGHER,
                        classified,
                        "Chance of so many right answers if nothing told the sides apart."));
    }

    /** The figures of meaning, by a sentence encoder. */
    public List<Score> meaning(Embedder embedder, boolean mauve) {
        Halves some = halves.first(Meaning.LINES);
        return new Meaning(
                        embedder,
                        mauve,
                        Halves.texts(some.synthetic()),
                        Halves.texts(some.original()),
                        Halves.texts(some.other()))
                .scores();
    }

    private static double[] lengths(List<Example> lines) {
        return lines.stream().mapToDouble(line -> line.text().length()).toArray();
    }

    private Score score(String name, double value, double real, Direction direction, int n, String what) {
        return Double.isNaN(value)
                ? Score.missing(name, direction, what, tooFew())
                : Score.of(name, value, direction, n, what).against(real);
    }

    private String tooFew() {
        return "%d lines here and in each half of the original; needs %d distinct ones"
                .formatted(halves.size(), TwoSampleTest.FEWEST_LINES);
    }

    /** The original's lines with their words in random order: what the figures are where nothing is right but words. */
    public Section shuffled() {
        Section section = new Section()
                .put("what", "the same figures for original lines with their words in random order: how bad bad is");
        put(section, "c2st_auc", toldApart.map(tests -> tests.shuffled().auc()).orElse(Double.NaN));
        put(section, "perplexity", perplexities.map(Perplexities::shuffled).orElse(Double.NaN));
        return section;
    }

    private void put(Section section, String name, double value) {
        if (Double.isNaN(value)) {
            section.missing(name, tooFew());
        } else {
            section.put(name, value);
        }
    }

    /**
     * What gave synthetic lines away, strongest first. A word that the original has is text of the original and only
     * shown where that was asked for.
     */
    public List<Section> gaveAway(boolean showText) {
        OriginalWords words = showText ? OriginalWords.NONE : OriginalWords.of(original);
        return toldApart.stream()
                .flatMap(tests -> tests.synthetic().signs().stream())
                .map(sign -> {
                    Section section = new Section()
                            .put("points_to", sign.ofFirst() ? "synthetic" : "original")
                            .put("weight", sign.weight());
                    return words.mayHold(sign.feature())
                            ? section.missing("feature", "text of the original; --show-text shows it")
                            : section.put("feature", sign.feature());
                })
                .toList();
    }
}
