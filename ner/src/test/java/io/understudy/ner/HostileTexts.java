package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.testing.Hostile;
import io.understudy.ner.gazetteer.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Texts made of hostile pieces, any number of them: recognizers without a model must neither throw, nor give spans that
 * {@link AnnotatedText} refuses, nor take long.
 */
public final class HostileTexts {

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int MOST_PIECES = 12;

    private HostileTexts() {}

    /** @param arguments the first and the last seed */
    public static void main(String[] arguments) {
        long last = Long.parseLong(arguments[1]);
        EntityRecognizer recognizer = new Repetition(Union.of(Recognizers.patterns(), new Places("hard"::equals)));
        List<String> pieces = new ArrayList<>(RecognizerContract.hostileLines());
        pieces.addAll(RecognizerContract.hostileTexts());
        for (long seed = Long.parseLong(arguments[0]); seed <= last; seed++) {
            String text = text(new SplittableRandom(seed), pieces);
            long start = System.nanoTime();
            try {
                recognizer.recognize(text);
            } catch (RuntimeException | StackOverflowError e) {
                throw new IllegalStateException("seed " + seed, e);
            }
            if (System.nanoTime() - start > MOST_NANOS) {
                throw new IllegalStateException("seed " + seed + " took more than 5 s");
            }
        }
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
