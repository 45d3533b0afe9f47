package io.understudy.eval.diversity;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Seeds;
import io.understudy.eval.diversity.xz.XzSize;
import io.understudy.eval.report.Score;
import io.understudy.eval.report.Score.Direction;
import io.understudy.eval.report.Section;
import io.understudy.eval.view.Numbering;
import io.understudy.eval.view.TokenLines;
import io.understudy.eval.view.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The figures that published packages print, faults included, so that one can compare with a paper's table. Named by
 * package; never to be mixed with ours.
 *
 * <ul>
 *   <li>diversity 0.x (Shaib et al., 2024): lines joined by a space; its "gzip" compresses twice; its n-grams cross
 *       lines and are summed over orders; rounded to three digits. Its homogenisation calls lines without a common word
 *       entirely alike.
 *   <li>Texygen (Zhu et al., 2018): self-BLEU of the first 500 lines, no cap on the order.
 *   <li>LexicalRichness: lower case, digits and dashes dropped, all lines as one text.
 *   <li>vendi_score: words and pairs, case kept.
 * </ul>
 */
public final class PublishedTools {

    private static final int TEXYGEN_LINES = 500;
    private static final int PAIRED_LINES = 200;
    private static final int VENDI_LINES = 1_000;

    private final List<String> lines;
    private final List<AnnotatedText> texts;
    private final byte[] joined;

    /** Lines in the order of their file, as many as there is room for. Not thread-safe. */
    public static final class Lines {
        private static final long MOST_UNITS = 16_000_000;

        private final List<String> lines = new ArrayList<>();
        private long units;

        public void add(String line) {
            units += line.length();
            if (units <= MOST_UNITS) {
                lines.add(line);
            }
        }

        /** All figures, as a block of report.json. */
        public Section section() {
            return new PublishedTools(lines).section();
        }
    }

    /** @param lines in the order of their file */
    public PublishedTools(List<String> lines) {
        this.lines = List.copyOf(lines);
        this.texts = lines.stream().map(AnnotatedText::plain).toList();
        this.joined = Archives.utf8(String.join(" ", lines));
    }

    /** {@code compression_ratio(data, 'gzip')}: bytes over those of a gzip file of a gzip stream. */
    public double gzipTwice() {
        return round((double) joined.length / Archives.gzipOfGzip(joined));
    }

    /** {@code compression_ratio(data, 'xz')}. */
    public double xz() {
        return round((double) joined.length / XzSize.of(joined));
    }

    /** {@code ngram_diversity_score(data, n)}: distinct over all n-grams, summed over 1 to n, across lines. */
    public double ngramDiversity(int n) {
        // Python's split(' '): two spaces give an empty word, which counts.
        String[] words = String.join(" ", lines).split(" ", -1);
        Numbering numbers = new Numbering();
        int[] text = Arrays.stream(words)
                .mapToInt(word -> numbers.number(Seeds.hash(word)))
                .toArray();
        Grams grams = Grams.of(new TokenLines(List.of(text)), n);
        double sum = 0;
        for (int order = 1; order <= n; order++) {
            sum += grams.distinct(order);
        }
        return round(sum);
    }

    /** {@code self_repetition_score(data, n)}. */
    public double selfRepetition(int n) {
        return Grams.of(TokenLines.of(texts, Tokens.WHITESPACE), n).selfRepetition(n);
    }

    /**
     * {@code homogenization_score(data, 'rougel')}: mean ROUGE-L of all pairs; 1 where no two have a word in common.
     */
    public double homogenization() {
        List<int[]> some = TokenLines.of(texts, Tokens.ROUGE).lines();
        double sum = 0;
        for (int i = 0; i < some.size(); i++) {
            for (int j = 0; j < some.size(); j++) {
                sum += i == j ? 0 : rougeL(some.get(i), some.get(j));
            }
        }
        double total = sum == 0 ? some.size() : sum / (some.size() - 1);
        return round(total / some.size());
    }

    /** F1 of the longest common subsequence. */
    static double rougeL(int[] a, int[] b) {
        int[] row = new int[b.length + 1];
        for (int x : a) {
            int diagonal = 0;
            for (int j = 1; j <= b.length; j++) {
                int above = row[j];
                row[j] = x == b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return a.length + b.length == 0 ? 0 : 2.0 * row[b.length] / (a.length + b.length);
    }

    private PublishedTools first(int most) {
        return lines.size() <= most ? this : new PublishedTools(lines.subList(0, most));
    }

    /** Texygen's self-BLEU: white space between words here. */
    private double selfBleu(int order) {
        return new SelfBleu(Grams.of(TokenLines.of(texts, Tokens.WHITESPACE), order), order, false).mean();
    }

    /** All of them. */
    Section section() {
        Section section = new Section()
                .put(
                        "what",
                        "what published packages print for these lines, faults included; not comparable with our own")
                .put("n", lines.size());
        if (lines.size() < 2) {
            return section.missing("packages", "%d lines; needs 2".formatted(lines.size()));
        }
        PublishedTools first = first(TEXYGEN_LINES);
        WordVariety words = new WordVariety(TokenLines.of(texts, Tokens.LEXICAL).joined());
        return section.scores(List.of(
                score("diversity_compression_ratio_gzip", Direction.LOWER, gzipTwice(), "Compresses twice."),
                score("diversity_compression_ratio_xz", Direction.LOWER, xz(), "Of an xz file."),
                score(
                        "diversity_ngram_diversity_3",
                        Direction.HIGHER,
                        ngramDiversity(3),
                        "Sum of three; crosses lines."),
                score(
                        "diversity_ngram_diversity_4",
                        Direction.HIGHER,
                        ngramDiversity(4),
                        "Sum of four; crosses lines."),
                score("diversity_self_repetition_4", Direction.LOWER, selfRepetition(4), "Words between white space."),
                score(
                        "diversity_homogenization_rouge_l",
                        Direction.LOWER,
                        first(PAIRED_LINES).homogenization(),
                        "Of the first 200 lines; only a-z and 0-9 count; 1 where nothing is common."),
                score("texygen_self_bleu_2", Direction.LOWER, first.selfBleu(2), "Of the first 500 lines."),
                score("texygen_self_bleu_3", Direction.LOWER, first.selfBleu(3), "Of the first 500 lines."),
                score("texygen_self_bleu_4", Direction.LOWER, first.selfBleu(4), "Of the first 500 lines."),
                score("texygen_self_bleu_5", Direction.LOWER, first.selfBleu(5), "Of the first 500 lines."),
                score("lexicalrichness_ttr", Direction.HIGHER, words.typeTokenRatio(), "Falls with length."),
                score("lexicalrichness_mattr_50", Direction.HIGHER, words.movingAverage(50), "Lines in their order."),
                score("lexicalrichness_mtld", Direction.HIGHER, words.untilRepetition(0.72), "Lines in their order."),
                score("lexicalrichness_hdd_42", Direction.HIGHER, words.drawn(42), "Draws of 42 words."),
                score("lexicalrichness_yule_k", Direction.LOWER, words.yuleK(), "Yule's K."),
                score("lexicalrichness_simpson", Direction.LOWER, words.simpson(), "Simpson's D."),
                score("vendi_ngram", Direction.HIGHER, first(VENDI_LINES).vendi(), "Of the first 1,000 lines.")));
    }

    private double vendi() {
        return Vendi.ofLines(Grams.of(TokenLines.of(texts, Tokens.WHITESPACE), 2), 1);
    }

    private Score score(String name, Direction direction, double value, String what) {
        return Double.isNaN(value)
                ? Score.missing(name, direction, what, "the text is too short")
                : Score.of(name, value, direction, lines.size(), what);
    }

    private static double round(double value) {
        return StrictMath.rint(value * 1_000) / 1_000;
    }
}
