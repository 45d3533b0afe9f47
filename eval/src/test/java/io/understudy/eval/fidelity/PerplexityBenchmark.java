package io.understudy.eval.fidelity;

import io.understudy.core.Seeds;
import io.understudy.eval.view.Numbering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Perplexities by order, a main for the script in {@code benchmarks}: TRAIN TEST, words between white space. */
public final class PerplexityBenchmark {

    private PerplexityBenchmark() {}

    public static void main(String[] args) throws IOException {
        Numbering words = new Numbering();
        List<int[]> train = read(args[0], words);
        List<int[]> test = read(args[1], words);
        for (int order = 2; order <= 4; order++) {
            double perplexity = KneserNey.train(train, order, words.size()).perplexity(test);
            System.out.printf(Locale.ROOT, "ours, order %d, %d words: %.2f%n", order, words.size(), perplexity);
        }
    }

    private static List<int[]> read(String file, Numbering words) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .map(line -> Arrays.stream(line.split(" ", -1))
                        .mapToInt(word -> words.number(Seeds.hash(word)))
                        .toArray())
                .toList();
    }
}
