package io.understudy.eval.diversity;

import io.understudy.eval.report.Score.Direction;
import java.util.ArrayList;
import java.util.List;

/** The figures of diversity, in the order of the report. */
final class Metrics {

    /** How many times lines are drawn anew where the order or the choice of lines matters. */
    private static final int DRAWS = 5;

    /** Of every view. */
    static final List<Metric> OF_WORDS = ofWords();

    /** Of the masked view alone. */
    static final List<Metric> OF_CARRIERS = List.of(
            new Metric.Plain(
                    "effective_templates",
                    Direction.HIGHER,
                    "How many equally frequent templates would be as varied as these: exp of their entropy.",
                    lines -> lines.carriers().effective()),
            new Metric.Plain(
                    "unique_templates",
                    Direction.HIGHER,
                    "Distinct templates over lines.",
                    lines -> lines.carriers().unique()),
            new Metric.Plain(
                    "top_template",
                    Direction.LOWER,
                    "Share of lines on the most frequent template.",
                    lines -> lines.carriers().top(1)),
            new Metric.Plain(
                    "top_10_templates",
                    Direction.LOWER,
                    "Share of lines on the ten most frequent templates.",
                    lines -> lines.carriers().top(10)));

    private Metrics() {}

    private static List<Metric> ofWords() {
        List<Metric> metrics = new ArrayList<>();
        for (int order = 1; order <= 3; order++) {
            int n = order;
            metrics.add(new Metric.Plain(
                    "distinct_" + n,
                    Direction.HIGHER,
                    "Share of all " + things(n) + " that are distinct.",
                    lines -> lines.grams().distinct(n)));
        }
        for (int order = 1; order <= 3; order++) {
            int n = order;
            metrics.add(new Metric.OfTokens(
                    "distinct_" + n + "_of_5000",
                    Direction.HIGHER,
                    "The same in 5,000 words of random lines, mean of 20 draws: does not depend on size. n counts words.",
                    5_000,
                    5_000,
                    20,
                    lines -> Grams.of(lines, n).distinct(n)));
        }
        for (int order = 1; order <= 3; order++) {
            int n = order;
            metrics.add(new Metric.Plain(
                    "entropy_" + n,
                    Direction.HIGHER,
                    "Entropy of " + things(n) + ", in bits.",
                    lines -> lines.grams().entropy(n)));
            metrics.add(new Metric.Plain(
                    "effective_" + n,
                    Direction.HIGHER,
                    "How many equally frequent " + things(n) + " would be as varied: exp of their entropy.",
                    lines -> StrictMath.pow(2, lines.grams().entropy(n))));
        }
        metrics.add(new Metric.Plain(
                "words_per_line",
                Direction.NEAR_ORIGINAL,
                "Mean number of words and punctuation marks in a line.",
                lines -> lines.grams().meanLength()));
        metrics.add(new Compression());
        metrics.add(new Metric.Plain(
                "near_duplicates",
                Direction.LOWER,
                "Share of lines nearly equal to an earlier line: at least 0.8 of their runs of three words are common.",
                lines -> NearDuplicates.share(lines.hashes())));
        metrics.add(new Metric.Plain(
                "self_repetition",
                Direction.LOWER,
                "How much a line's runs of four words stand in other lines, on a scale of logarithms.",
                lines -> lines.grams().selfRepetition(4)));
        metrics.add(new Metric.Plain(
                "self_bleu",
                Direction.LOWER,
                "How well the other lines foretell a line: self-BLEU, orders up to 4 and up to the line's own length.",
                lines -> new SelfBleu(lines.grams(), 4, true).mean()));
        metrics.add(new Metric.OfTokens(
                "mattr_50",
                Direction.HIGHER,
                "Mean share of distinct words in windows of 50; mean of 5 orders of the lines. n counts words.",
                50,
                50_000,
                DRAWS,
                lines -> new WordVariety(lines.joined()).movingAverage(50)));
        metrics.add(new Metric.OfTokens(
                "mtld",
                Direction.HIGHER,
                "Words it takes until only 0.72 of them are distinct; mean of 5 orders of the lines. n counts words.",
                50,
                50_000,
                DRAWS,
                lines -> new WordVariety(lines.joined()).untilRepetition(0.72)));
        metrics.add(new Metric.OfFirst(
                500,
                new Metric.Plain(
                        "vendi",
                        Direction.HIGHER,
                        "The effective number of distinct lines among n, by the words and pairs they share: Vendi score.",
                        lines -> Vendi.ofLines(lines.grams(), 1))));
        metrics.add(new Metric.Plain(
                "template_rate",
                Direction.LOWER,
                "Share of lines that hold one of the 100 most frequent runs of five words.",
                lines -> lines.grams().shareWithFrequent(5, 100)));
        return List.copyOf(metrics);
    }

    private static String things(int n) {
        return n == 1 ? "words" : "runs of " + n + " words";
    }
}
