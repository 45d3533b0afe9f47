package io.understudy.ner.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.ner.Finding;
import io.understudy.onnx.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A token classifier on a card beside the processor, for benchmarks/gpu.sh: the spans are the same, and how fast. */
final class CardBenchmark {

    private static final int TEXTS = 2_000;

    private CardBenchmark() {}

    /** @param arguments folder of a model with a golden.json, device */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<String> texts = new ArrayList<>();
        JsonNode cases = new ObjectMapper()
                .readTree(folder.resolve("golden.json").toFile())
                .get("cases");
        while (texts.size() < TEXTS) {
            cases.forEach(each -> texts.add(each.get("text").asText()));
        }
        List<List<Finding>> first = null;
        System.out.println("| device | texts/s | spans |");
        System.out.println("|---|--:|--:|");
        for (Device device : List.of(Device.CPU, Device.parse(arguments[1]))) {
            try (OnnxRecognizer recognizer =
                    OnnxRecognizer.open(folder, device, Aggregation.FIRST, CardBenchmark::say)) {
                recognizer.findings(texts.subList(0, 200));
                long begun = System.nanoTime();
                List<List<Finding>> found = recognizer.findings(texts);
                double seconds = (System.nanoTime() - begun) / 1e9;
                long spans = found.stream().mapToLong(List::size).sum();
                System.out.printf(Locale.ROOT, "| %s | %.0f | %d |%n", device, texts.size() / seconds, spans);
                if (first == null) {
                    first = found;
                } else {
                    compare(first, found);
                }
            }
        }
    }

    private static void say(String notice) {
        System.err.println(notice);
    }

    private static void compare(List<List<Finding>> left, List<List<Finding>> right) {
        int others = 0;
        double farthest = 0;
        for (int i = 0; i < left.size(); i++) {
            List<Finding> one = left.get(i);
            List<Finding> two = right.get(i);
            if (!spans(one).equals(spans(two))) {
                others++;
                continue;
            }
            for (int j = 0; j < one.size(); j++) {
                farthest = Math.max(
                        farthest, Math.abs(one.get(j).score() - two.get(j).score()));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%ntexts with other spans: %d of %d; scores differ by %.1e at most%n",
                others,
                left.size(),
                farthest);
    }

    private static List<String> spans(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.start() + "-" + each.end() + " " + each.label())
                .toList();
    }
}
