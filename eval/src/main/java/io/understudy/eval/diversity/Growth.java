package io.understudy.eval.diversity;

import io.understudy.eval.diversity.Diversity.Sides;
import io.understudy.eval.diversity.Draws.Spread;
import io.understudy.eval.report.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Figures of diversity at other sizes than the sample's: at one fixed size, drawn again and again, and at all sizes.
 */
final class Growth {

    /** Lines of each draw, and draws. */
    private static final int LINES = 1_000;

    private static final int DRAWS = 5;

    /** What is drawn again: what depends on size and is quick. */
    private static final List<String> RESAMPLED = List.of(
            "distinct_1",
            "distinct_2",
            "distinct_3",
            "entropy_1",
            "entropy_2",
            "entropy_3",
            "compression_ratio",
            "near_duplicates",
            "self_repetition",
            "self_bleu",
            "template_rate",
            "effective_templates",
            "unique_templates");

    private static final List<String> DRAWN = List.of("distinct_2", "self_bleu", "effective_templates");

    private static final int[] SIZES = {100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000};

    private Growth() {}

    /** Mean and standard deviation of each figure over five random samples of 1,000 lines. */
    static Section resampled(Sides surface, Sides masked) {
        Section section = new Section()
                .put(
                        "what",
                        "each figure on random samples of one fixed size, so that corpora of any size can be compared: mean"
                                + " and standard deviation");
        if (surface.here().size() < LINES) {
            return section.missing(
                    "n", "%d lines; needs %d".formatted(surface.here().size(), LINES));
        }
        return section.put("n", LINES)
                .put("draws", DRAWS)
                .put("surface", resampled(surface))
                .put("masked", resampled(masked));
    }

    private static Section resampled(Sides sides) {
        List<LineSet> ours = draws(sides.here());
        List<LineSet> theirs = sides.original().map(Growth::draws).orElse(List.of());
        Section section = new Section();
        for (Metric metric : metrics(RESAMPLED)) {
            Section spread = put(new Section(), "", ours, metric);
            section.put(metric.key(), theirs.isEmpty() ? spread : put(spread, "original_", theirs, metric));
        }
        return section;
    }

    private static Section put(Section section, String prefix, List<LineSet> draws, Metric metric) {
        Spread spread = Spread.of(draws.stream().mapToDouble(metric::of).toArray());
        if (Double.isNaN(spread.mean())) {
            String reason = metric.reason(draws.get(0));
            return section.missing(prefix + "mean", reason).missing(prefix + "sd", reason);
        }
        return section.put(prefix + "mean", spread.mean()).put(prefix + "sd", spread.deviation());
    }

    private static List<LineSet> draws(LineSet lines) {
        List<LineSet> draws = new ArrayList<>();
        for (int draw = 0; draw < DRAWS && lines.size() >= LINES; draw++) {
            draws.add(Draws.of(lines, LINES, DRAWS, draw));
        }
        return draws;
    }

    private static List<Metric> metrics(List<String> keys) {
        List<Metric> all = new ArrayList<>(Metrics.OF_WORDS);
        all.addAll(Metrics.OF_CARRIERS);
        return all.stream().filter(metric -> keys.contains(metric.key())).toList();
    }

    /** A few figures on the first lines of each side, at growing sizes up to its own. */
    static List<Section> curve(Sides surface, Sides masked) {
        List<Section> points = new ArrayList<>();
        for (int size : SIZES) {
            if (size <= surface.here().size()) {
                Section point = new Section().put("n", size);
                put(point, "", surface.here().first(size), masked.here().first(size));
                if (surface.original().isPresent()
                        && size <= surface.original().get().size()) {
                    put(
                            point,
                            "original_",
                            surface.original().get().first(size),
                            masked.original().get().first(size));
                }
                points.add(point);
            }
        }
        return points;
    }

    private static void put(Section point, String prefix, LineSet surface, LineSet masked) {
        for (Metric metric : metrics(DRAWN)) {
            boolean ofCarriers = Metrics.OF_CARRIERS.contains(metric);
            if (!ofCarriers) {
                number(point, prefix + metric.key(), metric.of(surface));
            }
            number(point, prefix + (ofCarriers ? "" : "masked_") + metric.key(), metric.of(masked));
        }
    }

    private static void number(Section point, String key, double value) {
        if (Double.isNaN(value)) {
            point.missing(key, "no line is long enough");
        } else {
            point.put(key, value);
        }
    }
}
