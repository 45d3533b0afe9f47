package io.understudy.ner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.ner.address.Addresses;
import io.understudy.ner.corenlp.CrfRecognizer;
import io.understudy.ner.identifier.Codes;
import io.understudy.ner.identifier.Identifiers;
import io.understudy.ner.pattern.Patterns;
import io.understudy.ner.phone.PhoneNumbers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How fast the shipped recognizers are, on one thread and on all cores, and what identifiers they see in prose that
 * holds none: {@code speed} or {@code alarms}, then the shared folder; {@code alarms} and a third argument: the lines
 * too.
 */
public final class ProseBenchmark {

    /** Names, and what prose does hold. */
    private static final Set<String> EXPECTED = Set.of(
            "PERSON",
            "ORGANIZATION",
            "LOCATION",
            "MISC",
            "NATIONALITY",
            "RELIGION",
            "TITLE",
            "JOB",
            "DATE",
            "TIME",
            "DURATION",
            "AGE",
            "MONEY",
            "PERCENT",
            "NUMBER",
            "ORDINAL");

    private static final int PASSES = 5;
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(6);
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** The time of a thread is its own, whatever else the machine does. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProseBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path shared = Path.of(arguments[1]);
        if (arguments[0].equals("speed")) {
            System.setProperty("understudy.shared", arguments[1]);
            List<String> sentences =
                    RealCorpora.presidio().stream().map(AnnotatedText::text).toList();
            List<String> paragraphs = inaugural(shared);
            System.out.printf(
                    "| | synth_dataset_v2, sentences/s of one thread's own time | the same, %d threads, wall clock | inaugural"
                            + " addresses, MB/s of one thread's own time | the same, %1$d threads, wall clock |%n|---|--:|--:|--:|--:|%n",
                    CORES);
            speed("dates, amounts, cards, net", new Patterns(), sentences, paragraphs);
            speed("phones", new PhoneNumbers(), sentences, paragraphs);
            speed("identifiers", new Identifiers(Set.of()), sentences, paragraphs);
            speed("codes", new Codes(), sentences, paragraphs);
            speed("addresses", new Addresses(), sentences, paragraphs);
            speed("patterns alone: all of these", Recognizers.patterns(), sentences, paragraphs);
            speed("CRF", new CrfRecognizer(Casing.AUTOMATIC, LoadListener.SILENT), sentences, paragraphs);
            speed("patterns, CRF, lists, context", Recognizers.standard(), sentences, paragraphs);
        } else {
            alarms(shared, arguments.length > 2);
        }
    }

    private static void speed(String what, EntityRecognizer recognizer, List<String> sentences, List<String> prose) {
        double megabytes = prose.stream()
                        .mapToLong(each -> each.getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                / 1e6;
        System.out.printf(
                "| %s | %,.0f | %,.0f | %.2f | %.2f |%n",
                what,
                sentences.size() / seconds(recognizer, sentences),
                sentences.size() / wall(recognizer, sentences),
                megabytes / seconds(recognizer, prose),
                megabytes / wall(recognizer, prose));
    }

    /** As {@link #seconds}, by the clock, with a thread for each core. */
    private static double wall(EntityRecognizer recognizer, List<String> texts) {
        long best = Long.MAX_VALUE;
        long begun = System.nanoTime();
        for (int pass = 0; pass < PASSES || System.nanoTime() - begun < LEAST_NANOS; pass++) {
            long start = System.nanoTime();
            texts.parallelStream().forEach(recognizer::findings);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1e9;
    }

    /** Of the fastest of some passes: the first ones warm up. */
    private static double seconds(EntityRecognizer recognizer, List<String> texts) {
        long best = Long.MAX_VALUE;
        long begun = System.nanoTime();
        for (int pass = 0; pass < PASSES || System.nanoTime() - begun < LEAST_NANOS; pass++) {
            long start = THREADS.getCurrentThreadCpuTime();
            texts.forEach(recognizer::findings);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best / 1e9;
    }

    private static void alarms(Path shared, boolean show) throws IOException {
        List<String> prose = new ArrayList<>(inaugural(shared));
        prose.addAll(factbook(shared));
        EntityRecognizer recognizer = Recognizers.patterns();
        TreeMap<String, int[]> counts = new TreeMap<>();
        long characters = 0;
        for (String text : prose) {
            characters += text.length();
            for (Finding finding : recognizer.findings(text)) {
                String label = finding.label().name();
                if (!EXPECTED.contains(label)) {
                    boolean checked =
                            finding.evidence().checksum() || finding.label().equals(Label.CREDIT_CARD);
                    counts.computeIfAbsent(label, any -> new int[2])[checked ? 0 : 1]++;
                    if (show) {
                        System.err.println(label + " " + finding.evidence().rule() + ": "
                                + text.substring(Math.max(0, finding.start() - 50), finding.start()) + " [["
                                + text.substring(finding.start(), finding.end()) + "]] "
                                + text.substring(finding.end(), Math.min(text.length(), finding.end() + 30)));
                    }
                }
            }
        }
        System.out.printf(
                "| found in %.1f million characters of prose | by a checksum | by form and words |%n|---|--:|--:|%n",
                characters / 1e6);
        counts.forEach((label, count) -> System.out.printf("| %s | %d | %d |%n", label, count[0], count[1]));
        System.out.printf(
                "| **all** | **%d** | **%d** |%n",
                counts.values().stream().mapToInt(count -> count[0]).sum(),
                counts.values().stream().mapToInt(count -> count[1]).sum());
    }

    private static List<String> inaugural(Path shared) throws IOException {
        List<String> paragraphs = new ArrayList<>();
        for (Path file : files(shared.resolve("data/prose/inaugural"), ".txt")) {
            // One of them is in Latin-1; what that breaks is no letter of a number.
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(paragraphs::add);
        }
        return paragraphs;
    }

    /** The values of all fields, each once, but for those with the addresses and telephones of embassies. */
    private static List<String> factbook(Path shared) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Set<String> values = new HashSet<>();
        List<String> texts = new ArrayList<>();
        for (Path file : files(shared.resolve("data/prose/factbook"), ".json")) {
            List<JsonNode> open = new ArrayList<>(List.of(json.readTree(file.toFile())));
            while (!open.isEmpty()) {
                JsonNode node = open.remove(open.size() - 1);
                node.properties().forEach(field -> {
                    if (!field.getKey().startsWith("Diplomatic representation")) {
                        open.add(field.getValue());
                    }
                });
                if (node.isArray()) {
                    node.forEach(open::add);
                }
                if (node.isTextual() && values.add(node.asText())) {
                    texts.add(node.asText());
                }
            }
        }
        return texts;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
