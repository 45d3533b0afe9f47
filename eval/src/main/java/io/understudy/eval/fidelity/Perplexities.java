package io.understudy.eval.fidelity;

import io.understudy.core.AnnotatedText;
import io.understudy.eval.view.Numbering;
import io.understudy.eval.view.TokenLines;
import io.understudy.eval.view.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well a language model of one corpus foretells another: forward, synthetic lines under a model of the original (is
 * each line like it?); reverse, original lines under a model of the synthetic ones (does it cover all of it?). Both are
 * needed: Caccia et al., "Language GANs Falling Short", 2020. All models share one vocabulary, the words that occur
 * twice in the corpora together; other words are one word, "unknown".
 *
 * @param forward perplexity of synthetic lines under the original's model; near {@code real} is good
 * @param reverse perplexity of other original lines under the synthetic model
 * @param real perplexity of other original lines under the original's model: the ruler of both
 * @param shuffled the same with the words of each line in random order: what no order costs
 * @param unknown share of synthetic words outside the vocabulary
 * @param realUnknown share of original words outside it
 * @param vocabulary how many words it has
 */
public record Perplexities(
        double forward,
        double reverse,
        double real,
        double shuffled,
        double unknown,
        double realUnknown,
        int vocabulary) {

    /** Length of the longest n-grams. */
    public static final int ORDER = 4;

    /**
     * @param synthetic as many lines as each of the others
     * @param original what the model of the original learns
     * @param other original lines it does not learn
     */
    public static Perplexities of(
            List<AnnotatedText> synthetic,
            List<AnnotatedText> original,
            List<AnnotatedText> other,
            List<AnnotatedText> shuffledOther) {
        Numbering all = new Numbering();
        List<List<int[]>> cut = Stream.of(synthetic, original, other, shuffledOther)
                .map(lines -> TokenLines.of(lines, Tokens.SURFACE, all).lines())
                .toList();
        int[] counts = new int[all.size()];
        cut.subList(0, 3).forEach(lines -> lines.forEach(line -> count(line, counts)));
        int[] numbers = new int[counts.length];
        int known = 0;
        for (int word = 0; word < counts.length; word++) {
            numbers[word] = counts[word] >= 2 ? ++known : 0;
        }
        List<List<int[]>> mapped =
                cut.stream().map(lines -> mapped(lines, numbers)).toList();
        KneserNey ofOriginal = KneserNey.train(mapped.get(1), ORDER, known + 1);
        KneserNey ofSynthetic = KneserNey.train(mapped.get(0), ORDER, known + 1);
        return new Perplexities(
                ofOriginal.perplexity(mapped.get(0)),
                ofSynthetic.perplexity(mapped.get(2)),
                ofOriginal.perplexity(mapped.get(2)),
                ofOriginal.perplexity(mapped.get(3)),
                unknown(mapped.get(0)),
                unknown(mapped.get(2)),
                known);
    }

    private static void count(int[] line, int[] counts) {
        for (int word : line) {
            counts[word]++;
        }
    }

    private static List<int[]> mapped(List<int[]> lines, int[] numbers) {
        return lines.stream()
                .map(line -> Arrays.stream(line).map(word -> numbers[word]).toArray())
                .toList();
    }

    private static double unknown(List<int[]> lines) {
        long words = lines.stream().mapToLong(line -> line.length).sum();
        long unknown = lines.stream()
                .flatMapToInt(Arrays::stream)
                .filter(word -> word == 0)
                .count();
        return words == 0 ? 0 : (double) unknown / words;
    }
}
