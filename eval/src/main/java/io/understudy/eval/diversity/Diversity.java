package io.understudy.eval.diversity;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.report.Score;
import io.understudy.eval.report.Score.Direction;
import io.understudy.eval.report.Score.Ruler;
import io.understudy.eval.view.Masked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The diversity of a sample; beside each score the same metric on the original and on as many of our lines.
 *
 * @param lines how many lines of this corpus were measured
 * @param surface scores on the text as it is
 * @param masked the same scores with each mention as its label
 * @param carriers scores on carriers
 */
public record Diversity(int lines, List<Score> surface, List<Score> masked, List<Score> carriers) {

    public static Diversity of(Sample synthetic, Optional<Sample> original) {
        List<AnnotatedText> lines = synthetic.lines();
        Optional<Pair<List<AnnotatedText>>> pair = original.map(Sample::lines).map(theirs -> {
            int n = Math.min(theirs.size(), lines.size());
            return new Pair<>(n, lines.subList(0, n), theirs.subList(0, n));
        });
        return new Diversity(
                lines.size(),
                view(lines, pair, Tokens.SURFACE, AnnotatedText::text),
                view(lines, pair, Tokens.MASKED, Masked::text),
                carriers(lines, pair));
    }

    /** Both corpora at the same size. */
    private record Pair<T>(int n, T here, T original) {
        <R> Pair<R> map(Function<T, R> measure) {
            return new Pair<>(n, measure.apply(here), measure.apply(original));
        }
    }

    /** A metric of two things of equal size. */
    private static <T> Ruler ruler(Optional<Pair<T>> pair, ToDoubleFunction<T> metric) {
        return pair.map(both ->
                        new Ruler(both.n(), metric.applyAsDouble(both.here()), metric.applyAsDouble(both.original())))
                .orElse(Ruler.NONE);
    }

    private static List<Score> view(
            List<AnnotatedText> lines,
            Optional<Pair<List<AnnotatedText>>> pair,
            Tokens tokens,
            Function<AnnotatedText, String> text) {
        Grams grams = Grams.of(lines, tokens);
        Optional<Pair<Grams>> both = pair.map(sides -> sides.map(side -> Grams.of(side, tokens)));
        List<Score> scores = new ArrayList<>();
        for (int order = 1; order <= 3; order++) {
            int n = order;
            String things = n == 1 ? "words" : "runs of " + n + " words";
            scores.add(Score.of(
                            "distinct_" + n,
                            grams.distinct(n),
                            Direction.HIGHER,
                            lines.size(),
                            "Share of all " + things + " that are distinct.")
                    .against(ruler(both, side -> side.distinct(n))));
        }
        scores.add(Score.of(
                        "words_per_line",
                        grams.meanLength(),
                        Direction.NEAR_ORIGINAL,
                        lines.size(),
                        "Mean number of words and punctuation marks in a line.")
                .against(ruler(both, Grams::meanLength)));
        scores.add(compression(
                lines.stream().map(text).toList(),
                pair.map(sides -> sides.map(side -> side.stream().map(text).toList()))));
        return List.copyOf(scores);
    }

    private static Score compression(List<String> lines, Optional<Pair<List<String>>> pair) {
        String what = "How many times smaller DEFLATE makes the text: repetition compresses. n counts bytes.";
        byte[] ours = Compression.bytes(lines);
        int length = Math.min(Compression.MOST_BYTES, ours.length);
        if (length < Compression.FEWEST_BYTES) {
            return Score.missing(
                    "compression_ratio",
                    Direction.LOWER,
                    what,
                    "%d bytes of text; needs %d".formatted(length, Compression.FEWEST_BYTES));
        }
        return Score.of("compression_ratio", Compression.ratio(ours, length), Direction.LOWER, length, what)
                .against(pair.map(sides -> sides.map(Compression::bytes))
                        .map(Diversity::compressed)
                        .orElse(Ruler.NONE));
    }

    private static Ruler compressed(Pair<byte[]> sides) {
        int n = Math.min(Compression.MOST_BYTES, Math.min(sides.here().length, sides.original().length));
        return n < Compression.FEWEST_BYTES
                ? Ruler.NONE
                : new Ruler(n, Compression.ratio(sides.here(), n), Compression.ratio(sides.original(), n));
    }

    private static List<Score> carriers(List<AnnotatedText> lines, Optional<Pair<List<AnnotatedText>>> pair) {
        Carriers all = Carriers.of(lines);
        Optional<Pair<Carriers>> both = pair.map(sides -> sides.map(Carriers::of));
        return List.of(
                carrierScore(
                        "effective_templates",
                        Carriers::effective,
                        Direction.HIGHER,
                        all,
                        both,
                        "How many equally frequent templates would be as varied as these: exp of their entropy."),
                carrierScore(
                        "unique_templates",
                        Carriers::unique,
                        Direction.HIGHER,
                        all,
                        both,
                        "Distinct templates over lines."),
                carrierScore(
                        "top_template",
                        carriers -> carriers.top(1),
                        Direction.LOWER,
                        all,
                        both,
                        "Share of lines on the most frequent template."),
                carrierScore(
                        "top_10_templates",
                        carriers -> carriers.top(10),
                        Direction.LOWER,
                        all,
                        both,
                        "Share of lines on the ten most frequent templates."));
    }

    private static Score carrierScore(
            String name,
            ToDoubleFunction<Carriers> metric,
            Direction direction,
            Carriers all,
            Optional<Pair<Carriers>> both,
            String what) {
        return Score.of(name, metric.applyAsDouble(all), direction, all.lines(), what)
                .against(ruler(both, metric));
    }
}
