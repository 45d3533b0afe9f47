package io.understudy.eval.diversity;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.diversity.LineSet.View;
import io.understudy.eval.report.Score;
import io.understudy.eval.report.Section;
import io.understudy.eval.view.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The diversity of a sample; beside each score the same metric on the original and on as many of our lines.
 *
 * @param lines how many lines of this corpus were measured
 * @param surface scores on the text as it is
 * @param masked the same scores with each mention as its label
 * @param carriers scores on carriers
 * @param resampled how far the figures depend on which lines they saw
 * @param curve how they grow with the number of lines
 */
public record Diversity(
        int lines,
        List<Score> surface,
        List<Score> masked,
        List<Score> carriers,
        Section resampled,
        List<Section> curve) {

    public static Diversity of(Sample synthetic, Optional<Sample> original) {
        Sides surface = Sides.of(synthetic.lines(), original.map(Sample::lines), View.SURFACE);
        Sides masked = Sides.of(synthetic.lines(), original.map(Sample::lines), View.MASKED);
        List<List<Score>> scores = Stream.<Supplier<List<Score>>>of(
                        () -> surface.scores(Metrics.OF_WORDS), () -> masked.scores(Metrics.OF_WORDS))
                .parallel()
                .map(Supplier::get)
                .toList();
        return new Diversity(
                surface.here().size(),
                scores.get(0),
                scores.get(1),
                masked.scores(Metrics.OF_CARRIERS),
                Growth.resampled(surface, masked),
                Growth.curve(surface, masked));
    }

    /** This corpus and the original in one view, each as it is. */
    record Sides(LineSet here, Optional<LineSet> original) {
        static Sides of(List<AnnotatedText> here, Optional<List<AnnotatedText>> original, View view) {
            return new Sides(LineSet.of(here, view), original.map(lines -> LineSet.of(lines, view)));
        }

        List<Score> scores(List<Metric> metrics) {
            Optional<LineSet> theirs = original.map(lines -> lines.first(here.size()));
            LineSet ours = theirs.map(lines -> here.first(lines.size())).orElse(here);
            List<Score> scores = new ArrayList<>();
            for (Metric metric : metrics) {
                double value = metric.of(here);
                Score score = Double.isNaN(value)
                        ? Score.missing(metric.key(), metric.direction(), metric.what(), metric.reason(here))
                        : Score.of(metric.key(), value, metric.direction(), metric.n(here), metric.what());
                scores.add(theirs.isEmpty() ? score : score.against(metric.ruler(ours, theirs.get())));
            }
            return scores;
        }
    }
}
