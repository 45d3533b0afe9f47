package io.understudy.eval.leakage;

import com.sun.management.OperatingSystemMXBean;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Provenance;
import io.understudy.core.Seeds;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast lines are checked against a large original, and how large its index is; a Markdown table. The texts are
 * invented: words of Zipf-distributed frequency, one line in two with a name and a town, three of the synthetic lines
 * in ten on a carrier of the original, one in a hundred a copy. Arguments: megabytes of original, lines, threads.
 */
public final class LeakageBenchmark {

    private static final int WORDS = 60_000;
    private static final int BATCH = 64;

    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final String[] vocabulary = new String[WORDS];

    private LeakageBenchmark() {
        SplittableRandom random = Seeds.random(1, 0);
        String[] syllables =
                "ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to"
                        .split(" ", -1);
        for (int i = 0; i < WORDS; i++) {
            // Frequent words are short.
            int length = 1 + (int) (Math.log(i + 2.0) / Math.log(18)) + random.nextInt(2);
            StringBuilder word = new StringBuilder();
            for (int s = 0; s < length; s++) {
                word.append(syllables[random.nextInt(syllables.length)]);
            }
            vocabulary[i] = word.toString();
        }
    }

    /** Rank by Zipf's law with exponent 1: uniform in the logarithm. */
    private String word(SplittableRandom random) {
        return vocabulary[(int) Math.exp(random.nextDouble() * Math.log(WORDS)) - 1];
    }

    /** A name that only this side has: its first letter tells. */
    private String name(SplittableRandom random, String first) {
        return first + vocabulary[random.nextInt(WORDS)] + vocabulary[random.nextInt(200)];
    }

    private AnnotatedText line(long carrier, long filling, String first) {
        SplittableRandom words = Seeds.random(2, carrier);
        SplittableRandom names = Seeds.random(3, filling);
        AnnotatedText.Builder line = AnnotatedText.builder();
        int length = 6 + words.nextInt(20);
        boolean named = words.nextInt(2) == 0;
        for (int i = 0; i < length; i++) {
            line.append(i == 0 ? "" : " ");
            if (named && i == 2) {
                line.append(name(names, first) + " " + name(names, first), Label.PERSON);
            } else if (named && i == 5) {
                line.append(name(names, first), Label.CITY);
            } else {
                line.append(word(words));
            }
        }
        return line.append(".").build();
    }

    private static Example example(String id, AnnotatedText line) {
        return new Example(id, Optional.empty(), line, new Provenance.Synthetic("benchmark", Optional.empty(), 1));
    }

    private Example synthetic(int number, long records) {
        SplittableRandom random = Seeds.random(4, number);
        long record = random.nextLong(records);
        int kind = random.nextInt(100);
        long carrier = kind < 31 ? record : records + number;
        boolean copied = kind < 1;
        return example("s-" + number, line(carrier, copied ? record : records + number, copied ? "G" : "V"));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    public static void main(String[] args) throws Exception {
        long size = Long.parseLong(args[0]) * 1_000_000;
        int lines = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        LeakageBenchmark texts = new LeakageBenchmark();
        long before = used();
        long begun = System.nanoTime();
        KnownText known = new KnownText();
        long bytes = 0;
        long records = 0;
        for (; bytes < size; records++) {
            AnnotatedText line = texts.line(records, records, "G");
            bytes += line.text().getBytes(StandardCharsets.UTF_8).length + 1L;
            known.add(example("o-" + records, line));
        }
        known.close();
        double indexing = (System.nanoTime() - begun) / 1e9;
        long index = used() - before;
        System.out.printf(
                Locale.ROOT,
                "| original, MB | records | index, bytes for each byte | indexing (and inventing), s | lines | threads | checking, s | MB/s | CPU, s | hard | weak |%n");
        System.out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (int run = 0; run < 3; run++) {
            texts.check(known, records, bytes, index, indexing, lines, threads);
        }
    }

    /** Lines are invented by batches ahead of the clock, so that only checking is timed. */
    private void check(KnownText known, long records, long bytes, long index, double indexing, int lines, int threads)
            throws Exception {
        LeakageCheck check = new LeakageCheck(known, GateRules.STANDARD, false);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long checked = 0;
        long nanos = 0;
        long cpu = 0;
        int slice = 128 * BATCH;
        for (int from = 0; from < lines; from += slice) {
            List<Example> batch = new ArrayList<>(slice);
            for (int i = from; i < Math.min(lines, from + slice); i++) {
                Example line = synthetic(i, records);
                checked += line.text().getBytes(StandardCharsets.UTF_8).length + 1L;
                batch.add(line);
            }
            long begun = System.nanoTime();
            long cpuBegun = CPU.getProcessCpuTime();
            Deque<Future<List<LeakageCheck.Reading>>> waiting = new ArrayDeque<>();
            for (int i = 0; i < batch.size(); i += BATCH) {
                List<Example> part = batch.subList(i, Math.min(batch.size(), i + BATCH));
                waiting.add(pool.submit(
                        () -> check.read(part.stream().map(NormalizedLine::of).toList())));
            }
            for (Future<List<LeakageCheck.Reading>> part : waiting) {
                part.get().forEach(check::add);
            }
            nanos += System.nanoTime() - begun;
            cpu += CPU.getProcessCpuTime() - cpuBegun;
        }
        pool.shutdown();
        LeakageCheck.Result result = check.result();
        System.out.printf(
                Locale.ROOT,
                "| %.0f | %,d | %.1f | %.1f | %,d | %d | %.2f | %.1f | %.2f | %,d | %,d |%n",
                bytes / 1e6,
                records,
                (double) index / bytes,
                indexing,
                lines,
                threads,
                nanos / 1e9,
                checked * 1e3 / nanos,
                cpu / 1e9,
                result.hard(),
                result.weak());
    }
}
