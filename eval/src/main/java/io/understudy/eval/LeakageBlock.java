package io.understudy.eval;

import io.understudy.eval.canary.Exposure;
import io.understudy.eval.leakage.Attribution;
import io.understudy.eval.leakage.Control;
import io.understudy.eval.leakage.Finding;
import io.understudy.eval.leakage.FisherExact;
import io.understudy.eval.leakage.Intervals;
import io.understudy.eval.leakage.LeakageCheck;
import io.understudy.eval.leakage.LeakageCheck.Replayed;
import io.understudy.eval.leakage.Rule;
import io.understudy.eval.report.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The block {@code leakage} of report.json. */
final class LeakageBlock {

    /** Of a rank that is any of 1 to |R| alike: log2 |R| minus the mean of log2 rank, which nears log2 e. */
    private static final double CHANCE_EXPOSURE = 1.44;

    private LeakageBlock() {}

    static Section of(
            EvaluationOptions options,
            Optional<SourceIndex> original,
            Optional<LeakageCheck> check,
            Optional<LeakageCheck> control,
            Optional<Exposure.Result> canaries) {
        Section leakage = new Section()
                .put("view", "every line, normalised: case, accents, width, quotes, dashes and spacing folded");
        if (check.isEmpty()) {
            for (String name : List.of("hard", "weak", "findings", "replay")) {
                leakage.missing(name, Reasons.NO_ORIGINAL);
            }
            return leakage.missing("canaries", Reasons.NO_ORIGINAL).missing("holdout", Reasons.NO_ORIGINAL);
        }
        LeakageCheck.Result result = check.get().result();
        Optional<Attribution> attribution = control.map(check.get()::attribution);
        long replayed = result.weakRules().get(Rule.REPLAY.key());
        double share = result.lines() == 0 ? 0 : (double) replayed / result.lines();
        leakage.put("hard", result.hard());
        attribution.ifPresentOrElse(
                shares -> leakage.put("hard_unexplained", shares.unexplained()),
                () -> leakage.missing("hard_unexplained", Reasons.NO_HOLDOUT));
        leakage.put("hard_lines", result.hardLines())
                .put("weak", result.weak())
                .put("rules", counts(result.rules()))
                .put("weak_rules", counts(result.weakRules()))
                .put("meanings", meanings())
                .put("phantoms", result.phantoms())
                .put(
                        "findings",
                        result.findings().stream()
                                .map(finding -> finding(finding, attribution))
                                .toList())
                .put("findings_total", result.hard() + result.weak())
                .put(
                        "findings_kept",
                        "the first %d hard and the first %d weak"
                                .formatted(LeakageCheck.HARD_KEPT, LeakageCheck.WEAK_KEPT))
                .put(
                        "replay",
                        new Section()
                                .put("what", "lines on a template that fewer than min_sources original records share")
                                .put("min_sources", options.rules().minSources())
                                .put("lines", replayed)
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
                                .put("common_words", result.commonWords()));
        canaries.ifPresentOrElse(
                exposure -> leakage.put("canaries", canaries(exposure)),
                () -> leakage.missing("canaries", "no canaries were planted"));
        control.ifPresentOrElse(
                other -> leakage.put(
                        "holdout",
                        holdout(result, other.result(original.get().known()), Control.of(check.get(), other))
                                .put("rules", shares(attribution.orElseThrow()))),
                () -> leakage.missing("holdout", Reasons.NO_HOLDOUT));
        return leakage;
    }

    /** Rule by rule, how far coincidence explains what was found. */
    private static Section shares(Attribution attribution) {
        Section section = new Section();
        attribution.rules().forEach((rule, share) -> {
            Section row = new Section()
                    .put("findings", share.findings())
                    .put("came", share.test().original().came())
                    .put("of", share.test().original().of())
                    .put("holdout_came", share.test().holdout().came())
                    .put("holdout_of", share.test().holdout().of());
            if (share.test().isPossible()) {
                row.put("p", share.test().p());
            } else {
                row.missing("p", "one side is empty");
            }
            section.put(
                    rule.key(), row.put("coincidence", share.coincidence()).put("unexplained", share.unexplained()));
        });
        return section;
    }

    private static Section finding(Finding finding, Optional<Attribution> attribution) {
        Section section = new Section()
                .put("synthetic", finding.synthetic())
                .put("original", finding.original())
                .put("rule", finding.rule())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        finding.label().ifPresent(label -> section.put("label", label));
        if (finding.saidBy() > 0) {
            section.put("said_by", finding.saidBy());
        }
        if (finding.severity() == Finding.Severity.HARD) {
            attribution
                    .map(shares -> shares.rules().get(Rule.of(finding.rule())))
                    .ifPresent(share -> section.put("coincidence", share.coincidence())
                            .put("explained", share.isExplained() ? "yes" : "no"));
        }
        finding.text().ifPresent(text -> section.put("text", text));
        return section;
    }

    /** What each rule finds, for whoever shows the counts. */
    private static Section meanings() {
        Section section = new Section();
        for (Rule rule : Rule.values()) {
            section.put(rule.key(), rule.meaning());
        }
        return section;
    }

    private static Section canaries(Exposure.Result exposure) {
        return new Section()
                .put(
                        "what",
                        "digits drawn at random and planted, without a label, in a copy of the original that was generated from"
                                + " in the same way; exposure is how much better than chance the lines tell them, in bits")
                .put("planted", exposure.planted())
                .put("lines", exposure.lines())
                .put("emitted", exposure.emitted())
                .put("exposure", exposure.exposure())
                .put("exposure_by_chance", CHANCE_EXPOSURE)
                .put("exposure_most", exposure.most())
                .put("tpr_at_1_fpr", exposure.detected())
                .put("epsilon_at_least", exposure.epsilon())
                .put(
                        "by_repeats",
                        exposure.groups().stream()
                                .map(group -> new Section()
                                        .put("repeats", group.repeats())
                                        .put("canaries", group.canaries())
                                        .put("emitted", group.emitted())
                                        .put("exposure", group.exposure())
                                        .put("highest", group.highest()))
                                .toList());
    }

    private static Section counts(Map<String, Long> rules) {
        Section section = new Section();
        rules.forEach((rule, count) -> section.put(rule, count.longValue()));
        return section;
    }

    private static Section holdout(LeakageCheck.Result ours, LeakageCheck.Result control, Control fair) {
        Section holdout = new Section()
                .put(
                        "what",
                        "how much of what the holdout alone says, and the generator never saw, came through: coincidence. p is"
                                + " Fisher's exact test, one-sided: small means more than coincidence")
                .put("surfaces", excess(ours.surfaces(), control.surfaces()))
                .put("records", excess(ours.records(), control.records()));
        fair.tests().forEach((name, test) -> holdout.put(name, excess(test.original(), test.holdout())));
        return holdout.put("beyond", fair.beyond())
                .put(
                        "beyond_what",
                        "how many of every_record and singular_surfaces came through more often than coincidence explains, at"
                                + " p < %s shared between them: 0 is none".formatted(Control.LEVEL));
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
        Intervals.Estimate residual = Intervals.residual(ours.came(), ours.of(), control.came(), control.of());
        return section.put("excess", (double) ours.came() / ours.of() - (double) control.came() / control.of())
                .put("residual_risk", residual.value())
                .put("residual_risk_error", residual.error())
                .put("p", FisherExact.greater(ours.came(), ours.of(), control.came(), control.of()));
    }
}
