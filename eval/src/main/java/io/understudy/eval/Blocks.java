package io.understudy.eval;

import io.understudy.eval.diversity.Diversity;
import io.understudy.eval.fidelity.Histogram;
import io.understudy.eval.fidelity.Profile;
import io.understudy.eval.leakage.Finding;
import io.understudy.eval.leakage.FisherExact;
import io.understudy.eval.leakage.LeakageCheck;
import io.understudy.eval.leakage.LeakageCheck.Replayed;
import io.understudy.eval.report.Score;
import io.understudy.eval.report.Score.Direction;
import io.understudy.eval.report.Section;
import io.understudy.eval.validity.ValidityCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The blocks of report.json, from what was measured. */
final class Blocks {

    private static final String NO_ORIGINAL = "no original was given to compare with";
    private static final String NOT_YET = "not measured by this version";

    private final EvaluationOptions options;
    private final Optional<SourceIndex> original;

    Blocks(EvaluationOptions options, Optional<SourceIndex> original) {
        this.options = options;
        this.original = original;
    }

    Section validity(ValidityCheck check) {
        Section rules = new Section();
        check.rules()
                .forEach((rule, count) -> rules.put(
                        rule.key(),
                        new Section()
                                .put("tried", count.tried())
                                .put("failed", count.failed())
                                .put("what", rule.meaning())));
        return new Section()
                .put("view", "surface")
                .put("lines", check.lines())
                .put("invalid", check.invalid())
                .put("rules", rules);
    }

    Section diversity(Diversity measured, long duplicates, long lines) {
        Section surface = new Section()
                .put("view", "words of the text as it is: Unicode word boundaries, lower case, punctuation kept")
                .scores(measured.surface());
        Section masked = new Section()
                .put("view", "the same with each mention as one word, its label")
                .scores(measured.masked());
        List<Score> own = new ArrayList<>();
        own.add(Score.of(
                        "duplicates",
                        lines == 0 ? Double.NaN : (double) duplicates / lines,
                        Direction.LOWER,
                        lines,
                        "Share of lines equal to an earlier line, case, accents and spacing aside.")
                .against(original.map(index -> (double) index.duplicates() / index.records())
                        .orElse(Double.NaN)));
        own.add(Score.missing(
                "near_duplicates", Direction.LOWER, "Share of lines nearly equal to an earlier line.", NOT_YET));
        own.addAll(measured.carriers());
        return new Section()
                .put(
                        "view",
                        "n lines: all, or a seeded random sample of them; original and same_size are measured on equal"
                                + " numbers of lines; a template is a line with its mentions masked, normalised")
                .put("surface", surface)
                .put("masked", masked)
                .scores(own);
    }

    Section leakage(Optional<LeakageCheck> check, Optional<LeakageCheck> control) {
        Section leakage = new Section()
                .put("view", "every line, normalised: case, accents, width, quotes, dashes and spacing folded");
        if (check.isEmpty()) {
            for (String name : List.of("hard", "weak", "findings", "replay")) {
                leakage.missing(name, NO_ORIGINAL);
            }
            return leakage.missing("canaries", NO_ORIGINAL).missing("holdout", NO_ORIGINAL);
        }
        LeakageCheck.Result result = check.get().result();
        double share = result.lines() == 0 ? 0 : (double) result.replayLines() / result.lines();
        Section rules = new Section();
        result.rules().forEach((rule, count) -> rules.put(rule, count.longValue()));
        leakage.put("hard", result.hard())
                .put("hard_lines", result.hardLines())
                .put("weak", result.replayLines())
                .put("rules", rules)
                .put("findings", result.findings().stream().map(Blocks::finding).toList())
                .put("findings_total", result.hard() + result.replayLines())
                .put(
                        "findings_kept",
                        "the first %d hard and the first %d weak"
                                .formatted(LeakageCheck.HARD_KEPT, LeakageCheck.WEAK_KEPT))
                .put(
                        "replay",
                        new Section()
                                .put("what", "lines on a template that fewer than min_sources original records share")
                                .put("min_sources", options.rules().minSources())
                                .put("lines", result.replayLines())
                                .put("share", share)
                                .put("carriers", result.replayCarriers()))
                .put(
                        "came_through",
                        new Section()
                                .put("surfaces", result.surfaces().came())
                                .put("of_surfaces", result.surfaces().of())
                                .put("records", result.records().came())
                                .put("of_records", result.records().of()))
                .put(
                        "not_searched",
                        new Section()
                                .put("what", "surfaces compared with whole mentions only, not searched in running text")
                                .put("short", result.shortSurfaces())
                                .put("common_words", result.commonWords()))
                .missing("canaries", "no canaries were planted");
        control.ifPresentOrElse(
                other -> leakage.put(
                        "holdout", holdout(result, other.result(original.get().known()))),
                () -> leakage.missing("holdout", "no holdout was given: coincidence cannot be told from leakage"));
        return leakage;
    }

    private static Section finding(Finding finding) {
        Section section = new Section()
                .put("synthetic", finding.synthetic())
                .put("original", finding.original())
                .put("rule", finding.rule())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        finding.label().ifPresent(label -> section.put("label", label));
        finding.text().ifPresent(text -> section.put("text", text));
        return section;
    }

    private static Section holdout(LeakageCheck.Result ours, LeakageCheck.Result control) {
        return new Section()
                .put(
                        "what",
                        "how much of what the holdout alone says, and the generator never saw, came through: coincidence. p is"
                                + " Fisher's exact test, one-sided: small means more than coincidence")
                .put("surfaces", excess(ours.surfaces(), control.surfaces()))
                .put("records", excess(ours.records(), control.records()));
    }

    private static Section excess(Replayed ours, Replayed control) {
        Section section = new Section()
                .put("came", ours.came())
                .put("of", ours.of())
                .put("holdout_came", control.came())
                .put("holdout_of", control.of());
        if (ours.of() == 0 || control.of() == 0) {
            return section.missing("excess", "one side is empty").missing("p", "one side is empty");
        }
        return section.put("excess", (double) ours.came() / ours.of() - (double) control.came() / control.of())
                .put("p", FisherExact.greater(ours.came(), ours.of(), control.came(), control.of()));
    }

    Section fidelity(Profile ours) {
        Optional<Profile> theirs = original.map(SourceIndex::profile);
        String js = "Jensen-Shannon divergence, in bits, 0 equal to 1 apart, of ";
        return new Section()
                .put("view", "every line of both sides")
                .scores(List.of(
                        js("labels_js", ours, Profile::labels, js + "how often each label occurs."),
                        js("intents_js", ours, Profile::intents, js + "how often each intent occurs."),
                        js("length_js", ours, Profile::lengths, js + "line lengths."),
                        js("mentions_js", ours, Profile::mentionsPerLine, js + "numbers of mentions in a line."),
                        Score.missing(
                                "c2st_auc",
                                Direction.LOWER,
                                "How well a classifier tells synthetic from original.",
                                NOT_YET)))
                .put("labels", shares(ours.labels(), theirs.map(Profile::labels)))
                .put("lengths", shares(ours.lengths(), theirs.map(Profile::lengths)))
                .put("mentions", shares(ours.mentionsPerLine(), theirs.map(Profile::mentionsPerLine)));
    }

    private Score js(String name, Profile ours, Function<Profile, Histogram> view, String what) {
        if (original.isEmpty()) {
            return Score.missing(name, Direction.LOWER, what, NO_ORIGINAL);
        }
        Histogram counts = view.apply(ours);
        double value = counts.divergence(view.apply(original.get().profile()));
        return Double.isNaN(value)
                ? Score.missing(name, Direction.LOWER, what, "one side has none")
                : Score.of(name, value, Direction.LOWER, ours.lines(), what);
    }

    private static List<Section> shares(Histogram ours, Optional<Histogram> theirs) {
        TreeSet<String> names = new TreeSet<>();
        ours.names().forEach(names::add);
        theirs.ifPresent(other -> other.names().forEach(names::add));
        return names.stream()
                .map(name -> {
                    Section share = new Section().put("name", name).put("synthetic", ours.share(name));
                    return theirs.isPresent()
                            ? share.put("original", theirs.get().share(name))
                            : share.missing("original", NO_ORIGINAL);
                })
                .toList();
    }

    Section utility() {
        return new Section()
                .put("view", "a model trained on the synthetic lines, tested on original ones")
                .missing("intent_accuracy", NOT_YET)
                .missing("slot_f1", NOT_YET);
    }
}
