package io.understudy.eval.leakage;

import io.understudy.eval.leakage.LeakageCheck.Replayed;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a single hard finding is worth: how far coincidence explains it. A line may say what the original says because
 * both say what the world says; how often that happens shows beside a holdout, which the generator never saw. For each
 * rule: if things of the original came through at a rate r and things of the holdout at a rate c, a finding was met by
 * coincidence with probability min(1, c / r) (the share of r that c accounts for, with the holdout's hits counted half
 * a hit too many, so that none is not never). Where Fisher's exact test cannot tell r from c, the rule's findings are
 * explained. Identifiers and addresses are not: they are drawn from so many that one is enough, unless the holdout's
 * came through, too.
 *
 * <p>The things of {@link Rule#VERBATIM_RECORD} are records, each as often as it is there; those of
 * {@link Rule#SOURCE_SURFACE} surfaces that one record of both sides together has; those of all others the records that
 * they are found in. What the holdout says word for word as well is a phantom, and no finding.
 */
public record Attribution(Map<Rule, Share> rules) {

    /** One run in a hundred is called for nothing, whatever the number of rules with findings. */
    public static final double LEVEL = 0.01;

    /**
     * @param findings hard ones of this rule
     * @param level p below this is no coincidence
     * @param identifies whether one finding is enough
     */
    public record Share(Control.Test test, long findings, double level, boolean identifies) {

        /** The probability that a finding of this rule was met by coincidence. */
        public double coincidence() {
            if (!test.isPossible() || test.original().came() == 0) {
                return 0;
            }
            if (identifies && test.holdout().came() == 0) {
                return 0;
            }
            double here = (double) test.original().came() / test.original().of();
            double there = (test.holdout().came() + 0.5) / (test.holdout().of() + 0.5);
            return Math.min(1, there / here);
        }

        /** Whether coincidence explains all findings of this rule. */
        public boolean isExplained() {
            return findings == 0
                    || (test.isPossible()
                            && test.p() >= level
                            && !(identifies && test.holdout().came() == 0));
        }

        /** How many findings are left when those are taken away that coincidence explains. */
        public long unexplained() {
            return isExplained() ? 0 : Math.max(1, Math.round(findings * (1 - coincidence())));
        }
    }

    /** Of two checks that have read the same lines, each knowing the other's corpus as its holdout. */
    static Attribution of(LeakageCheck original, LeakageCheck holdout) {
        Map<Rule, Long> counts = original.hardRules();
        long found = counts.values().stream().filter(count -> count > 0).count();
        Map<Rule, Share> rules = new TreeMap<>();
        for (Rule rule : Rule.values()) {
            long findings = counts.getOrDefault(rule, 0L);
            if (findings > 0) {
                rules.put(rule, new Share(test(rule, original, holdout), findings, LEVEL / found, rule.identifies()));
            }
        }
        return new Attribution(rules);
    }

    private static Control.Test test(Rule rule, LeakageCheck original, LeakageCheck holdout) {
        return switch (rule) {
            case VERBATIM_RECORD -> new Control.Test(original.everyRecord(), holdout.everyRecord());
            case SOURCE_SURFACE -> new Control.Test(original.singular(holdout), holdout.singular(original));
            default ->
                new Control.Test(
                        new Replayed(original.recordsHit(rule), original.records()),
                        new Replayed(holdout.recordsHit(rule), holdout.records()));
        };
    }

    /** How many hard findings coincidence does not explain. */
    public long unexplained() {
        return rules.values().stream().mapToLong(Share::unexplained).sum();
    }
}
