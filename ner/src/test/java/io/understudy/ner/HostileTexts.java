package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.testing.Hostile;
import io.understudy.ner.address.Addresses;
import io.understudy.ner.context.NamesInContext;
import io.understudy.ner.gazetteer.Gazetteer;
import io.understudy.ner.gazetteer.Places;
import io.understudy.ner.identifier.Codes;
import io.understudy.ner.identifier.Identifiers;
import io.understudy.ner.pattern.Patterns;
import io.understudy.ner.phone.PhoneNumbers;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Texts made of hostile pieces, any number of them: recognizers without a model must neither throw, nor give spans that
 * {@link AnnotatedText} refuses, nor take long. {@code lines N}: how long each takes for hostile lines of N characters,
 * and of a quarter of that.
 */
public final class HostileTexts {

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int MOST_PIECES = 12;
    private static final int CHUNK = 10_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private HostileTexts() {}

    /**
     * @param arguments the first and the last seed, and after how many seconds to stop; or {@code lines}, a length and
     *     recognizers
     */
    public static void main(String[] arguments) {
        if (arguments[0].equals("lines")) {
            lines(Integer.parseInt(arguments[1]), Set.copyOf(List.of(arguments).subList(2, arguments.length)));
            return;
        }
        long first = Long.parseLong(arguments[0]);
        long last = Long.parseLong(arguments[1]);
        long seconds =
                arguments.length > 2 ? Long.parseLong(arguments[2]) : Long.MAX_VALUE / TimeUnit.SECONDS.toNanos(1);
        System.out.println("seeds " + first + " to " + seeds(first, last, seconds) + ": none did harm");
    }

    /** Tries seeds on all cores until the last, or until the time is over; gives the last that was tried. */
    private static long seeds(long first, long last, long seconds) {
        EntityRecognizer recognizer = new Repetition(Union.of(
                Recognizers.patterns(),
                new PhoneNumbers(Recognizers.countries()),
                new Places("hard"::equals),
                new NamesInContext(AnnotatedText::plain, Recognizers.lexicon()),
                new Gazetteer(
                        List.of(new Gazetteer.Entry(Label.PERSON, "list", 1, List.of("Ada", "Ada Ada", "1 1"))))));
        List<String> pieces = new ArrayList<>(RecognizerContract.hostileLines());
        pieces.addAll(RecognizerContract.hostileTexts());
        long begun = System.nanoTime();
        long done = first - 1;
        while (done < last && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(seconds)) {
            long to = Math.min(last, done + CHUNK);
            LongStream.rangeClosed(done + 1, to).parallel().forEach(seed -> tried(seed, recognizer, pieces));
            done = to;
        }
        return done;
    }

    private static void tried(long seed, EntityRecognizer recognizer, List<String> pieces) {
        String text = text(new SplittableRandom(seed), pieces);
        // The thread's own time: the machine may have others to serve.
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            recognizer.recognize(text);
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalStateException("seed " + seed, e);
        }
        if (THREADS.getCurrentThreadCpuTime() - start > MOST_NANOS) {
            throw new IllegalStateException("seed " + seed + " took more than 5 s");
        }
    }

    private static void lines(int length, Set<String> wanted) {
        Map<String, EntityRecognizer> recognizers = new LinkedHashMap<>();
        recognizers.put("patterns", new Patterns());
        recognizers.put("phones", new PhoneNumbers());
        recognizers.put("phones of all countries named", new PhoneNumbers(Recognizers.countries()));
        recognizers.put("identifiers", new Identifiers(Set.of()));
        recognizers.put("codes", new Codes());
        recognizers.put("addresses", new Addresses());
        recognizers.put("places", new Places("hard"::equals));
        recognizers.put("words around names", new NamesInContext(AnnotatedText::plain, Recognizers.lexicon()));
        recognizers.put(
                "gazetteer",
                new Gazetteer(List.of(new Gazetteer.Entry(Label.PERSON, "list", 1, List.of("Ada", "Ada Ada", "1 1")))));
        recognizers.keySet().removeIf(name -> !wanted.isEmpty() && !wanted.contains(name));
        System.out.printf(
                "| recognizer | slowest line of %,d characters, s | the same, a quarter, s | that line repeats |%n"
                        + "|---|--:|--:|---|%n",
                length);
        recognizers.forEach((name, recognizer) -> {
            double slowest = 0;
            String worst = "";
            for (String unit : RecognizerContract.hostileLines()) {
                recognizer.findings(unit.repeat(length / 10 / unit.length()));
                double seconds = seconds(recognizer, unit, length);
                if (seconds > slowest) {
                    slowest = seconds;
                    worst = unit;
                }
            }
            System.out.printf(
                    "| %s | %.3f | %.3f | `%s` |%n",
                    name, slowest, seconds(recognizer, worst, length / 4), worst.replace("\n", "\\n"));
        });
    }

    /** Processor time of the thread, the best of three. */
    private static double seconds(EntityRecognizer recognizer, String unit, int length) {
        String line = unit.repeat(length / unit.length());
        long best = Long.MAX_VALUE;
        for (int pass = 0; pass < 3; pass++) {
            long start = THREADS.getCurrentThreadCpuTime();
            recognizer.findings(line);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best / 1e9;
    }

    private static String text(SplittableRandom random, List<String> pieces) {
        StringBuilder text = new StringBuilder(Hostile.text(random));
        int count = random.nextInt(MOST_PIECES);
        for (int piece = 0; piece < count; piece++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
