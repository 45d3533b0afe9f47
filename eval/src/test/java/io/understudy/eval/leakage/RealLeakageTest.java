package io.understudy.eval.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Example;
import io.understudy.core.Provenance;
import io.understudy.core.testing.Corpora;
import io.understudy.core.text.Normalization;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On SNIPS, where the folder of shared corpora is present: 14,484 utterances, of which 1,400 at random are held out.
 */
class RealLeakageTest {

    private static final int HELD_OUT = 1400;
    private static final int LINES = 6000;

    private static List<Example> train;
    private static KnownText original;
    private static KnownText holdout;

    @BeforeAll
    static void read() {
        List<Example> all = new ArrayList<>(Corpora.snipsTrain());
        all.addAll(Corpora.snipsValidate());
        Collections.shuffle(all, new Random(5));
        train = all.subList(HELD_OUT, all.size());
        original = new KnownText();
        train.forEach(original::add);
        holdout = new KnownText();
        all.subList(0, HELD_OUT).forEach(holdout::add);
    }

    private record Outcome(LeakageCheck.Result result, Control control) {
        double p(String test) {
            return control.tests().get(test).p();
        }
    }

    private static Outcome check(List<AnnotatedText> lines) {
        LeakageCheck ours = new LeakageCheck(original, Optional.of(holdout), GateRules.STANDARD, false);
        LeakageCheck theirs = new LeakageCheck(holdout, GateRules.STANDARD, false);
        for (int i = 0; i < lines.size(); i++) {
            Example line = new Example(
                    "s-" + i, Optional.empty(), lines.get(i), new Provenance.Synthetic("test", Optional.empty(), 1));
            ours.add(line);
            theirs.add(line);
        }
        return new Outcome(ours.result(), Control.of(ours, theirs));
    }

    private static List<AnnotatedText> copies(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> train.get(random.nextInt(train.size())).annotated())
                .toList();
    }

    /** Words drawn after the word before, as often as they follow it in the training records. */
    private static List<AnnotatedText> bigrams(int count, long seed) {
        Map<String, List<String>> after = new HashMap<>();
        for (Example record : train) {
            String before = "";
            for (String word : Normalization.of(record.text()).split(" ", -1)) {
                after.computeIfAbsent(before, key -> new ArrayList<>()).add(word);
                before = word;
            }
            after.computeIfAbsent(before, key -> new ArrayList<>()).add("");
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<AnnotatedText> lines = new ArrayList<>();
        while (lines.size() < count) {
            List<String> line = new ArrayList<>();
            String word = "";
            do {
                List<String> next = after.get(word);
                word = next.get(random.nextInt(next.size()));
                line.add(word);
            } while (!word.isEmpty() && line.size() < 40);
            lines.add(AnnotatedText.plain(String.join(" ", line).strip()));
        }
        return lines;
    }

    @Test
    void callsTrainingRecordsHandedInAsSyntheticWhatTheyAre() {
        Outcome outcome = check(copies(LINES, 1));
        assertThat(outcome.p("every_record")).isLessThan(1e-100);
        assertThat(outcome.p("singular_surfaces")).isLessThan(1e-100);
        assertThat(outcome.control.beyond()).isEqualTo(2);
        assertThat(outcome.result.rules().get("verbatim_record")).isGreaterThan(5_000);
    }

    /** A model of pairs of words, the kind that memorises least; with and without one copied record in fifty. */
    @Test
    void callsTwoPercentOfCopiesAmongLinesOfAModelAndNotTheModel() {
        List<AnnotatedText> lines = new ArrayList<>(bigrams(LINES, 2));
        Outcome without = check(lines);
        assertThat(without.p("every_record")).isGreaterThan(Control.LEVEL);
        List<AnnotatedText> copies = copies(LINES / 50, 3);
        for (int i = 0; i < copies.size(); i++) {
            lines.set(i * 50, copies.get(i));
        }
        Outcome with = check(lines);
        assertThat(with.p("every_record")).isLessThan(Control.LEVEL / 2);
        assertThat(with.control.beyond()).isPositive();
    }

    /** Real lines that no generator made: what they share with the original, they share with the holdout. */
    @Test
    void explainsByTheHoldoutWhatUnseenRealLinesShareWithTheOriginal() {
        List<Example> all = new ArrayList<>(train);
        Collections.shuffle(all, new Random(6));
        KnownText half = new KnownText();
        all.subList(0, 6000).forEach(half::add);
        KnownText control = new KnownText();
        all.subList(6000, 8000).forEach(control::add);
        LeakageCheck ours = new LeakageCheck(half, Optional.of(control), GateRules.STANDARD, false);
        LeakageCheck theirs = new LeakageCheck(control, GateRules.STANDARD, false);
        for (Example unseen : all.subList(8000, 10_000)) {
            ours.add(unseen);
            theirs.add(unseen);
        }
        assertThat(Control.of(ours, theirs).beyond()).isZero();
        assertThat(ours.result().phantoms()).isPositive();
    }
}
