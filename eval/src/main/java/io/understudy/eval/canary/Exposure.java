package io.understudy.eval.canary;

import io.understudy.core.AnnotatedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads what was generated from a corpus with canaries and measures what it tells of them. Not thread-safe.
 *
 * <p>The reader of the generated text knows the opening of a canary and asks a model of the text ({@link Bigrams}) for
 * the digits. Exposure is log2 |R| - log2 rank, of all |R| = 10,000 secrets, 1 being the likeliest and equals sharing
 * their mean rank: 13.29 bits when the secret is the first guess, 1.44 on average when nothing came through.
 */
public final class Exposure {

    private static final double FALSE_POSITIVES = 0.01;

    private final Canaries canaries;
    private final Bigrams model = new Bigrams();
    private final int[] emitted;
    private long lines;

    public Exposure(Canaries canaries) {
        this.canaries = canaries;
        this.emitted = new int[canaries.size()];
        model.know(IntStream.range(0, 10).mapToObj(Integer::toString).toList());
    }

    /** Reads one generated line. */
    public void add(AnnotatedText line) {
        lines++;
        List<String> words = Bigrams.words(line);
        model.add(words);
        String joined = " " + String.join(" ", words) + " ";
        for (int i = 0; i < emitted.length; i++) {
            emitted[i] += joined.contains(" " + canaries.planted().get(i).spoken() + " ") ? 1 : 0;
        }
    }

    /**
     * @param repeats how many times they were planted
     * @param canaries how many
     * @param emitted how many of them a generated line says digit by digit
     * @param exposure mean, in bits
     * @param highest in bits
     */
    public record Group(int repeats, int canaries, int emitted, double exposure, double highest) {}

    /**
     * @param lines generated lines read
     * @param groups by how many times they were planted, fewest first
     * @param most what a canary that is the first guess has, in bits
     * @param detected share of canaries that score above 99 % of those that were not planted: the true positive rate of
     *     membership inference at a false positive rate of 1 %
     * @param epsilon a lower bound of differential privacy's epsilon that this rate gives, ln(TPR / FPR); 0 where the
     *     rate is no better than chance
     */
    public record Result(long lines, List<Group> groups, double most, double detected, double epsilon) {

        public int emitted() {
            return groups.stream().mapToInt(Group::emitted).sum();
        }

        public int planted() {
            return groups.stream().mapToInt(Group::canaries).sum();
        }

        /** Of all canaries, in bits. */
        public double exposure() {
            return groups.stream()
                            .mapToDouble(group -> group.exposure * group.canaries)
                            .sum()
                    / planted();
        }
    }

    public Result result() {
        Map<Integer, List<Integer>> byRepeats = new TreeMap<>();
        for (int i = 0; i < canaries.size(); i++) {
            byRepeats
                    .computeIfAbsent(canaries.planted().get(i).repeats(), repeats -> new ArrayList<>())
                    .add(i);
        }
        List<Group> groups = new ArrayList<>();
        byRepeats.forEach((repeats, members) -> {
            double[] bits = members.stream()
                    .mapToDouble(i ->
                            exposure(Canary.SECRETS, rank(canaries.planted().get(i))))
                    .toArray();
            int came = (int) members.stream().filter(i -> emitted[i] > 0).count();
            groups.add(new Group(
                    repeats,
                    bits.length,
                    came,
                    Arrays.stream(bits).sum() / bits.length,
                    Arrays.stream(bits).max().orElseThrow()));
        });
        double detected = detected();
        return new Result(lines, groups, exposure(Canary.SECRETS, 1), detected, epsilon(detected, 0, FALSE_POSITIVES));
    }

    /** log2 |R| - log2 rank. */
    static double exposure(double secrets, double rank) {
        return (StrictMath.log(secrets) - StrictMath.log(rank)) / StrictMath.log(2);
    }

    /** ln((TPR - delta) / FPR), or 0 where that is less. */
    static double epsilon(double truePositives, double delta, double falsePositives) {
        return truePositives - delta <= falsePositives ? 0 : StrictMath.log((truePositives - delta) / falsePositives);
    }

    /** 1 for the likeliest; those as likely as it share their mean rank. */
    private double rank(Canary canary) {
        String before = lastWord(canary);
        double own = score(before, canary.secret());
        long better = 0;
        long equal = 0;
        for (int secret = 0; secret < Canary.SECRETS; secret++) {
            double other = score(before, secret(secret));
            better += other > own + TIE ? 1 : 0;
            equal += Math.abs(other - own) <= TIE ? 1 : 0;
        }
        return better + (equal + 1) / 2.0;
    }

    /** Sums of the same logarithms in another order differ by less. */
    private static final double TIE = 1e-9;

    private static String secret(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Canary.DIGITS - digits.length()) + digits;
    }

    /** ln P of the digits and the end after the last word of an opening. */
    private double score(String lastWord, String secret) {
        String before = lastWord;
        double sum = 0;
        for (int i = 0; i < secret.length(); i++) {
            String digit = secret.substring(i, i + 1);
            sum += model.logProbability(before, digit);
            before = digit;
        }
        return sum + model.logProbability(before, Bigrams.END);
    }

    private static String lastWord(Canary canary) {
        List<String> words = Bigrams.words(canary.opening());
        return words.get(words.size() - 2);
    }

    private double detected() {
        double[] others = canaries.unplanted().stream()
                .mapToDouble(canary -> score(lastWord(canary), canary.secret()))
                .sorted()
                .toArray();
        double threshold = others[others.length - 1 - (int) (FALSE_POSITIVES * others.length)];
        return canaries.planted().stream()
                        .filter(canary -> score(lastWord(canary), canary.secret()) > threshold + TIE)
                        .count()
                / (double) canaries.size();
    }
}
