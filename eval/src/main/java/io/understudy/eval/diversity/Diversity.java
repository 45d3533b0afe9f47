package io.understudy.eval.diversity;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.report.Score;
import io.understudy.eval.report.Score.Direction;
import io.understudy.eval.view.Masked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The diversity of a sample, beside that of an original sample of the same number of lines.
 *
 * @param lines how many lines of each side were measured
 * @param surface scores on the text as it is
 * @param masked the same scores with each mention as its label
 * @param carriers scores on carriers
 */
public record Diversity(int lines, List<Score> surface, List<Score> masked, List<Score> carriers) {

    public static Diversity of(Sample synthetic, Optional<Sample> original) {
        List<AnnotatedText> ours = synthetic.lines();
        Optional<List<AnnotatedText>> theirs = original.map(Sample::lines);
        int n = theirs.map(lines -> Math.min(lines.size(), ours.size())).orElse(ours.size());
        List<AnnotatedText> lines = ours.subList(0, n);
        Optional<List<AnnotatedText>> ruler = theirs.map(all -> all.subList(0, n));
        return new Diversity(
                n,
                view(lines, ruler, Tokens.SURFACE, AnnotatedText::text),
                view(lines, ruler, Tokens.MASKED, Masked::text),
                carriers(lines, ruler));
    }

    private static List<Score> view(
            List<AnnotatedText> lines,
            Optional<List<AnnotatedText>> original,
            Tokens tokens,
            Function<AnnotatedText, String> text) {
        Grams grams = Grams.of(lines, tokens);
        Optional<Grams> ruler = original.map(theirs -> Grams.of(theirs, tokens));
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
                    .against(ruler.map(other -> other.distinct(n)).orElse(Double.NaN)));
        }
        scores.add(Score.of(
                        "words_per_line",
                        grams.meanLength(),
                        Direction.NEAR_ORIGINAL,
                        lines.size(),
                        "Mean number of words and punctuation marks in a line.")
                .against(ruler.map(Grams::meanLength).orElse(Double.NaN)));
        scores.add(compression(
                lines.stream().map(text).toList(),
                original.map(theirs -> theirs.stream().map(text).toList())));
        return List.copyOf(scores);
    }

    private static Score compression(List<String> lines, Optional<List<String>> original) {
        String what = "How many times smaller DEFLATE makes the text: repetition compresses.";
        byte[] ours = Compression.bytes(lines);
        Optional<byte[]> theirs = original.map(Compression::bytes);
        int length = Math.min(
                Compression.MOST_BYTES,
                theirs.map(bytes -> Math.min(bytes.length, ours.length)).orElse(ours.length));
        if (length < Compression.FEWEST_BYTES) {
            return Score.missing(
                    "compression_ratio",
                    Direction.LOWER,
                    what,
                    "%d bytes of text; needs %d".formatted(length, Compression.FEWEST_BYTES));
        }
        return Score.of(
                        "compression_ratio",
                        Compression.ratio(ours, length),
                        Direction.LOWER,
                        length,
                        what + " Here n counts bytes.")
                .against(theirs.map(bytes -> Compression.ratio(bytes, length)).orElse(Double.NaN));
    }

    private static List<Score> carriers(List<AnnotatedText> lines, Optional<List<AnnotatedText>> original) {
        Carriers ours = Carriers.of(lines);
        Optional<Carriers> ruler = original.map(Carriers::of);
        return List.of(
                carrierScore(
                        "effective_templates",
                        Carriers::effective,
                        Direction.HIGHER,
                        ours,
                        ruler,
                        "How many equally frequent templates would be as varied as these: exp of their entropy."),
                carrierScore(
                        "unique_templates",
                        Carriers::unique,
                        Direction.HIGHER,
                        ours,
                        ruler,
                        "Distinct templates over lines."),
                carrierScore(
                        "top_template",
                        carriers -> carriers.top(1),
                        Direction.LOWER,
                        ours,
                        ruler,
                        "Share of lines on the most frequent template."),
                carrierScore(
                        "top_10_templates",
                        carriers -> carriers.top(10),
                        Direction.LOWER,
                        ours,
                        ruler,
                        "Share of lines on the ten most frequent templates."));
    }

    private static Score carrierScore(
            String name,
            Function<Carriers, Double> metric,
            Direction direction,
            Carriers ours,
            Optional<Carriers> ruler,
            String what) {
        return Score.of(name, metric.apply(ours), direction, ours.lines(), what)
                .against(ruler.map(metric).orElse(Double.NaN));
    }
}
