package io.understudy.eval.diversity;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.format.Corpus;
import io.understudy.core.format.CorpusReader;
import io.understudy.core.format.FormatOptions;
import io.understudy.eval.diversity.LineSet.View;
import io.understudy.eval.fidelity.Fidelity;
import io.understudy.eval.view.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Seconds of each figure at growing sizes; a main, for the script in {@code benchmarks}: FILE ORIGINAL SIZE... */
public final class DiversityBenchmark {

    private DiversityBenchmark() {}

    public static void main(String[] args) throws IOException {
        List<Example> lines = read(args[0]);
        Sample original = sample(read(args[1]));
        System.out.println("| lines | self-BLEU | near duplicates | Vendi, 500 | all of diversity | all of fidelity |");
        System.out.println("|---:|---:|---:|---:|---:|---:|");
        for (int i = 2; i < args.length; i++) {
            List<Example> some = lines.subList(0, Math.min(lines.size(), Integer.parseInt(args[i])));
            List<AnnotatedText> texts = some.stream().map(Example::annotated).toList();
            Sample sample = sample(some);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    some.size(),
                    seconds(() -> new SelfBleu(LineSet.of(texts, View.SURFACE).grams(), 4, true).mean()),
                    seconds(() ->
                            NearDuplicates.share(LineSet.of(texts, View.SURFACE).hashes())),
                    seconds(() -> Vendi.ofLines(
                            LineSet.of(texts, View.SURFACE).first(500).grams(), 1)),
                    seconds(() -> Diversity.of(sample, Optional.of(original)).lines()),
                    seconds(() -> new Fidelity(sample, original).scores().size()));
        }
    }

    @FunctionalInterface
    private interface Work {
        double result();
    }

    private static double seconds(Work work) {
        long begun = System.nanoTime();
        if (Double.isNaN(work.result())) {
            throw new IllegalStateException("nothing was measured");
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static Sample sample(List<Example> lines) {
        Sample sample = new Sample(1, Sample.MOST_LINES);
        lines.forEach(sample::add);
        return sample;
    }

    private static List<Example> read(String file) throws IOException {
        List<Example> lines = new ArrayList<>();
        try (CorpusReader reader = Corpus.open(file, Optional.empty(), FormatOptions.DEFAULT)) {
            reader.forEachRemaining(lines::add);
        }
        return lines;
    }
}
