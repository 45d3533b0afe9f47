package io.understudy.eval.utility;

import io.understudy.core.Example;
import io.understudy.core.Mention;
import io.understudy.core.Seeds;
import io.understudy.eval.linear.LinearModel;
import io.understudy.eval.linear.TextFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model is to learn from labelled lines. */
public enum Task {

    /** The intent of a line, by a linear model. */
    INTENTS {
        @Override
        boolean has(Example line) {
            return line.intent().isPresent();
        }

        @Override
        List<String> kinds(Example line) {
            return line.intent().stream().toList();
        }

        @Override
        double measure(Counts counts) {
            return counts.gold() == 0 ? Double.NaN : (double) counts.right() / counts.gold();
        }

        @Override
        Result run(List<Example> train, List<Example> test, long seed) {
            List<Example> lines = train.stream().filter(this::has).toList();
            LinearModel model = LinearModel.train(
                    lines.stream().map(line -> TextFeatures.of(line.text())).toList(),
                    lines.stream().map(line -> line.intent().orElseThrow()).toList());
            Result result = new Result();
            for (Example line : test) {
                String gold = line.intent().orElseThrow();
                String found = model.predict(TextFeatures.of(line.text()));
                long right = found.equals(gold) ? 1 : 0;
                result.answers.add(new Counts(right, 1, 1));
                result.count(gold, new Counts(right, 0, 1));
                result.count(found, new Counts(0, 1, 0));
            }
            return result;
        }
    },

    /** The mentions of a line, by a tagger. */
    SLOTS {
        @Override
        boolean has(Example line) {
            return !line.annotated().mentions().isEmpty();
        }

        @Override
        List<String> kinds(Example line) {
            return line.annotated().mentions().stream()
                    .map(Mention::label)
                    .map(label -> label.name())
                    .distinct()
                    .toList();
        }

        @Override
        double measure(Counts counts) {
            return counts.f1();
        }

        @Override
        Result run(List<Example> train, List<Example> test, long seed) {
            Tagger tagger = Tagger.train(
                    train.stream().map(line -> Tagged.of(line.annotated())).toList(), Seeds.random(seed, 0));
            Result result = new Result();
            for (Example line : test) {
                Tagged tagged = Tagged.of(line.annotated());
                List<Chunk> gold = Chunk.of(tagged.tags());
                List<Chunk> found = Chunk.of(tagger.tag(tagged));
                result.answers.add(Counts.of(gold, found));
                gold.forEach(chunk -> result.count(chunk.label(), new Counts(found.contains(chunk) ? 1 : 0, 0, 1)));
                found.forEach(chunk -> result.count(chunk.label(), new Counts(0, 1, 0)));
            }
            return result;
        }
    };

    /** Whether a line teaches anything. */
    abstract boolean has(Example line);

    /** Intents or labels of a line, each once. */
    abstract List<String> kinds(Example line);

    /** Accuracy of intents, F1 of slots. */
    abstract double measure(Counts counts);

    /** Trains on some lines, answers others. */
    abstract Result run(List<Example> train, List<Example> test, long seed);

    /** Answers by test line and by kind. */
    static final class Result {
        private final List<Counts> answers = new ArrayList<>();
        private final Map<String, Counts> kinds = new TreeMap<>();

        private void count(String kind, Counts counts) {
            kinds.merge(kind, counts, Counts::plus);
        }

        Answers answers() {
            return new Answers(answers);
        }

        Map<String, Counts> kinds() {
            return kinds;
        }
    }
}
