package io.understudy.ner;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.core.testing.Corpora;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names in real text: exact spans of PERSON, LOCATION and ORGANIZATION by the shipped recognizers, and with token
 * classifiers added; recall of names in SNIPS without capitals. Towns, states and countries count as LOCATION.
 */
public final class NamesBenchmark {

    private static final Set<Label> NAMES = Set.of(Label.PERSON, Label.LOCATION, Label.ORGANIZATION);

    private static final Map<Label, Label> PLACES = Map.of(
            Label.CITY,
            Label.LOCATION,
            Label.STATE,
            Label.LOCATION,
            Label.COUNTRY,
            Label.LOCATION,
            new Label("Person"),
            Label.PERSON,
            new Label("Organisation"),
            Label.ORGANIZATION,
            new Label("Location"),
            Label.LOCATION);

    private NamesBenchmark() {}

    /** @param arguments the shared folder, then folders or files of models */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("understudy.shared", arguments[0]);
        List<Model> models = new ArrayList<>();
        System.out.println(
                "| corpus | system | precision | recall | **F1** | PERSON | LOCATION | ORGANIZATION | texts/s |");
        System.out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|");
        rows("as shipped", models);
        for (int i = 1; i < arguments.length; i++) {
            models.add(Recognizers.open(Path.of(arguments[i]), "cpu", System.err::println));
            rows("with " + Path.of(arguments[i]).getFileName(), models);
        }
    }

    private static void rows(String system, List<Model> models) {
        EntityRecognizer recognizer = Recognizers.standard(RecognizerOptions.DEFAULT.withModels(models));
        List<AnnotatedText> wikigold = RealCorpora.wikigold();
        row("wikigold", system, recognizer, wikigold);
        row("wikigold, last 340", system, recognizer, wikigold.subList(wikigold.size() - 340, wikigold.size()));
        row("sec-filings FIN3", system, recognizer, RealCorpora.relabelled(Corpora.secTest()));
        row(
                "re3d",
                system,
                recognizer,
                Corpora.re3d().examples().stream()
                        .filter(example -> example.id().endsWith("-0"))
                        .map(Example::annotated)
                        .toList());
        lowerCase(system, recognizer);
    }

    private static void row(String corpus, String system, EntityRecognizer recognizer, List<AnnotatedText> gold) {
        List<AnnotatedText> expected = gold.stream().map(NamesBenchmark::places).toList();
        expected.forEach(text -> recognizer.recognize(text.text()));
        long begun = System.nanoTime();
        List<AnnotatedText> found = expected.stream()
                .map(text -> places(recognizer.recognize(text.text())))
                .toList();
        double seconds = (System.nanoTime() - begun) / 1e9;
        SpanScore all = SpanScore.of(expected, found, NAMES);
        System.out.printf(
                "| %s | %s | %.3f | %.3f | **%.3f** | %.3f | %.3f | %.3f | %,.0f |%n",
                corpus,
                system,
                all.precision(),
                all.recall(),
                all.f1(),
                SpanScore.of(expected, found, Set.of(Label.PERSON)).f1(),
                SpanScore.of(expected, found, Set.of(Label.LOCATION)).f1(),
                SpanScore.of(expected, found, Set.of(Label.ORGANIZATION)).f1(),
                gold.size() / seconds);
    }

    private static AnnotatedText places(AnnotatedText text) {
        return new AnnotatedText(
                text.text(),
                text.mentions().stream()
                        .map(mention ->
                                new Mention(mention.span(), PLACES.getOrDefault(mention.label(), mention.label())))
                        .toList());
    }

    private static void lowerCase(String system, EntityRecognizer recognizer) {
        List<AnnotatedText> gold = RealCorpora.snipsLowerCase();
        List<AnnotatedText> found =
                gold.stream().map(text -> recognizer.recognize(text.text())).toList();
        StringBuilder cells = new StringBuilder();
        double met = 0;
        int all = 0;
        for (String slot : List.of("artist", "city", "country", "state")) {
            Label label = new Label(slot);
            int count = (int) gold.stream()
                    .flatMap(text -> text.mentions().stream())
                    .filter(mention -> mention.label().equals(label))
                    .count();
            double recall = SpanScore.overlapRecall(gold, found, label);
            cells.append(", %s %.3f".formatted(slot, recall));
            met += recall * count;
            all += count;
        }
        System.out.printf("| SNIPS validate, small letters | %s | recall %.3f%s |||||||%n", system, met / all, cells);
    }
}
