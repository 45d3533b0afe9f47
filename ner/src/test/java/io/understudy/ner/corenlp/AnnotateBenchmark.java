package io.understudy.ner.corenlp;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreEntityMention;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.ner.Casing;
import io.understudy.ner.EntityRecognizer;
import io.understudy.ner.RealCorpora;
import io.understudy.ner.RecognizerOptions;
import io.understudy.ner.Recognizers;
import io.understudy.ner.SpanScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The standard recognizer beside CoreNLP's stock {@code tokenize,pos,lemma,ner} pipeline: speed and quality in one
 * process, on the same sentences. The corpora are cut into chunks and every system takes its turn on each chunk, so
 * that whatever else the machine does falls on all alike. A token is a token of the stock pipeline, for all.
 */
public final class AnnotateBenchmark {

    private static final Set<Label> NAMES = CrfRecognizer.LABELS;
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(20);
    private static final int CHUNK = 100;

    private final StanfordCoreNLP stock = new StanfordCoreNLP(properties());
    private final EntityRecognizer ours = Recognizers.standard();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private AnnotateBenchmark() {}

    /** @param arguments the shared folder */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("understudy.shared", arguments[0]);
        AnnotateBenchmark benchmark = new AnnotateBenchmark();
        try {
            System.out.println(
                    "| corpus | system | tokens/s | times stock | precision | recall | F1 | F1 PERSON | F1 LOCATION"
                            + " | F1 ORGANIZATION |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|");
            benchmark.compare("synth_dataset_v2", RealCorpora.presidio());
            benchmark.compare("wikigold", RealCorpora.wikigold());
        } finally {
            benchmark.threads.shutdown();
        }
        casing(RealCorpora.snipsLowerCase());
    }

    private void compare(String name, List<AnnotatedText> corpus) throws Exception {
        List<String> texts = corpus.stream().map(AnnotatedText::text).toList();
        warmUp(texts, text -> stock(text, new int[1]));
        warmUp(texts, ours::recognize);
        int[] tokens = new int[1];
        long[] nanos = new long[3];
        List<AnnotatedText> byStock = new ArrayList<>();
        List<AnnotatedText> byOurs = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += CHUNK) {
            List<String> chunk = texts.subList(from, Math.min(from + CHUNK, texts.size()));
            long start = System.nanoTime();
            for (String text : chunk) {
                byStock.add(stock(text, tokens));
            }
            long stockDone = System.nanoTime();
            for (String text : chunk) {
                byOurs.add(ours.recognize(text));
            }
            long oursDone = System.nanoTime();
            Future<?> half =
                    threads.submit(() -> chunk.subList(0, chunk.size() / 2).forEach(ours::recognize));
            threads.submit(() -> chunk.subList(chunk.size() / 2, chunk.size()).forEach(ours::recognize))
                    .get();
            half.get();
            nanos[0] += stockDone - start;
            nanos[1] += oursDone - stockDone;
            nanos[2] += System.nanoTime() - oursDone;
        }
        row(name, "stock pipeline", tokens[0], nanos[0], nanos[0], corpus, byStock);
        row(name, "Understudy, 1 thread", tokens[0], nanos[1], nanos[0], corpus, byOurs);
        row(name, "Understudy, 2 threads", tokens[0], nanos[2], nanos[0], corpus, byOurs);
    }

    /** The same time for each system: the compiler needs it more than the number of texts. */
    private static void warmUp(List<String> texts, Consumer<String> system) {
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < WARM_UP; i = (i + 1) % texts.size()) {
            system.accept(texts.get(i));
        }
    }

    private static void row(
            String corpus,
            String system,
            int tokens,
            long nanos,
            long stockNanos,
            List<AnnotatedText> gold,
            List<AnnotatedText> found) {
        SpanScore all = SpanScore.of(gold, found, NAMES);
        System.out.printf(
                "| %s | %s | %,d | %.1f | %.3f | %.3f | **%.3f** | %.3f | %.3f | %.3f |%n",
                corpus,
                system,
                tokens * TimeUnit.SECONDS.toNanos(1) / nanos,
                (double) stockNanos / nanos,
                all.precision(),
                all.recall(),
                all.f1(),
                SpanScore.of(gold, found, Set.of(Label.PERSON)).f1(),
                SpanScore.of(gold, found, Set.of(Label.LOCATION)).f1(),
                SpanScore.of(gold, found, Set.of(Label.ORGANIZATION)).f1());
    }

    /** What the stock pipeline finds; pronouns, which it may list as mentions, are left out in its favour. */
    private AnnotatedText stock(String text, int[] tokens) {
        CoreDocument document = new CoreDocument(text);
        stock.annotate(document);
        tokens[0] += document.tokens().size();
        List<Mention> mentions = new ArrayList<>();
        for (CoreEntityMention mention : document.entityMentions()) {
            String type = switch (mention.entityType()) {
                case "CITY", "COUNTRY", "STATE_OR_PROVINCE" -> "LOCATION";
                default -> mention.entityType();
            };
            if (!mention.tokens().get(0).tag().startsWith("PRP")) {
                mentions.add(new Mention(
                        mention.charOffsets().first(), mention.charOffsets().second(), new Label(type)));
            }
        }
        return AnnotatedText.sorted(text, mentions);
    }

    private static void casing(List<AnnotatedText> utterances) {
        System.out.println("\n| SNIPS validate, small letters: recall (any overlap) | artist | city |\n|---|--:|--:|");
        for (Casing casing : List.of(Casing.CASED, Casing.AUTOMATIC)) {
            EntityRecognizer recognizer = Recognizers.standard(
                    RecognizerOptions.DEFAULT.withCasing(casing).withKeep(NAMES));
            List<AnnotatedText> found = utterances.stream()
                    .map(utterance -> recognizer.recognize(utterance.text()))
                    .toList();
            System.out.printf(
                    "| caseless choice %s | %.3f | %.3f |%n",
                    casing == Casing.CASED ? "off" : "on",
                    SpanScore.overlapRecall(utterances, found, new Label("artist")),
                    SpanScore.overlapRecall(utterances, found, new Label("city")));
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,lemma,ner");
        return properties;
    }
}
