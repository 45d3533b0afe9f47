package io.understudy.eval;

import io.understudy.core.Example;
import io.understudy.eval.report.Score;
import io.understudy.eval.report.Score.Direction;
import io.understudy.eval.report.Section;
import io.understudy.eval.utility.Task;
import io.understudy.eval.utility.Utility;
import io.understudy.eval.utility.UtilityOptions;
import io.understudy.eval.utility.Worth;
import io.understudy.eval.utility.Worth.Interval;
import io.understudy.eval.utility.Worth.Reached;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** The block {@code utility} of report.json. */
final class UtilityBlock {

    private static final String NO_HOLDOUT =
            "no holdout was given: original lines to test on that the generator never saw; evaluate takes them as --holdout";

    private UtilityBlock() {}

    static Section of(
            List<Example> synthetic,
            Optional<List<Example>> original,
            Optional<List<Example>> holdout,
            UtilityOptions options,
            DoubleConsumer progress) {
        Section section = new Section()
                .put(
                        "view",
                        "models trained on these lines, on the original and on the original with its mentions"
                                + " replaced, all tested on the holdout");
        Optional<String> missing = original.isEmpty()
                ? Optional.of(Reasons.NO_ORIGINAL)
                : holdout.isEmpty() ? Optional.of(NO_HOLDOUT) : Optional.empty();
        for (Names names : Names.values()) {
            if (missing.isPresent()) {
                absent(section, names, missing.get());
                continue;
            }
            Utility utility =
                    new Utility(names.task, synthetic, original.orElseThrow(), holdout.orElseThrow(), options);
            if (!utility.obstacle().isEmpty()) {
                absent(section, names, utility.obstacle());
                continue;
            }
            double done = names == Names.INTENTS ? 0 : 0.5;
            Worth worth = utility.measure(share -> progress.accept(done + share / 2));
            section.scores(scores(names, worth)).put(names.block, details(worth, options));
        }
        return section;
    }

    /** What each task's figures are called. */
    private enum Names {
        INTENTS(Task.INTENTS, "intents", "intent_accuracy", "intent_macro_f1", "Accuracy of intents"),
        SLOTS(Task.SLOTS, "slots", "slot_f1", "slot_macro_f1", "F1 of mentions, exact words and label");

        private final Task task;
        private final String block;
        private final String main;
        private final String macro;
        private final String what;

        Names(Task task, String block, String main, String macro, String what) {
            this.task = task;
            this.block = block;
            this.main = main;
            this.macro = macro;
            this.what = what;
        }

        private String what() {
            return what + ", trained on these lines, tested on the holdout (TSTR); mean of " + Utility.SEEDS
                    + " seeds.";
        }
    }

    private static void absent(Section section, Names names, String reason) {
        section.scores(List.of(Score.missing(names.main, Direction.HIGHER, names.what(), reason)))
                .missing(names.block, reason);
    }

    private static List<Score> scores(Names names, Worth worth) {
        List<Score> scores = new ArrayList<>();
        scores.add(Score.of(names.main, worth.synthetic().mean(), Direction.HIGHER, worth.trained(), names.what())
                .against(worth.original().mean()));
        scores.add(Score.of(
                names.macro,
                worth.macro().mean(),
                Direction.HIGHER,
                worth.trained(),
                "The same, each " + (names == Names.INTENTS ? "intent" : "label")
                        + " weighing as much: mean of their F1."));
        return scores;
    }

    private static Section details(Worth worth, UtilityOptions options) {
        Section details = new Section()
                .put("trained", worth.trained())
                .put("tested", worth.tested())
                .put("seeds", Utility.SEEDS)
                .put("budget_seconds", options.seconds())
                .put("sampled", worth.sampled() ? "yes: the budget allows no more lines" : "no")
                .put("tstr", reached(worth.synthetic()))
                .put("trtr", reached(worth.original()))
                .put("mention_replacement", reached(worth.replaced()))
                .put("ratio", worth.synthetic().mean() / worth.original().mean())
                .put("over_original", interval(worth.overOriginal()))
                .put("over_mention_replacement", interval(worth.overReplaced()))
                .put("by_name", worth.kinds().stream().map(UtilityBlock::kind).toList());
        if (worth.curve().isEmpty()) {
            details.missing("curve", "too few lines for " + Utility.TIMES + " times the shots");
        } else {
            details.put("curve", worth.curve().stream().map(UtilityBlock::point).toList());
        }
        if (worth.generators().isEmpty()) {
            return details.missing("generators", "one generator wrote all lines, or the lines do not say which did");
        }
        return details.put(
                "generators",
                worth.generators().stream()
                        .map(each -> new Section()
                                .put("name", each.name())
                                .put("lines", each.lines())
                                .put("adds", interval(each.adds())))
                        .toList());
    }

    private static Section kind(Worth.Kind kind) {
        Section section = new Section().put("name", kind.name()).put("gold", kind.gold());
        number(section, "synthetic", kind.synthetic());
        number(section, "original", kind.original());
        return section;
    }

    private static void number(Section section, String name, double value) {
        if (Double.isNaN(value)) {
            section.missing(name, "nothing to find, and nothing found");
        } else {
            section.put(name, value);
        }
    }

    private static Section point(Worth.Point point) {
        return new Section()
                .put("shots", point.shots())
                .put("lines", point.lines())
                .put("original", reached(point.original()))
                .put("mention_replacement", reached(point.replaced()))
                .put("with_synthetic", reached(point.with()))
                .put("synthetic", reached(point.synthetic()));
    }

    private static Section reached(Reached reached) {
        Section section = new Section();
        number(section, "mean", reached.mean());
        number(section, "sd", reached.sd());
        return section;
    }

    private static Section interval(Interval interval) {
        Section section = new Section();
        number(section, "value", interval.value());
        number(section, "low", interval.low());
        number(section, "high", interval.high());
        return section;
    }
}
